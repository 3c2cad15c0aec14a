package seq2seq.engine.fused;

import java.util.Arrays;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;

/**
 * The rows of a matrix without their repetitions: in a batch the same words come again and again,
 * and with them the same rows of the embedding. Equal rows have equal products, so one product for
 * each word is enough.
 *
 * <p>Rows are equal if all their numbers are, to the bit. Where the first rows are all different,
 * as a layer's outputs are, nobody looks further.
 */
final class DistinctRows {
  /** So many rows are looked at first. */
  private static final int SAMPLE = 64;

  private final float[] x;
  private final int size;

  /** For each row the number of its like among the distinct ones. */
  private final int[] likeOf;

  /** The first row of each kind. */
  private final int[] firsts;

  private int count;

  private DistinctRows(float[] x, int rows, int size) {
    this.x = x;
    this.size = size;
    this.likeOf = new int[rows];
    this.firsts = new int[rows];
  }

  /** The distinct rows of {@code count} ones of {@code size} numbers; null if nearly all are. */
  static DistinctRows of(float[] x, int count, int size) {
    if (count < SAMPLE) return null;
    DistinctRows rows = new DistinctRows(x, count, size);
    return rows.find() ? rows : null;
  }

  /** A table of open addresses holds 1 + the number of a kind; false where too few are alike. */
  private boolean find() {
    int mask = 4 * Integer.highestOneBit(likeOf.length) - 1;
    int[] table = new int[mask + 1];
    for (int i = 0; i < likeOf.length; i++) {
      int at = hash(i) & mask;
      while (table[at] != 0 && !areEqual(firsts[table[at] - 1], i)) at = (at + 1) & mask;
      if (table[at] == 0) {
        firsts[count++] = i;
        table[at] = count;
      }
      likeOf[i] = table[at] - 1;
      if (i == SAMPLE - 1 && count == SAMPLE) return false;
    }
    return count <= likeOf.length - likeOf.length / 4;
  }

  private int hash(int row) {
    int hash = 0;
    int step = 1 + size / 8;
    for (int j = 0; j < size; j += step) {
      hash = 31 * hash + Float.floatToRawIntBits(x[row * size + j]);
    }
    return hash ^ (hash >>> 15);
  }

  private boolean areEqual(int a, int b) {
    return Arrays.equals(x, a * size, (a + 1) * size, x, b * size, (b + 1) * size);
  }

  /** The distinct rows, one after the other; its memory is to be given back. */
  Matrix matrix() {
    float[] compact = NonZeroRows.compact(x, 0, size, Arrays.copyOf(firsts, count));
    return Matrix.of(compact, count, size);
  }

  /** Copies what was made of each distinct row (count×{@code width}) to all rows like it. */
  void spread(float[] made, int width, float[] to) {
    Parallel.rows(
        likeOf.length,
        width,
        (from, end) -> {
          for (int i = from; i < end; i++) {
            System.arraycopy(made, likeOf[i] * width, to, i * width, width);
          }
        });
  }
}
