package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SanitizerTest {

  @Test
  void lettersOfAnyLanguageStayAndWhatHarmsATextGoes() {
    assertThat(Sanitizer.line("é 学 😀 naïve × ≠")).isEqualTo("é 学 😀 naïve × ≠");
    assertThat(Sanitizer.line("a\u0000b\u001b[31mc\u202ed\ud800e\u2028f\ufefff"))
        .isEqualTo("a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf\ufffdf");
    assertThat(Sanitizer.text("one\r\ntwo\tthree")).isEqualTo("one\ntwo three");
    assertThat(Sanitizer.line("one\r\ntwo")).isEqualTo("one two");
  }

  @Test
  void aFloodIsCutAndANameIsNeverEmpty() {
    assertThat(Sanitizer.text("x".repeat(1_000_000))).hasSize(4006).endsWith("x [...]");
    assertThat(Sanitizer.name("x".repeat(1_000))).hasSize(200);
    assertThat(Sanitizer.name(" \n ")).isEqualTo("(no name)");
  }

  @Test
  void aCutThroughACharacterLeavesNoHalf() {
    String cut = Sanitizer.text("x".repeat(3999) + "😀");
    assertThat(cut.chars().noneMatch(c -> Character.isSurrogate((char) c))).isTrue();
  }
}
