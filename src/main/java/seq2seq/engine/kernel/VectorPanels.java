package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;
import static seq2seq.engine.kernel.VectorTile.COLUMNS;
import static seq2seq.engine.kernel.VectorTile.DEPTH;

import jdk.incubator.vector.FloatVector;

/**
 * The right side of a product copied into panels, k by a tile's columns, so that the innermost loop
 * reads straight along memory.
 *
 * <p>Each panel is an array of its own, at most {@link VectorTile#DEPTH} deep: 8 to 32 KiB, which
 * stay in the first-level cache. The order: blocks of k; in each the panels, the last filled up
 * with zeros.
 */
final class VectorPanels {
  private VectorPanels() {}

  /** Panels beside each other in a block of k. */
  static int across(int cols) {
    return (cols + COLUMNS - 1) / COLUMNS;
  }

  /** All of {@code b} packed, panels divided between threads; to be closed after its last use. */
  static Packed pack(Matrix b) {
    int across = across(b.cols());
    float[][] panels = new float[across * ((b.rows() + DEPTH - 1) / DEPTH)][];
    long work = (long) COLUMNS * Math.min(DEPTH, b.rows());
    WorkSplit.inUnits(panels.length, 1, work, (from, to) -> fill(b, across, panels, from, to));
    return new Packed(b, panels);
  }

  private static void fill(Matrix b, int across, float[][] panels, int from, int to) {
    for (int i = from; i < to; i++) {
      int p = i / across * DEPTH;
      Matrix block = b.window(p, 0, Math.min(DEPTH, b.rows() - p), b.cols());
      panels[i] = BufferPool.take(block.rows() * COLUMNS);
      fill(block, i % across * COLUMNS, panels[i]);
    }
  }

  /** Packs the panel of {@code b} that begins with column j; {@code b} is at most DEPTH deep. */
  static void fill(Matrix b, int j, float[] panel) {
    int width = Math.min(COLUMNS, b.cols() - j);
    if (b.colStride() != 1) {
      fillTransposed(b, j, width, panel);
    } else if (width == COLUMNS) {
      fillRows(b.data(), b.index(0, j), b.rowStride(), b.rows(), panel);
    } else {
      fillNarrow(b, j, width, panel);
    }
  }

  private static void fillRows(float[] b, int at, int stride, int k, float[] panel) {
    for (int p = 0; p < k; p++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, at + p * stride);
      FloatVector v = FloatVector.fromArray(SPECIES, b, at + p * stride + WIDTH);
      u.intoArray(panel, p * COLUMNS);
      v.intoArray(panel, p * COLUMNS + WIDTH);
    }
  }

  private static void fillNarrow(Matrix b, int j, int width, float[] panel) {
    for (int p = 0; p < b.rows(); p++) {
      int at = b.index(p, j);
      for (int q = 0; q < width; q++) panel[p * COLUMNS + q] = b.data()[at + q];
      for (int q = width; q < COLUMNS; q++) panel[p * COLUMNS + q] = 0f;
    }
  }

  /** The transpose of a transposed B: column by column, each read along its memory. */
  private static void fillTransposed(Matrix b, int j, int width, float[] panel) {
    int q = 0;
    if (b.rowStride() == 1) {
      for (; q + 4 <= width; q += 4) {
        fourColumns(b.data(), b.index(0, j + q), b.colStride(), b.rows(), panel, q);
      }
    }
    for (; q < width; q++) oneColumn(b, j + q, panel, q);
    for (; q < COLUMNS; q++) {
      for (int p = 0; p < b.rows(); p++) panel[p * COLUMNS + q] = 0f;
    }
  }

  private static void fourColumns(float[] b, int at, int stride, int k, float[] panel, int q) {
    for (int p = 0; p < k; p++) {
      panel[p * COLUMNS + q] = b[at + p];
      panel[p * COLUMNS + q + 1] = b[at + stride + p];
      panel[p * COLUMNS + q + 2] = b[at + 2 * stride + p];
      panel[p * COLUMNS + q + 3] = b[at + 3 * stride + p];
    }
  }

  private static void oneColumn(Matrix b, int j, float[] panel, int q) {
    for (int p = 0; p < b.rows(); p++) panel[p * COLUMNS + q] = b.data()[b.index(p, j)];
  }
}
