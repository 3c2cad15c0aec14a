package seq2seq.notebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.language.Width;

class LineBreaksTest {
  private static final String TEXT =
      "编码器（encoder）从左到右读完一句话，“每个词”得到一个状态……最后一个状态，就是《上下文变量》！用 `Tensor.arange(3)` 试试——"
          + "“真的吗？”真的：看 `mask` 的第 2 行；它是*真实词元*（token）。";

  private static List<String> lines(String text, int width) {
    return Wrap.lines(text, width, "", "");
  }

  @Test
  void chineseIsBrokenBetweenAnyTwoCharactersAndLatinWordsStayWhole() {
    assertThat(lines("编码器读完一句话得到 context 变量", 10))
        .containsExactly("编码器读完", "一句话得到", "context 变", "量");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 22, 23, 24, 30, 40, 41, 80})
  void noLineIsTooWideOrBeginsWithAClosingMarkOrEndsWithAnOpeningOne(int width) {
    List<String> lines = lines(TEXT, width);
    assertThat(lines).allMatch(line -> Width.of(line) <= width);
    assertThat(lines).noneMatch(line -> line.matches("[，。、；：？！）》”…—].*"));
    assertThat(lines).noneMatch(line -> line.matches(".*[（《“]"));
    assertThat(lines.size()).isLessThanOrEqualTo(Width.of(TEXT) / (width - 8) + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 33, 40, 80})
  void nothingIsLostAndNothingIsAdded(int width) {
    String joined = String.join("", lines(TEXT, width)).replace(" ", "");
    assertThat(joined).isEqualTo(TEXT.replace(" ", ""));
  }

  @Test
  void inkGoesOnInTheNextLineAndIsNotCut() {
    Ink ink = new Ink(true);
    List<String> lines = lines("是" + ink.bold("一二三四五六七八九十一二") + "的", 20);
    assertThat(lines).hasSize(2).allMatch(line -> Width.of(line) <= 20);
    assertThat(lines.get(0)).startsWith("是\u001b[1m一").endsWith("\u001b[0m");
    assertThat(lines.get(1)).startsWith("\u001b[1m").endsWith("\u001b[0m的");
  }

  @Test
  void anEnglishLineIsBrokenAtItsBlanksAlone() {
    assertThat(LineBreaks.in("don’t(say):“no”—or…so")).isEmpty();
    assertThat(lines("one “two” three—four", 12)).containsExactly("one “two”", "three—four");
  }
}
