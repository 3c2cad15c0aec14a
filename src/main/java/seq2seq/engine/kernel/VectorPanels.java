package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;
import static seq2seq.engine.kernel.VectorTile.COLUMNS;

import jdk.incubator.vector.FloatVector;

/**
 * The right side of a product copied into panels, each as wide as a tile, so that the innermost
 * loop reads straight along memory.
 *
 * <p>The order: blocks of columns; in each the blocks of k; in each the panels (k × a tile's
 * columns), the last padded with zeros.
 */
final class VectorPanels {
  /** Steps of k in a block: one panel (256 × two vectors) is at most 32 KiB. */
  static final int K_BLOCK = 256;

  /** Columns in a block: a packed block is at most 2 MiB. */
  static final int COLUMN_BLOCK = 2048;

  /** Elements worth waking a thread for. */
  private static final int WORTHWHILE = 16384;

  private VectorPanels() {}

  /** All of {@code b} packed, panels divided between threads; to be closed after its last use. */
  static Packed pack(Matrix b) {
    float[] to = BufferPool.take(Math.multiplyExact(b.rows(), padded(b.cols())));
    int panels = padded(b.cols()) / COLUMNS;
    int grain = 1 + WORTHWHILE / Math.max(1, b.rows() * COLUMNS);
    Parallel.range(panels, grain, (from, until) -> fill(b, from * COLUMNS, until * COLUMNS, to));
    return new Packed(b, to);
  }

  /** Columns rounded up to whole panels. */
  static int padded(int cols) {
    return (cols + COLUMNS - 1) / COLUMNS * COLUMNS;
  }

  /** Packs the panels of the columns {@code from} to {@code until}. */
  private static void fill(Matrix b, int from, int until, float[] to) {
    for (int j = from; j < until; ) {
      int block = j / COLUMN_BLOCK * COLUMN_BLOCK;
      int end = Math.min(b.cols(), block + COLUMN_BLOCK);
      int next = Math.min(until, end);
      for (int p = 0; p < b.rows(); p += K_BLOCK) {
        int k = Math.min(K_BLOCK, b.rows() - p);
        int at = block * b.rows() + p * padded(end - block) + (j - block) * k;
        fillBlock(b.window(p, j, k, next - j), to, at);
      }
      j = next == end ? block + COLUMN_BLOCK : next;
    }
  }

  /** Packs one block, at most K_BLOCK by COLUMN_BLOCK. */
  static void fillBlock(Matrix b, float[] to, int toAt) {
    int k = b.rows();
    for (int from = 0; from < b.cols(); from += COLUMNS) {
      int width = Math.min(COLUMNS, b.cols() - from);
      int at = b.index(0, from);
      int place = toAt + from * k;
      if (b.colStride() != 1) {
        packStrided(b.data(), at, b.rowStride(), b.colStride(), k, width, to, place);
      } else if (width == COLUMNS) {
        packRows(b.data(), at, b.rowStride(), k, to, place);
      } else {
        packNarrow(b.data(), at, b.rowStride(), k, width, to, place);
      }
    }
  }

  private static void packRows(float[] b, int at, int stride, int k, float[] to, int toAt) {
    for (int p = 0; p < k; p++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, at + p * stride);
      FloatVector v = FloatVector.fromArray(SPECIES, b, at + p * stride + WIDTH);
      u.intoArray(to, toAt + p * COLUMNS);
      v.intoArray(to, toAt + p * COLUMNS + WIDTH);
    }
  }

  private static void packNarrow(
      float[] b, int at, int stride, int k, int width, float[] to, int toAt) {
    for (int p = 0; p < k; p++) {
      for (int j = 0; j < width; j++) to[toAt + p * COLUMNS + j] = b[at + p * stride + j];
      for (int j = width; j < COLUMNS; j++) to[toAt + p * COLUMNS + j] = 0f;
    }
  }

  /** The transpose of a transposed B: column by column, each read along its memory. */
  private static void packStrided(
      float[] b, int at, int rowStride, int colStride, int k, int width, float[] to, int toAt) {
    for (int j = 0; j < width; j++) {
      packColumn(b, at + j * colStride, rowStride, k, to, toAt + j);
    }
    for (int j = width; j < COLUMNS; j++) {
      for (int p = 0; p < k; p++) to[toAt + j + p * COLUMNS] = 0f;
    }
  }

  private static void packColumn(float[] b, int at, int stride, int k, float[] to, int toAt) {
    if (stride == 1) {
      for (int p = 0; p < k; p++) to[toAt + p * COLUMNS] = b[at + p];
    } else {
      for (int p = 0; p < k; p++) to[toAt + p * COLUMNS] = b[at + p * stride];
    }
  }
}
