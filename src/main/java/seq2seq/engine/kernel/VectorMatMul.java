package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorTile.COLUMNS;
import static seq2seq.engine.kernel.VectorTile.DEPTH;

/**
 * The SIMD matrix product of one thread, blocked so that each level of memory is read from the one
 * above it.
 *
 * <p>The loops, outermost first: blocks of k; blocks of rows, copied into strips that stay in the
 * second-level cache; panels of B, each of which stays in the first-level cache; tiles. A later
 * block of k continues the chains that lie in C.
 *
 * <p>After Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
 */
final class VectorMatMul {
  /** Fewer rows than this do not repay packing a B that can be read as it lies. */
  private static final int FEW = 4;

  /** What chains that start from 0 are read from: every row, every column is this one. */
  private static final Matrix ZEROS = new Matrix(new float[COLUMNS], 0, 0, 0, 0, 0);

  private static final ThreadLocal<VectorMatMul> OF_THREAD =
      ThreadLocal.withInitial(() -> new VectorMatMul(VectorTile.BEST));

  private final VectorTile tile;
  private final VectorStrips strips;
  private final float[] panel = new float[DEPTH * COLUMNS];
  private final Matrix edge;

  VectorMatMul(VectorTile tile) {
    this.tile = tile;
    this.strips = new VectorStrips(tile.rows);
    this.edge = Matrix.of(new float[tile.rows * COLUMNS], tile.rows, COLUMNS);
  }

  /** Whether a B for that many rows of A is better packed than read as it lies. */
  static boolean paysToPack(Matrix b, int rows) {
    return rows >= FEW || b.colStride() != 1;
  }

  /** C = S + A·B, on the calling thread. */
  static void run(Matrix a, Matrix b, Matrix start, Matrix c) {
    if (paysToPack(b, c.rows())) {
      OF_THREAD.get().product(a, b, start, c);
    } else {
      VectorRow.run(a, b, start, c);
    }
  }

  /** C = S + A·B, on the calling thread, with a B that is packed already. */
  static void run(Matrix a, Packed b, Matrix start, Matrix c) {
    OF_THREAD.get().product(a, b, start, c);
  }

  /** C = S + A·B; a panel is packed just before its use, or, for many rows, with all of its block. */
  void product(Matrix a, Matrix b, Matrix start, Matrix c) {
    if (a.cols() == 0) c.set(start);
    for (int p = 0; p < a.cols(); p += DEPTH) {
      int k = Math.min(DEPTH, a.cols() - p);
      Matrix left = a.window(0, p, a.rows(), k);
      Matrix right = b.window(p, 0, k, b.cols());
      if (c.rows() <= VectorStrips.MOST_ROWS) {
        panelByPanel(left, right, p == 0 ? start : c, c);
      } else {
        try (Packed packed = VectorPanels.pack(right)) {
          rowBlocks(left, packed.panels(), 0, p == 0 ? start : c, c);
        }
      }
    }
  }

  private void panelByPanel(Matrix a, Matrix b, Matrix start, Matrix c) {
    strips.fill(a);
    for (int j = 0; j < c.cols(); j += COLUMNS) {
      VectorPanels.fill(b, j, panel);
      tiles(panel, a.cols(), start, c, j);
    }
  }

  private void product(Matrix a, Packed b, Matrix start, Matrix c) {
    if (a.cols() == 0) c.set(start);
    int block = 0;
    for (int p = 0; p < a.cols(); p += DEPTH) {
      int k = Math.min(DEPTH, a.cols() - p);
      rowBlocks(a.window(0, p, a.rows(), k), b.panels(), block, p == 0 ? start : c, c);
      block += VectorPanels.across(c.cols());
    }
  }

  /** One block of k, in as few blocks of rows as can be, all of one size. */
  private void rowBlocks(Matrix a, float[][] panels, int first, Matrix start, Matrix c) {
    int blocks = (c.rows() + VectorStrips.MOST_ROWS - 1) / VectorStrips.MOST_ROWS;
    int size = roundedUp((c.rows() + blocks - 1) / blocks);
    for (int i = 0; i < c.rows(); i += size) {
      int rows = Math.min(size, c.rows() - i);
      Matrix part = c.window(i, 0, rows, c.cols());
      Matrix from = start == null ? null : start.window(i, 0, rows, c.cols());
      strips.fill(a.window(i, 0, rows, a.cols()));
      for (int j = 0; j < c.cols(); j += COLUMNS) {
        tiles(panels[first + j / COLUMNS], a.cols(), from, part, j);
      }
    }
  }

  private int roundedUp(int rows) {
    return (rows + tile.rows - 1) / tile.rows * tile.rows;
  }

  /** The tiles below one another that use one panel of B. */
  private void tiles(float[] panel, int k, Matrix start, Matrix c, int j) {
    Matrix s = start == null ? ZEROS : start;
    for (int i = 0; i < c.rows(); i += tile.rows) {
      if (i + tile.rows <= c.rows() && j + COLUMNS <= c.cols()) {
        tile.run(strips.at(i), panel, k, s, c, i, j);
      } else {
        edgeTile(panel, k, s, c, i, j);
      }
    }
  }

  /** A tile that reaches over an edge of C: computed beside C, what belongs to C is copied. */
  private void edgeTile(float[] panel, int k, Matrix start, Matrix c, int i, int j) {
    int rows = Math.min(tile.rows, c.rows() - i);
    int cols = Math.min(COLUMNS, c.cols() - j);
    Matrix part = edge.window(0, 0, rows, cols);
    part.set(start == ZEROS ? null : start.window(i, j, rows, cols));
    tile.run(strips.at(i), panel, k, edge, edge, 0, 0);
    c.window(i, j, rows, cols).set(part);
  }
}
