package seq2seq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import seq2seq.notebook.ChapterCheck;

/** Every number in the text is real, and what is generated from the text is up to date. */
class ChapterPagesTest {
  private static final Path FOLDER = Path.of(".");
  private static final List<ChapterCheck> CHAPTERS = ChapterCheck.in(FOLDER);

  /** Without this, a lost page, or a run from another folder, would check nothing and pass. */
  @Test
  void everyPageIsChecked() {
    assertThat(CHAPTERS)
        .map(ChapterCheck::toString)
        .contains(
            "ch00_engine.md",
            "ch01_embedding.md",
            "ch02_recurrence.md",
            "ch03_encoder.md",
            "ch04_decoder.md",
            "ch05_mask.md",
            "ch06_loss.md",
            "ch07_training.md",
            "ch08_inference.md",
            "ch09_architectures.md",
            "ch10_attention.md",
            "ch11_capstone.md");
  }

  @TestFactory
  Stream<DynamicTest> everyCellPrintsWhatThePageShows() {
    return CHAPTERS.stream()
        .map(page -> dynamicTest(page.toString(), () -> assertThat(page.outputs()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> scriptsAndNotebooksAreWhatThePagesGenerate() {
    return CHAPTERS.stream()
        .map(page -> dynamicTest(page.toString(), () -> assertThat(page.drift()).isEmpty()));
  }

  @Test
  void nothingGeneratedIsLeftBehind() {
    assertThat(ChapterCheck.orphans(FOLDER)).isEmpty();
  }
}
