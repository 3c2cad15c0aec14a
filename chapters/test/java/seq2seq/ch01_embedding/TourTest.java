package seq2seq.ch01_embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.support.Captured;

class TourTest {
  @Test
  void theTourShowsSentencesIdsVectorsAndTheirGradient(@TempDir Path folder) {
    Path picture = folder.resolve("picture.png");
    Captured captured = new Captured(picture);
    Tour.show(captured.page());
    assertThat(captured.text())
        .contains("[9, 7, 2, 0, 0, 0, 0]  go ! <eos> <pad> <pad> <pad> <pad>")
        .contains("vectors (T,N,D): (7×3×5)")
        .contains(" [3 3]\n");
    assertThat(picture).isNotEmptyFile();
  }
}
