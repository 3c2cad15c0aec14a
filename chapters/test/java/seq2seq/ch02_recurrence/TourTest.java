package seq2seq.ch02_recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsOneStepTheGatesAndGradientsOverTime(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    Captured captured = new Captured(picture);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("[[0.8854 0.9354]]")
        .contains("gru.W_xh: (8×48)")
        .contains("[ 0.4621  0.4620  0.4620 -0.2913 -0.2912 -0.2913  0.3799  0.3799]")
        .contains("k=10 9.77e-04");
    assertThat(picture).isNotEmptyFile();
    assertThat(folder.resolve("gates.png")).isNotEmptyFile();
  }
}
