package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
  @ParameterizedTest
  @CsvSource({
    "ch05.html, ch06.html, ch06.html",
    "ch05.html, zh/ch05.html, zh/ch05.html",
    "zh/ch05.html, ch05.html, ../ch05.html",
    "zh/ch05.html, zh/ch06.html, ch06.html",
    "source/a/b.html, source/a/c.html, c.html",
    "source/a/b.html, source/d/c.html, ../d/c.html",
    "source/a/b.html, index.html, ../../index.html",
  })
  void aPageNamesAnotherByTheShortestWay(String from, String to, String way) {
    assertThat(Urls.relative(from, to)).isEqualTo(way);
  }
}
