package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;
import static seq2seq.engine.kernel.VectorTile.COLUMNS;
import static seq2seq.engine.kernel.VectorTile.ROWS;

import jdk.incubator.vector.FloatVector;

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
  /** Steps of k in a block: one panel of B (256 × two vectors) is at most 32 KiB. */
  private static final int K_BLOCK = 256;

  /** Columns of C in a block: the packed block of B is at most 512 KiB. */
  private static final int COLUMN_BLOCK = 2048;

  /** Rows of C in a block: the block of A is at most 240 KiB. */
  private static final int ROW_BLOCK = 40 * ROWS;

  /** Fewer rows than this do not repay packing a B that can be read as it lies. */
  private static final int FEW = 4;

  private static final ThreadLocal<VectorMatMul> OF_THREAD =
      ThreadLocal.withInitial(VectorMatMul::new);

  private final float[] edge = new float[ROWS * COLUMNS];
  private float[] packedB = new float[0];

  private VectorMatMul() {}

  /** C = A·B or C += A·B, on the calling thread. */
  static void run(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    if (a.cols() == 0) {
      if (!accumulate) c.clear();
    } else if (c.rows() < FEW && b.colStride() == 1) {
      VectorRow.run(a, b, c, accumulate);
    } else {
      OF_THREAD.get().blocks(a, b, c, accumulate);
    }
  }

  private void blocks(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    for (int j = 0; j < c.cols(); j += COLUMN_BLOCK) {
      int cols = Math.min(COLUMN_BLOCK, c.cols() - j);
      for (int p = 0; p < a.cols(); p += K_BLOCK) {
        int k = Math.min(K_BLOCK, a.cols() - p);
        packB(b, p, k, j, cols);
        rows(a.window(0, p, a.rows(), k), c, j, cols, p == 0 && !accumulate);
      }
    }
  }

  private void rows(Matrix a, Matrix c, int j, int cols, boolean fresh) {
    for (int i = 0; i < c.rows(); i += ROW_BLOCK) {
      int rows = Math.min(ROW_BLOCK, c.rows() - i);
      panels(a.window(i, 0, rows, a.cols()), c.window(i, j, rows, cols), fresh);
    }
  }

  private void panels(Matrix a, Matrix c, boolean fresh) {
    for (int j = 0; j < c.cols(); j += COLUMNS) {
      int width = Math.min(COLUMNS, c.cols() - j);
      for (int i = 0; i < c.rows(); i += ROWS) {
        tile(a, i, j, width, c, fresh);
      }
    }
  }

  private void tile(Matrix a, int i, int j, int width, Matrix c, boolean fresh) {
    int rows = Math.min(ROWS, c.rows() - i);
    int k = a.cols();
    int aAt = a.index(i, 0);
    int cAt = c.index(i, j);
    if (width == COLUMNS) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowStride(),
          a.colStride(),
          rows,
          packedB,
          j * k,
          k,
          c.data(),
          cAt,
          c.rowStride(),
          fresh);
    } else if (width == WIDTH) {
      VectorTile.oneVector(
          a.data(),
          aAt,
          a.rowStride(),
          a.colStride(),
          rows,
          packedB,
          j * k,
          k,
          c.data(),
          cAt,
          c.rowStride(),
          fresh);
    } else {
      edge(a, aAt, rows, j * k, width, c, cAt, fresh);
    }
  }

  /** A tile narrower than its vectors: computed beside C, its {@code width} columns copied. */
  private void edge(
      Matrix a, int aAt, int rows, int bAt, int width, Matrix c, int cAt, boolean fresh) {
    if (!fresh) copy(c.data(), cAt, c.rowStride(), edge, 0, COLUMNS, rows, width);
    if (width > WIDTH) {
      VectorTile.twoVectors(
          a.data(),
          aAt,
          a.rowStride(),
          a.colStride(),
          rows,
          packedB,
          bAt,
          a.cols(),
          edge,
          0,
          COLUMNS,
          fresh);
    } else {
      VectorTile.oneVector(
          a.data(),
          aAt,
          a.rowStride(),
          a.colStride(),
          rows,
          packedB,
          bAt,
          a.cols(),
          edge,
          0,
          COLUMNS,
          fresh);
    }
    copy(edge, 0, COLUMNS, c.data(), cAt, c.rowStride(), rows, width);
  }

  private static void copy(
      float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) to[toAt + i * toRow + j] = from[fromAt + i * fromRow + j];
    }
  }

  /** Packs B's rows p.. and columns j.. into panels (k × a tile's columns), padded with zeros. */
  private void packB(Matrix b, int p, int k, int j, int cols) {
    int panels = (cols + COLUMNS - 1) / COLUMNS;
    if (packedB.length < panels * COLUMNS * k) packedB = new float[panels * COLUMNS * k];
    for (int from = 0; from < cols; from += COLUMNS) {
      int width = Math.min(COLUMNS, cols - from);
      int at = b.index(p, j + from);
      if (b.colStride() != 1) {
        packStrided(b.data(), at, b.rowStride(), b.colStride(), k, width, packedB, from * k);
      } else if (width == COLUMNS) {
        packRows(b.data(), at, b.rowStride(), k, packedB, from * k);
      } else {
        packNarrow(b.data(), at, b.rowStride(), k, width, packedB, from * k);
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
