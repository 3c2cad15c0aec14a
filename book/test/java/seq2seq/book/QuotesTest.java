package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "\"one step later\", don't | “one step later”, don’t",
        "(\"dog\" and 'cat') | (“dog” and ‘cat’)",
        "the sentence's end | the sentence’s end",
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true)
  void typewriterMarksAreBent(String typed, String printed) {
    Text text = new Text(typed);
    new Paragraph().appendChild(text);
    assertThat(Quotes.bent(text)).isEqualTo(printed);
  }

  @Test
  void behindCodeAMarkCloses() {
    var paragraph = Parser.builder().build().parse("`x`'s \"`y`\"").getFirstChild();
    StringBuilder bent = new StringBuilder();
    for (var node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      bent.append(node instanceof Text text ? Quotes.bent(text) : "·");
    }
    assertThat(bent).hasToString("·’s “·”");
  }
}
