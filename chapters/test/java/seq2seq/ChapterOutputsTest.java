package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.notebook.ChapterCheck;

/**
 * Every number in the text is real: runs every cell of every chapter and compares every output with
 * the page.
 *
 * <p>A failure names the file and the line. After a change that was meant, {@code ./learn export
 * --accept N} writes the new outputs; read them before you commit them.
 */
class ChapterOutputsTest {
  private static final List<String> WRITTEN =
      List.of(
          "ch00_engine.md",
          "ch01_embedding.md",
          "ch02_recurrence.md",
          "ch03_encoder.md",
          "ch04_decoder.md",
          "ch05_mask.md",
          "ch06_loss.md",
          "ch07_training.md");

  @TestFactory
  Stream<DynamicTest> everyCellPrintsWhatThePageShows() {
    return folder().chapters().stream()
        .map(c -> dynamicTest(c.toString(), () -> assertThat(c.outputs()).isEmpty()));
  }

  /** Without this, a renamed or lost chapter would simply not be checked. */
  @Test
  void everyWrittenChapterIsChecked() {
    assertThat(folder().chapters()).map(ChapterCheck::toString).containsAll(WRITTEN);
  }

  /** This room: Maven starts its tests here, an IDE perhaps in the folder above. */
  static ChapterCheck.Folder folder() {
    boolean inside = Files.exists(Path.of("ch00_engine.md"));
    return ChapterCheck.in(Path.of(inside ? "." : "chapters"));
  }
}
