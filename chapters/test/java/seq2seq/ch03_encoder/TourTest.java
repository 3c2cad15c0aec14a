package seq2seq.ch03_encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsShapesEndsAndThatPaddingChangesNothing(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    Captured captured = new Captured(picture);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("Output (T,N,H): (4×2×4)")
        .contains("State (L,N,H): (2×2×4)")
        .contains("equal to the last bit: true");
    assertThat(picture).isNotEmptyFile();
  }
}
