package seq2seq.grading.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final long SECRET = 0x1234_5678_9abc_def0L;

  private static byte[] childSends(byte[] frame) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    byte[] greeting = ByteBuffer.allocate(8).putLong(SECRET).array();
    Frames.child(new ByteArrayInputStream(greeting), sent).send(frame);
    return sent.toByteArray();
  }

  private static byte[] parentReceives(byte[] bytes) throws IOException {
    return Frames.parent(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), SECRET)
        .receive();
  }

  @Test
  void aFrameArrives() throws IOException {
    byte[] frame = {1, 2, 3};
    assertThat(parentReceives(childSends(frame))).isEqualTo(frame);
  }

  @Test
  void bytesOfSomethingElseAreNoFrame() throws IOException {
    byte[] forged = childSends(new byte[] {1, 2, 3});
    forged[7] ^= 1;
    assertThatThrownBy(() -> parentReceives(forged)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> parentReceives("#ended test PASSED".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(WireException.class);
  }

  @Test
  void aFrameOfImpossibleLengthIsRefused() {
    for (int length : new int[] {0, -1, WireWriter.LONGEST + 1, Integer.MAX_VALUE}) {
      byte[] bytes = ByteBuffer.allocate(100).putLong(SECRET).putInt(length).array();
      assertThatThrownBy(() -> parentReceives(bytes)).isInstanceOf(WireException.class);
    }
  }

  @Test
  void theEndIsTold() {
    assertThatThrownBy(() -> parentReceives(new byte[0])).isInstanceOf(EOFException.class);
    byte[] part = ByteBuffer.allocate(14).putLong(SECRET).putInt(100).array();
    assertThatThrownBy(() -> parentReceives(part)).isInstanceOf(EOFException.class);
  }
}
