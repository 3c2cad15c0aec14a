package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentsPageTest {
  private static final List<Contents.Chapter> CHAPTERS =
      List.of(new Contents.Chapter(5, "ch05_mask", "The broadcast mask", "Which are words?"));

  @Test
  void eachChapterIsALineWithItsNumberTitleAndQuestion() {
    assertThat(ContentsPage.lines(CHAPTERS, Set.of()))
        .contains("   5  The broadcast mask    Which are words?");
  }

  @Test
  void onlyCommandsThatExistAreProposed() {
    List<String> lines = ContentsPage.lines(CHAPTERS, Set.of("train"));
    assertThat(lines).anyMatch(line -> line.contains("./learn train"));
    assertThat(lines).noneMatch(line -> line.contains("./learn walk"));
  }

  @Test
  void withoutTheChaptersOnTheClassPathTheListIsEmpty() {
    assertThat(Contents.chapters()).isEmpty();
  }
}
