package seq2seq.plot.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import seq2seq.language.Language;
import seq2seq.plot.diagram.Drawings;
import seq2seq.plot.diagram.Figure;

/** What holds for every figure of the gallery. */
class FiguresTest {
  private static final Map<String, Figure> GALLERY = Gallery.all();

  static Stream<String> names() {
    return GALLERY.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_two_texts_overlap_and_none_crosses_the_edge_of_a_box(String name) {
    assertThat(Drawings.overlappingTexts(GALLERY.get(name))).isEmpty();
    assertThat(Drawings.textsAcrossAnEdge(GALLERY.get(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void chinese_words_have_their_place_too(String name) {
    Figure figure = GALLERY.get(name);
    List<String> faults =
        Language.CHINESE.speaking(
            () ->
                Stream.of(
                        Drawings.overlappingTexts(figure),
                        Drawings.textsAcrossAnEdge(figure),
                        Drawings.outside(figure))
                    .flatMap(List::stream)
                    .toList());
    assertThat(faults).isEmpty();
    double smallest = Language.CHINESE.speaking(() -> Drawings.smallestText(figure));
    assertThat(smallest).isGreaterThanOrEqualTo(12);
    String alt = Language.CHINESE.speaking(figure::alt);
    assertThat(alt).matches("(?s).*\\p{IsHan}.*");
  }

  @ParameterizedTest
  @MethodSource("names")
  void all_is_on_the_page_and_large_enough_to_read_at_half_size(String name) {
    assertThat(Drawings.outside(GALLERY.get(name))).isEmpty();
    assertThat(Drawings.smallestText(GALLERY.get(name))).isGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_svg_is_well_formed_and_says_what_is_to_be_seen(String name) throws Exception {
    Figure figure = GALLERY.get(name);
    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(figure.toSvg())))
            .getDocumentElement();
    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(figure.title())
        .isNotBlank();
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(figure.alt())
        .hasSizeGreaterThan(60)
        .doesNotContain("$", "{", "[[");
  }

  @ParameterizedTest
  @MethodSource("names")
  void both_files_have_one_size_and_come_out_the_same_each_time(String name) {
    Figure figure = GALLERY.get(name);
    BufferedImage image = figure.toImage();
    String svg = figure.toSvg();
    assertThat(svg)
        .contains("viewBox=\"0 0 " + image.getWidth() / 2 + " " + image.getHeight() / 2 + "\"")
        .isEqualTo(Gallery.all().get(name).toSvg());
    assertThat(image.getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
  }
}
