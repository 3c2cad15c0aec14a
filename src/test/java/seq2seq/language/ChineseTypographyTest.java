package seq2seq.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseTypographyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "取 T 步，N 个句子：其中 2 个（mask）是真的。",
        "“the old dog”是三个词；见《动手学深度学习》。",
        "是 (N,T)，不是 (T,N)。",
        "plain English, with its own (marks): all right.",
        "第 5 章：广播掩码"
      })
  void textThatKeepsTheRulesHasNoFaults(String text) {
    assertThat(ChineseTypography.faults(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "half-width punctuation|这是词,那是填充",
        "half-width punctuation before|看 x, 再看",
        "half-width full stop|这是词.",
        "half-width parentheses|这是词(填充)",
        "space between Chinese characters|这是 词",
        "no space beside a Latin word|第5章",
        "two spaces beside a Latin word|第  5 章",
        "space beside full-width punctuation|先看 x ，再说"
      })
  void eachRuleFindsItsFault(String rule, String text) {
    assertThat(ChineseTypography.faults(text)).anyMatch(fault -> fault.startsWith(rule + ":"));
  }
}
