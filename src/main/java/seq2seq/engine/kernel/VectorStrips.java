package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;
import static seq2seq.engine.kernel.VectorTile.STRIDE;

import jdk.incubator.vector.FloatVector;

/**
 * A block of the left side of a product copied into strips, a tile's rows by k, each an array of
 * its own; a strip that A does not fill repeats A's last row.
 */
final class VectorStrips {
  /** Rows of A in a block: at most 272 KiB, which stay in the second-level cache. */
  static final int MOST_ROWS = 256;

  private final int rows;
  private final float[][] strips;

  VectorStrips(int rows) {
    this.rows = rows;
    this.strips = new float[MOST_ROWS / rows][rows * STRIDE];
  }

  /** The strip that begins with row i of the block. */
  float[] at(int i) {
    return strips[i / rows];
  }

  /** Copies a block of A, at most MOST_ROWS by DEPTH. */
  void fill(Matrix a) {
    for (int i = 0; i < a.rows(); i += rows) {
      if (a.colStride() == 1) {
        fillRows(a, i, at(i));
      } else {
        fillTransposed(a, i, at(i));
      }
    }
  }

  private void fillRows(Matrix a, int i, float[] strip) {
    for (int r = 0; r < rows; r++) {
      int row = Math.min(i + r, a.rows() - 1);
      copy(a.data(), a.index(row, 0), strip, r * STRIDE, a.cols());
    }
  }

  private static void copy(float[] from, int at, float[] to, int toAt, int count) {
    int p = 0;
    for (; p < SPECIES.loopBound(count); p += WIDTH) {
      FloatVector.fromArray(SPECIES, from, at + p).intoArray(to, toAt + p);
    }
    for (; p < count; p++) to[toAt + p] = from[at + p];
  }

  /** The rows of a strip, read along the memory of a transposed matrix. */
  private void fillTransposed(Matrix a, int i, float[] strip) {
    if (a.rowStride() == 1 && i + rows <= a.rows()) {
      for (int r = 0; r < rows; r += 4) {
        fourRows(a.data(), a.index(i + r, 0), a.colStride(), a.cols(), strip, r * STRIDE);
      }
    } else {
      for (int r = 0; r < rows; r++) oneRow(a, Math.min(i + r, a.rows() - 1), strip, r * STRIDE);
    }
  }

  private static void fourRows(float[] a, int at, int stride, int k, float[] strip, int to) {
    for (int p = 0; p < k; p++) {
      int from = at + p * stride;
      strip[to + p] = a[from];
      strip[to + p + STRIDE] = a[from + 1];
      strip[to + p + 2 * STRIDE] = a[from + 2];
      strip[to + p + 3 * STRIDE] = a[from + 3];
    }
  }

  private static void oneRow(Matrix a, int i, float[] strip, int to) {
    for (int p = 0; p < a.cols(); p++) strip[to + p] = a.data()[a.index(i, p)];
  }
}
