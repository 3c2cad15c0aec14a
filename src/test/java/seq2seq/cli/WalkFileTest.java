package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkFileTest {
  @TempDir Path folder;

  @Test
  void aPlaceIsFoundAgain() {
    new WalkFile(folder, "ch05_mask").write("abc", 7, 23);
    WalkFile walk = new WalkFile(folder, "ch05_mask");
    assertThat(walk.place()).contains(new WalkFile.Place("abc", 7, 23));
    assertThat(walk.isFinished()).isFalse();
    assertThat(new WalkFile(folder, "ch06_loss").exists()).isFalse();
  }

  @Test
  void theEndForgetsThePlaceAndIsRemembered() {
    WalkFile walk = new WalkFile(folder, "ch05_mask");
    walk.write("abc", 7, 23);
    walk.finish();
    assertThat(walk.place()).isEmpty();
    assertThat(walk.isFinished()).isTrue();
    walk.write("abc", 2, 23);
    walk.clear();
    assertThat(walk.isFinished()).isTrue();
  }

  @Test
  void aFileOfAnOlderVersionDoesNotSayHowManyCellsThereAre() throws IOException {
    Files.writeString(folder.resolve("ch05_mask.progress"), "abc\n7\n");
    assertThat(new WalkFile(folder, "ch05_mask").place()).contains(new WalkFile.Place("abc", 7, 0));
  }

  @Test
  void aDamagedFileSaysNothing() throws IOException {
    Files.writeString(folder.resolve("ch05_mask.progress"), "abc\nseven\n23\n");
    assertThat(new WalkFile(folder, "ch05_mask").place()).isEmpty();
  }
}
