package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loop of the SIMD matrix product: a tile of C, 6 rows by 1 or 2 vectors, stays in
 * registers while k runs.
 *
 * <p>Twelve accumulators, two vectors of B and one element of A, spread over all lanes, just fit
 * the 16 registers of AVX2. The code is written out by hand, and each product adds to its own
 * chain: a loop over an array of vectors would put every vector on the heap.
 *
 * <p>B is packed into panels: the row p of a panel lies at {@code bAt + p * panelWidth}. Written as
 * a product of the loop variable with a constant, as is the place in a row of A, the JIT proves all
 * accesses in bounds before the loop.
 *
 * <p>At the lower edge of C there are fewer than 6 rows. The missing ones repeat the last row that
 * exists: they read what it reads and write what it writes, so that one loop serves every edge.
 */
final class VectorTile {
  /** Rows of C in a tile. */
  static final int ROWS = 6;

  /** Columns of C in a tile: two vectors. */
  static final int COLUMNS = 2 * WIDTH;

  private VectorTile() {}

  /**
   * C (6×2 vectors) = S + A (6×k, rows {@code aRow} apart) · B (k×2 vectors, packed); of the rows
   * only the first {@code rows}, 1 or more, exist. S may be C.
   */
  static void twoVectors(
      float[] a,
      int aAt,
      int aRow,
      int rows,
      float[] b,
      int bAt,
      int k,
      float[] s,
      int sAt,
      int sRow,
      float[] c,
      int cAt,
      int cRow) {
    int last = rows - 1;
    int a0 = aAt;
    int a1 = aAt + Math.min(1, last) * aRow;
    int a2 = aAt + Math.min(2, last) * aRow;
    int a3 = aAt + Math.min(3, last) * aRow;
    int a4 = aAt + Math.min(4, last) * aRow;
    int a5 = aAt + Math.min(5, last) * aRow;
    int c0 = cAt;
    int c1 = cAt + Math.min(1, last) * cRow;
    int c2 = cAt + Math.min(2, last) * cRow;
    int c3 = cAt + Math.min(3, last) * cRow;
    int c4 = cAt + Math.min(4, last) * cRow;
    int c5 = cAt + Math.min(5, last) * cRow;
    FloatVector s0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector t0 = FloatVector.fromArray(SPECIES, s, sAt + WIDTH);
    FloatVector s1 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(1, last) * sRow);
    FloatVector t1 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(1, last) * sRow + WIDTH);
    FloatVector s2 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(2, last) * sRow);
    FloatVector t2 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(2, last) * sRow + WIDTH);
    FloatVector s3 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(3, last) * sRow);
    FloatVector t3 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(3, last) * sRow + WIDTH);
    FloatVector s4 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(4, last) * sRow);
    FloatVector t4 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(4, last) * sRow + WIDTH);
    FloatVector s5 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(5, last) * sRow);
    FloatVector t5 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(5, last) * sRow + WIDTH);
    for (int p = 0; p < k; p++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, bAt + p * COLUMNS);
      FloatVector v = FloatVector.fromArray(SPECIES, b, bAt + p * COLUMNS + WIDTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + p]);
      s0 = x0.fma(u, s0);
      t0 = x0.fma(v, t0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + p]);
      s1 = x1.fma(u, s1);
      t1 = x1.fma(v, t1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + p]);
      s2 = x2.fma(u, s2);
      t2 = x2.fma(v, t2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + p]);
      s3 = x3.fma(u, s3);
      t3 = x3.fma(v, t3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + p]);
      s4 = x4.fma(u, s4);
      t4 = x4.fma(v, t4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + p]);
      s5 = x5.fma(u, s5);
      t5 = x5.fma(v, t5);
    }
    s0.intoArray(c, c0);
    t0.intoArray(c, c0 + WIDTH);
    s1.intoArray(c, c1);
    t1.intoArray(c, c1 + WIDTH);
    s2.intoArray(c, c2);
    t2.intoArray(c, c2 + WIDTH);
    s3.intoArray(c, c3);
    t3.intoArray(c, c3 + WIDTH);
    s4.intoArray(c, c4);
    t4.intoArray(c, c4 + WIDTH);
    s5.intoArray(c, c5);
    t5.intoArray(c, c5 + WIDTH);
  }

  /** As {@link #twoVectors}, for the first vector of a panel alone: the right edge of C. */
  static void oneVector(
      float[] a,
      int aAt,
      int aRow,
      int rows,
      float[] b,
      int bAt,
      int k,
      float[] s,
      int sAt,
      int sRow,
      float[] c,
      int cAt,
      int cRow) {
    int last = rows - 1;
    int a0 = aAt;
    int a1 = aAt + Math.min(1, last) * aRow;
    int a2 = aAt + Math.min(2, last) * aRow;
    int a3 = aAt + Math.min(3, last) * aRow;
    int a4 = aAt + Math.min(4, last) * aRow;
    int a5 = aAt + Math.min(5, last) * aRow;
    int c0 = cAt;
    int c1 = cAt + Math.min(1, last) * cRow;
    int c2 = cAt + Math.min(2, last) * cRow;
    int c3 = cAt + Math.min(3, last) * cRow;
    int c4 = cAt + Math.min(4, last) * cRow;
    int c5 = cAt + Math.min(5, last) * cRow;
    FloatVector s0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector s1 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(1, last) * sRow);
    FloatVector s2 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(2, last) * sRow);
    FloatVector s3 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(3, last) * sRow);
    FloatVector s4 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(4, last) * sRow);
    FloatVector s5 = FloatVector.fromArray(SPECIES, s, sAt + Math.min(5, last) * sRow);
    for (int p = 0; p < k; p++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, bAt + p * COLUMNS);
      s0 = FloatVector.broadcast(SPECIES, a[a0 + p]).fma(u, s0);
      s1 = FloatVector.broadcast(SPECIES, a[a1 + p]).fma(u, s1);
      s2 = FloatVector.broadcast(SPECIES, a[a2 + p]).fma(u, s2);
      s3 = FloatVector.broadcast(SPECIES, a[a3 + p]).fma(u, s3);
      s4 = FloatVector.broadcast(SPECIES, a[a4 + p]).fma(u, s4);
      s5 = FloatVector.broadcast(SPECIES, a[a5 + p]).fma(u, s5);
    }
    s0.intoArray(c, c0);
    s1.intoArray(c, c1);
    s2.intoArray(c, c2);
    s3.intoArray(c, c3);
    s4.intoArray(c, c4);
    s5.intoArray(c, c5);
  }
}
