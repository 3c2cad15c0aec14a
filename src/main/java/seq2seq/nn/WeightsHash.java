package seq2seq.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import seq2seq.files.Sha256;

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
    Sha256 sha256 = new Sha256();
    for (Parameter p : parameters) {
      sha256.add(p.name() + "\0");
      float[] values = p.value().liveData();
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      sha256.add(bytes);
    }
    return sha256.hex();
  }
}
