package seq2seq.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seq2seq.language.Language;

/**
 * With the sentences that any exercise may say; those of a chapter are tested beside the chapter.
 */
class FailureTextTest {
  private static final Exercise MASK =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "长度掩码", "NoSuchMask");

  private static String chinese(String reason) {
    return Language.CHINESE.speaking(() -> FailureText.of(MASK, reason));
  }

  @Test
  void inEnglishAReasonStaysAsItIs() {
    assertThat(FailureText.of(MASK, "5.1 长度掩码: threw x for y."))
        .isEqualTo("5.1 长度掩码: threw x for y.");
  }

  @Test
  void theNumbersOfTheEnglishSentenceStandInTheChineseOne() {
    assertThat(chinese("5.1 长度掩码: expected 1, got 0 at [0][1] for lengths [1, 2]."))
        .isEqualTo("5.1 长度掩码：在 [0][1] 处期望 1，得到 0（输入：lengths [1, 2]）。");
    assertThat(chinese("5.1 长度掩码: expected shape (2×3), got (3×2) for x."))
        .isEqualTo("5.1 长度掩码：期望形状 (2×3)，得到 (3×2)（输入：x）。");
  }

  @Test
  void aReasonWithAMeaningHasItBehindTheInputs() {
    assertThat(chinese("5.1 长度掩码: did not end within 5 s for x: y: look for a loop without end."))
        .isEqualTo("5.1 长度掩码：5 s 之内没有结束（输入：x: y）：找一找有没有停不下来的循环。");
  }

  @Test
  void whatNobodyTranslatedStaysEnglish() {
    assertThat(chinese("5.1 长度掩码: something else.")).isEqualTo("5.1 长度掩码: something else.");
    assertThat(chinese("a/B.java:3: ';' expected")).isEqualTo("a/B.java:3: ';' expected");
  }

  @Test
  void aLineOfAFileIsTranslatedBehindItsPlace() {
    assertThat(chinese("a/B.java:3: uses java.util.Random, which exercise 5.1 may not: draw"))
        .isEqualTo("a/B.java:3：用了 java.util.Random，练习 5.1 不许用：draw");
  }
}
