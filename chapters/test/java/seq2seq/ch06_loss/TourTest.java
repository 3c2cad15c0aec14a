package seq2seq.ch06_loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsTheNotesNumbers(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    Captured captured = new Captured(picture);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("0.7000  right")
        .contains("2.3333  no mask")
        .contains("0.4667  masked, over all positions")
        .contains("2.3333  mask after averaging")
        .contains("(2) [-2.7000 -0.1000]")
        .contains("-1.4000");
    assertThat(picture).isNotEmptyFile();
  }
}
