package seq2seq.plot.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.MissingResourceException;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import seq2seq.plot.Words;

class SketchTest {
  private static Figure figure(Consumer<Sketch> drawing) {
    return new Figure("none") {
      @Override
      public String title() {
        return "a < b & c";
      }

      @Override
      public String alt() {
        return "two \"boxes\"";
      }

      @Override
      protected void draw(Sketch s) {
        drawing.accept(s);
      }
    };
  }

  @Test
  void the_checks_of_the_gallery_see_what_they_look_for() {
    Figure cramped =
        figure(
            s -> {
              s.text(new Point(0, 0), Anchor.START, "one");
              s.text(new Point(10, 4), Anchor.START, "two");
              s.box(new Box(-10, -10, 20, 20), Tint.STATE, "");
            });
    assertThat(Drawings.overlappingTexts(cramped)).containsExactly("one on two");
    assertThat(Drawings.textsAcrossAnEdge(cramped)).isNotEmpty();
  }

  @Test
  void a_label_too_wide_for_its_box_is_made_smaller() {
    Figure tight = figure(s -> s.box(new Box(0, 0, 40, 20), Tint.INPUT, "a long label"));
    assertThat(Drawings.smallestText(tight)).isLessThan(Sketch.TEXT);
    assertThat(Drawings.textsAcrossAnEdge(tight)).isEmpty();
  }

  @Test
  void svg_escapes_what_is_markup_and_holds_both_sets_of_colours() {
    String svg = figure(s -> s.box(new Box(0, 0, 90, 30), Tint.LOSS, "<eos>")).toSvg();
    assertThat(svg).contains("<title>a &lt; b &amp; c</title>", "&lt;eos&gt;", "&quot;boxes&quot;");
    assertThat(svg)
        .contains(
            "prefers-color-scheme:dark", "[data-theme=dark] .figure .f-loss-fill{fill:#4f2213}");
  }

  @Test
  void a_pale_mark_is_pale_in_both_files() {
    Consumer<Sketch> box = s -> s.box(new Box(0, 0, 90, 30), Tint.STATE, "h");
    Figure full = figure(box);
    Figure pale = figure(s -> box.accept(s.dim(true)));
    assertThat(pale.toSvg()).contains("class=\"f-state-fill l-state-line pale\"");
    int x = full.toImage().getWidth() / 2 - 60;
    assertThat(pale.toImage().getRGB(x, 60) & 0xFF)
        .isGreaterThan(full.toImage().getRGB(x, 60) & 0xFF);
  }

  @Test
  void every_word_is_in_the_bundle_or_its_absence_is_an_error() {
    assertThat(Words.of("model.part.LOSS")).startsWith("the losses");
    Assertions.assertThatThrownBy(() -> Words.of("no.such"))
        .isInstanceOf(MissingResourceException.class);
  }
}
