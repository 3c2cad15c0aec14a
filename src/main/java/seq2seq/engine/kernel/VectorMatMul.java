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

  /** Fewer columns than this do not repay putting a transposed A in the order of tiles. */
  private static final int NARROW = 4 * COLUMNS;

  private final float[] edge = new float[ROWS * COLUMNS];
  private final float[] tiles = new float[ROW_BLOCK * VectorPanels.K_BLOCK];
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
      panels(left(a.window(i, 0, rows, a.cols()), cols), packed, at, from, part);
    }
  }

  /**
   * The left side as tiles read it: element p of row r of the tile whose first row is i is {@code
   * data[at + i * rowStride + r * rowInTile + p * step]}.
   */
  private record Left(float[] data, int at, int k, int rowStride, int rowInTile, int step) {}

  /**
   * A transposed A lies across the direction in which tiles read, each element on a line of memory
   * of its own: it is put in their order first.
   */
  private Left left(Matrix a, int cols) {
    if (a.rowStride() != 1 || a.colStride() == 1 || cols < NARROW) {
      return new Left(a.data(), a.at(), a.cols(), a.rowStride(), a.rowStride(), a.colStride());
    }
    for (int p = 0; p < a.cols(); p++) {
      inTileOrder(a.data(), a.index(0, p), a.rows(), tiles, p * ROWS, a.cols() * ROWS);
    }
    return new Left(tiles, 0, a.cols(), a.cols(), 1, ROWS);
  }

  private static void inTileOrder(
      float[] x, int at, int count, float[] to, int toAt, int nextTile) {
    int i = 0;
    for (; i + ROWS <= count; i += ROWS, toAt += nextTile) {
      for (int r = 0; r < ROWS; r++) to[toAt + r] = x[at + i + r];
    }
    for (int r = 0; i + r < count; r++) to[toAt + r] = x[at + i + r];
  }

  private void panels(Left a, float[] packed, int at, Matrix start, Matrix c) {
    for (int j = 0; j < c.cols(); j += COLUMNS) {
      int width = Math.min(COLUMNS, c.cols() - j);
      for (int i = 0; i < c.rows(); i += ROWS) {
        tile(a, i, packed, at + j * a.k(), j, width, start, c);
      }
    }
  }

  private void tile(
      Left a, int i, float[] packed, int bAt, int j, int width, Matrix start, Matrix c) {
    int rows = Math.min(ROWS, c.rows() - i);
    int k = a.k();
    int aAt = a.at() + i * a.rowStride();
    int cAt = c.index(i, j);
    float[] s = start == null ? ZEROS : start.data();
    int sAt = start == null ? 0 : start.index(i, j);
    int sRow = start == null ? 0 : start.rowStride();
    if (width == COLUMNS) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowInTile(),
          a.step(),
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
          a.rowInTile(),
          a.step(),
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
  private void edge(Left a, int aAt, int rows, float[] packed, int bAt, int width) {
    if (width > WIDTH) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowInTile(),
          a.step(),
          rows,
          packed,
          bAt,
          a.k(),
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
          a.rowInTile(),
          a.step(),
          rows,
          packed,
          bAt,
          a.k(),
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
