package seq2seq.ch00_engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsGraphCopiesProductAndAgreement() {
    Captured captured = new Captured(null);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("v1 = a * b = -6.0000")
        .contains("n0 --> n2")
        .contains("gradient of the row, 2 copies each: (3) [2 2 2]")
        .contains("[[ 7  3]\n [16  9]]")
        .contains("largest difference, gradients included: 2.8e-08");
  }

  @Test
  void thePicturesFileIsTheFirstArgumentOrTheUsualOne() {
    assertThat(Page.of(new String[0], "runs/ch05/mask.png").picture())
        .isEqualTo(Path.of("runs/ch05/mask.png"));
    assertThat(Page.of(new String[] {"here.png"}, "runs/ch05/mask.png").picture())
        .isEqualTo(Path.of("here.png"));
  }

  @Test
  void aValueOfSeveralLinesStartsOnALineOfItsOwn() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Page page = new Page(new PrintStream(bytes, true, StandardCharsets.UTF_8), null);
    page.print("one", "line");
    page.print("two", "a\nb");
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("one: line", "two", "a", "b");
  }
}
