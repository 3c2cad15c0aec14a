package seq2seq.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of all weights, bit for bit: two runs ended at the same place exactly if theirs are
 * equal.
 */
public final class WeightsHash {
  private WeightsHash() {}

  /**
   * SHA-256 over each parameter in order: its name in UTF-8, a zero byte, then its floats,
   * little-endian.
   *
   * @return 64 hexadecimal digits
   */
  public static String sha256(List<Parameter> parameters) {
    MessageDigest sha256 = sha256();
    for (Parameter p : parameters) {
      sha256.update((p.name() + "\0").getBytes(StandardCharsets.UTF_8));
      float[] values = p.value().liveData();
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
