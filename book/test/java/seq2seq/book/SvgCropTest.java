package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import seq2seq.grading.CourseFolder;

class SvgCropTest {
  private static String svg(String marks) {
    return "<svg viewBox=\"0 0 720 90\" width=\"720\" height=\"90\">" + marks + "</svg>";
  }

  @Test
  void theSidesWithNothingInThemGo() {
    assertThat(SvgCrop.of(svg("<rect x=\"300\" y=\"5\" width=\"50\" height=\"9\" rx=\"2\"/>")))
        .startsWith("<svg viewBox=\"292 0 66 90\" width=\"66\" height=\"90\">");
    assertThat(
            SvgCrop.of(
                svg("<ellipse cx=\"300\" cy=\"5\" rx=\"20\" ry=\"9\"/><path d=\"M400 1L410 2\"/>")))
        .startsWith("<svg viewBox=\"272 0 146 90\"");
  }

  @Test
  void aTextKeepsItsRoomAtTheEndWhereItGrows() {
    String end =
        "<text x=\"300\" y=\"9\" text-anchor=\"end\"><tspan font-size=\"10\">ab</tspan></text>";
    assertThat(SvgCrop.of(svg(end))).contains("viewBox=\"278 0 30 90\"");
    String start = "<text x=\"300\" y=\"9\"><tspan font-size=\"10\">ab</tspan></text>";
    assertThat(SvgCrop.of(svg(start))).contains("viewBox=\"292 0 30 90\"");
    assertThat(SvgCrop.of(svg(start.replace("ab", "源句")))).contains("viewBox=\"292 0 36 90\"");
  }

  @Test
  void anOverviewOfTheModelStaysWiderThanASingleGraph() throws Exception {
    Path images = CourseFolder.find().resolve("chapters/images");
    assertThat(width(images.resolve("ch00_model.svg"))).isBetween(600, 1100);
    assertThat(width(images.resolve("ch09_10_5.svg"))).isBetween(150, 500);
  }

  private static int width(Path file) throws Exception {
    String cropped = SvgCrop.of(Files.readString(file));
    return Integer.parseInt(cropped.replaceFirst("(?s).*?viewBox=\"\\d+ 0 (\\d+) .*", "$1"));
  }
}
