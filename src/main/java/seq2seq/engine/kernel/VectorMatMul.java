package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.WIDTH;
import static seq2seq.engine.kernel.VectorTile.COLUMNS;
import static seq2seq.engine.kernel.VectorTile.ROWS;

/**
 * The SIMD matrix product of one thread, blocked so that each level of memory is read from the one
 * above it.
 *
 * <p>The loops, outermost first: blocks of columns of C; blocks of k, whose part of B is packed
 * into panels as wide as a tile; blocks of rows; panels (one panel of B stays in the first-level
 * cache); tiles. A later block of k continues the chains that lie in C.
 *
 * <p>After Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
 */
final class VectorMatMul {
  /** Rows of C in a block: the block of A is at most 240 KiB. */
  private static final int ROW_BLOCK = 40 * ROWS;

  /** Fewer rows than this do not repay packing a B that can be read as it lies. */
  private static final int FEW = 4;

  /** What chains that start from 0 are read from. */
  private static final float[] ZEROS = new float[COLUMNS];

  private static final ThreadLocal<VectorMatMul> OF_THREAD =
      ThreadLocal.withInitial(VectorMatMul::new);

  /** Rows of a transposed A that are copied together: one line of memory holds so many. */
  private static final int STRIP = 16;

  /** A little more than a block of k: rows a power of 2 apart would share few lines of a cache. */
  private static final int LEFT_STRIDE = VectorPanels.K_BLOCK + 16;

  private final float[] edge = new float[ROWS * COLUMNS];
  private final float[] left = new float[ROW_BLOCK * LEFT_STRIDE];
  private final float[] panels = new float[VectorPanels.K_BLOCK * VectorPanels.COLUMN_BLOCK];

  private VectorMatMul() {}

  /** Whether a B for that many rows of A is better packed than read as it lies. */
  static boolean paysToPack(Matrix b, int rows) {
    return rows >= FEW || b.colStride() != 1;
  }

  /** C = S + A·B, on the calling thread. */
  static void run(Matrix a, Matrix b, Matrix start, Matrix c) {
    if (a.cols() == 0) {
      c.set(start);
    } else if (!paysToPack(b, c.rows())) {
      VectorRow.run(a, b, start, c);
    } else {
      OF_THREAD.get().blocks(a, b, start, c);
    }
  }

  /** C = S + A·B, on the calling thread, with a B that is packed already. */
  static void run(Matrix a, Packed b, Matrix start, Matrix c) {
    if (a.cols() == 0) {
      c.set(start);
    } else {
      OF_THREAD.get().packedBlocks(a, b.panels(), start, c);
    }
  }

  private void blocks(Matrix a, Matrix b, Matrix start, Matrix c) {
    for (int j = 0; j < c.cols(); j += VectorPanels.COLUMN_BLOCK) {
      int cols = Math.min(VectorPanels.COLUMN_BLOCK, c.cols() - j);
      for (int p = 0; p < a.cols(); p += VectorPanels.K_BLOCK) {
        int k = Math.min(VectorPanels.K_BLOCK, a.cols() - p);
        VectorPanels.fillBlock(b.window(p, j, k, cols), panels, 0);
        rows(a.window(0, p, a.rows(), k), panels, 0, p == 0 ? start : c, c, j, cols);
      }
    }
  }

  private void packedBlocks(Matrix a, float[] packed, Matrix start, Matrix c) {
    for (int j = 0; j < c.cols(); j += VectorPanels.COLUMN_BLOCK) {
      int cols = Math.min(VectorPanels.COLUMN_BLOCK, c.cols() - j);
      for (int p = 0; p < a.cols(); p += VectorPanels.K_BLOCK) {
        int k = Math.min(VectorPanels.K_BLOCK, a.cols() - p);
        int at = j * a.cols() + p * VectorPanels.padded(cols);
        rows(a.window(0, p, a.rows(), k), packed, at, p == 0 ? start : c, c, j, cols);
      }
    }
  }

