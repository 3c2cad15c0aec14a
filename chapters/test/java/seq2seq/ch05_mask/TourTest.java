package seq2seq.ch05_mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsTheNotesExampleCopyByCopy(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    Captured captured = new Captured(picture);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("[0 1 2]  <  [1 1 1]  =  [T F F]\n[0 1 2]     [2 2 2]     [T T F]")
        .contains("[[0 0 0]\n [1 1 1]]");
    assertThat(picture).isNotEmptyFile();
  }
}
