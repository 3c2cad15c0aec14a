package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The command line; what is packed, {@code ArchiveTest} knows. */
class SubmitCommandTest {

  @Test
  void theArchiveIsAZip() {
    Captured run = Captured.learn("submit", "--out", "MyLengthMask.java");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("learn: --out: the archive's name ends in .zip; got MyLengthMask.java");
  }

  @Test
  void aNameIsOneLine() {
    assertThat(Captured.learn("submit", "--name", "a\nb").status()).isEqualTo(2);
    assertThat(Captured.learn("submit", "--name", "a".repeat(101)).status()).isEqualTo(2);
  }
}
