package seq2seq.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The example of FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void theStandardsExampleComesOut() {
    assertThat(Sha256.of("abc")).isEqualTo(ABC);
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(ABC);
  }

  @Test
  void piecesGiveWhatTheWholeGives() {
    ByteBuffer end = ByteBuffer.wrap(new byte[] {'b', 'c'});
    assertThat(new Sha256().add("a").add(end).hex()).isEqualTo(ABC);
  }
}
