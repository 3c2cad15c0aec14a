package seq2seq.reference;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * Numbers that both sides compute from a name and a place, so that a large case needs no large
 * file; the script's {@code scrambled}, {@code formula}, {@code below} and {@code sample}.
 */
final class Formula {
  private static final int MIDDLE = 1 << 23;

  private Formula() {}

  /** Numbers within the bound (a power of 2), the same ones on both sides to the bit. */
  static Tensor tensor(String name, Shape shape, float bound) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((scrambled(name, i) >>> 8) - MIDDLE) / (float) MIDDLE * bound;
    }
    return Tensor.of(shape, values);
  }

  /** Whole numbers from 0 to bound-1, (rows,columns). */
  static int[][] below(String name, int bound, int rows, int columns) {
    int[][] ids = new int[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      ids[i / columns][i % columns] = Integer.remainderUnsigned(scrambled(name, i), bound);
    }
    return ids;
  }

  /** At most some 40 elements of a large tensor, from all over it. */
  static Tensor sample(Tensor x) {
    return strided(x, Math.max(1, x.size() / 37));
  }

  /** At most 3 elements of a tensor, from all over it. */
  static Tensor few(Tensor x) {
    return strided(x, Math.max(1, (x.size() + 2) / 3));
  }

  private static Tensor strided(Tensor x, int stride) {
    float[] kept = new float[(x.size() + stride - 1) / stride];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = x.liveData()[i * stride];
    }
    return Tensor.of(kept);
  }

  private static int scrambled(String name, int place) {
    CRC32 salt = new CRC32();
    salt.update(name.getBytes(StandardCharsets.UTF_8));
    int x = (place + 1) * 0x9E3779B1 + (int) salt.getValue();
    x = (x ^ (x >>> 15)) * 0x85EBCA77;
    return x ^ (x >>> 13);
  }
}
