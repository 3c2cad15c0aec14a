package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {

  @Test
  void lettersOfAnyLanguageStayAndWhatHarmsATextGoes() {
    assertThat(Clean.line("é 学 😀 naïve × ≠")).isEqualTo("é 学 😀 naïve × ≠");
    assertThat(Clean.line("a\u0000b\u001b[31mc\u202ed\ud800e\u2028f\ufefff"))
        .isEqualTo("a\ufffdb\ufffd[31mc\ufffdd\ufffde\ufffdf\ufffdf");
    assertThat(Clean.text("one\r\ntwo\tthree")).isEqualTo("one\ntwo three");
    assertThat(Clean.line("one\r\ntwo")).isEqualTo("one two");
  }

  @Test
  void aFloodIsCutAndANameIsNeverEmpty() {
    assertThat(Clean.text("x".repeat(1_000_000))).hasSize(4006).endsWith("x [...]");
    assertThat(Clean.name("x".repeat(1_000))).hasSize(200);
    assertThat(Clean.name(" \n ")).isEqualTo("(no name)");
  }

  @Test
  void aCutThroughACharacterLeavesNoHalf() {
    String cut = Clean.text("x".repeat(3999) + "😀");
    assertThat(cut.chars().noneMatch(c -> Character.isSurrogate((char) c))).isTrue();
  }
}
