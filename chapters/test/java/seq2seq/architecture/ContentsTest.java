package seq2seq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2seq.cli.Contents;
import seq2seq.language.Language;
import seq2seq.language.Width;

class ContentsTest {
  private final List<Contents.Chapter> chapters = Contents.chapters();

  @Test
  void theChaptersAreNumberedFromZeroToElevenInTheirOrder() {
    assertThat(chapters)
        .extracting(Contents.Chapter::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 11).boxed().toList());
  }

  @Test
  void thePackageOfAChapterBeginsWithItsNumber() {
    assertThat(chapters)
        .allMatch(
            chapter -> chapter.packageName().matches("ch%02d_[a-z]+".formatted(chapter.number())));
  }

  @Test
  void aLineOfTheContentsFitsIntoEightyColumns() {
    assertThat(chapters).allMatch(ContentsTest::fits);
    List<Contents.Chapter> chinese = Language.CHINESE.speaking(Contents::chapters);
    assertThat(chinese).allMatch(ContentsTest::fits).doesNotContainAnyElementsOf(chapters);
  }

  @Test
  void aChapterIsCalledAsItsPageIsInBothLanguages() throws IOException {
    for (Language language : Language.values()) {
      Path folder = Path.of(language.choose(".", "zh"));
      for (Contents.Chapter chapter : language.speaking(Contents::chapters)) {
        Path page = folder.resolve(chapter.packageName() + ".md");
        String title = Files.readAllLines(page).get(0).replaceFirst("^# [^:：]*[:：]\\s*", "");
        assertThat(title).as("%s", page).isEqualTo(chapter.title());
      }
    }
  }

  private static boolean fits(Contents.Chapter chapter) {
    return Width.of(chapter.title()) <= 21 && Width.of(chapter.question()) <= 50;
  }
}
