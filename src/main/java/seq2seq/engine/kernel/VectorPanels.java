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

  private static final ThreadLocal<VectorPanels> OF_THREAD =
      ThreadLocal.withInitial(VectorPanels::new);

  private float[] memory = new float[0];

  private VectorPanels() {}

  /** The panels of the calling thread, whose memory is used again and again. */
  static VectorPanels ofThread() {
    return OF_THREAD.get();
  }

  /** Packs {@code b} into this memory: good until the next call. */
  Packed pack(Matrix b) {
    int size = size(b);
    if (memory.length < size) memory = new float[size];
    return fill(b, memory);
  }

  /** Packs {@code b} into memory of its own. */
  static Packed copyOf(Matrix b) {
    return fill(b, new float[size(b)]);
  }

  private static int size(Matrix b) {
    return Math.multiplyExact(b.rows(), padded(b.cols()));
  }

  /** Columns rounded up to whole panels. */
  static int padded(int cols) {
    return (cols + COLUMNS - 1) / COLUMNS * COLUMNS;
  }

  private static Packed fill(Matrix b, float[] to) {
    for (int j = 0; j < b.cols(); j += COLUMN_BLOCK) {
      int cols = Math.min(COLUMN_BLOCK, b.cols() - j);
      for (int p = 0; p < b.rows(); p += K_BLOCK) {
        int k = Math.min(K_BLOCK, b.rows() - p);
        fillBlock(b.window(p, j, k, cols), to, j * b.rows() + p * padded(cols));
      }
    }
    return new Packed(b, to);
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