  private void rows(Matrix a, float[] packed, int at, Matrix start, Matrix c, int j, int cols) {
    for (int i = 0; i < c.rows(); i += ROW_BLOCK) {
      int rows = Math.min(ROW_BLOCK, c.rows() - i);
      Matrix part = c.window(i, j, rows, cols);
      Matrix from = start == null ? null : start.window(i, j, rows, cols);
      panels(inRows(a.window(i, 0, rows, a.cols())), packed, at, from, part);
    }
  }

  /**
   * A transposed A lies across the direction in which tiles read: its elements are copied into rows
   * first. With steps of 1, known when the tile is compiled, the JIT proves all its reads in bounds
   * before the loop; a step that varies costs a quarter of the speed.
   */
  private Matrix inRows(Matrix a) {
    if (a.colStride() == 1) return a;
    for (int i = 0; i < a.rows(); i += STRIP) {
      copyStrip(a, i, Math.min(STRIP, a.rows() - i));
    }
    return new Matrix(left, 0, a.rows(), a.cols(), LEFT_STRIDE, 1);
  }

  /** Some rows of A, read along the memory of a transposed matrix. */
  private void copyStrip(Matrix a, int i, int rows) {
    float[] x = a.data();
    for (int p = 0; p < a.cols(); p++) {
      int at = a.index(i, p);
      int to = i * LEFT_STRIDE + p;
      for (int r = 0; r < rows; r++) left[to + r * LEFT_STRIDE] = x[at + r * a.rowStride()];
    }
  }

  private void panels(Matrix a, float[] packed, int at, Matrix start, Matrix c) {
    for (int j = 0; j < c.cols(); j += COLUMNS) {
      int width = Math.min(COLUMNS, c.cols() - j);
      for (int i = 0; i < c.rows(); i += ROWS) {
        tile(a, i, packed, at + j * a.cols(), j, width, start, c);
      }
    }
  }

  private void tile(
      Matrix a, int i, float[] packed, int bAt, int j, int width, Matrix start, Matrix c) {
    int rows = Math.min(ROWS, c.rows() - i);
    int k = a.cols();
    int aAt = a.index(i, 0);
    int cAt = c.index(i, j);
    float[] s = start == null ? ZEROS : start.data();
    int sAt = start == null ? 0 : start.index(i, j);
    int sRow = start == null ? 0 : start.rowStride();
    if (width == COLUMNS) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowStride(),
          rows,
          packed,
          bAt,
          k,
          s,
          sAt,
          sRow,
          c.data(),
          cAt,
          c.rowStride());
    } else if (width == WIDTH) {
      VectorTile.oneVector(
          a.data(),
          aAt,
          a.rowStride(),
          rows,
          packed,
          bAt,
          k,
          s,
          sAt,
          sRow,
          c.data(),
          cAt,
          c.rowStride());
    } else {
      copy(s, sAt, sRow, edge, 0, COLUMNS, rows, width);
      edge(a, aAt, rows, packed, bAt, width);
      copy(edge, 0, COLUMNS, c.data(), cAt, c.rowStride(), rows, width);
    }
  }

  /** A tile narrower than its vectors: computed beside C, its {@code width} columns copied. */
  private void edge(Matrix a, int aAt, int rows, float[] packed, int bAt, int width) {
    if (width > WIDTH) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowStride(),
          rows,
          packed,
          bAt,
          a.cols(),
          edge,
          0,
          COLUMNS,
          edge,
          0,
          COLUMNS);
    } else {
      VectorTile.oneVector(
          a.data(),
          aAt,
          a.rowStride(),
          rows,
          packed,
          bAt,
          a.cols(),
          edge,
          0,
          COLUMNS,
          edge,
          0,
          COLUMNS);
    }
  }

  private static void copy(
      float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) to[toAt + i * toRow + j] = from[fromAt + i * fromRow + j];
    }
  }
}
