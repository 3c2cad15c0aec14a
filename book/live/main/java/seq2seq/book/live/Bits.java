package seq2seq.book.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.files.Sha256;

/** A digest of numbers, bit for bit; every NaN counts as the same one. */
final class Bits {
  /** Where floats are special: zeros, the subnormal range and its ends, 1 and its neighbours. */
  private static final int[] SPECIAL = {
    0x00000000, 0x80000000, 0x00000001, 0x80000001, 0x00000002, 0x00000003, 0x007fffff, 0x807fffff,
    0x00800000, 0x80800000, 0x00800001, 0x00ffffff, 0x01000000, 0x3f7fffff, 0x3f800000, 0x3f800001,
    0xbf800000, 0x7f7fffff, 0xff7fffff, 0x7f800000, 0xff800000, 0x7fc00000, 0x42b17218, 0xc2ce8ed0
  };

  private final Sha256 sha256 = new Sha256();
  private int count;

  /** Adds floats. */
  void add(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) bytes.putInt(Float.floatToIntBits(value));
    bytes.flip();
    sha256.add(bytes);
    count += values.length;
  }

  /** Adds a tensor's elements. */
  void add(Tensor tensor) {
    add(tensor.toArray());
  }

  /** Adds a double. */
  void add(double value) {
    add(Double.doubleToLongBits(value));
  }

  /** Adds a whole number. */
  void add(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(value).flip();
    sha256.add(bytes);
    count++;
  }

  /** How many numbers. */
  int count() {
    return count;
  }

  /** 64 digits. */
  String hex() {
    return sha256.hex();
  }

  /** Floats of any bits at all, after the special ones. */
  static float[] anything(int count, Generator generator) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      int bits = i < SPECIAL.length ? SPECIAL[i] : (int) (generator.nextLong() >>> 32);
      values[i] = Float.intBitsToFloat(bits);
    }
    return values;
  }

  /** Floats from -size to size. */
  static float[] within(int count, float size, Generator generator) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = (2 * generator.nextFloat() - 1) * size;
    return values;
  }
}
