package seq2seq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import seq2seq.cli.Contents;

class ContentsTest {
  private final List<Contents.Chapter> chapters = Contents.chapters();

  @Test
  void theChaptersAreNumberedFromZeroToTenInTheirOrder() {
    assertThat(chapters)
        .extracting(Contents.Chapter::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 10).boxed().toList());
  }

  @Test
  void thePackageOfAChapterBeginsWithItsNumber() {
    assertThat(chapters)
        .allMatch(
            chapter -> chapter.packageName().matches("ch%02d_[a-z]+".formatted(chapter.number())));
  }

  @Test
  void aLineOfTheContentsFitsIntoEightyColumns() {
    assertThat(chapters)
        .allMatch(chapter -> chapter.title().length() <= 21 && chapter.question().length() <= 50);
  }
}
