package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** A tile of 8 rows: for processors with 32 vector registers (AVX-512, ARM). */
final class VectorTile8 extends VectorTile {
  VectorTile8() {
    super(8);
  }

  @Override
  void run(float[] a, float[] b, int k, Matrix start, Matrix c, int i, int j) {
    float[] s = start.data();
    int sAt = start.index(i, j);
    int sRow = start.rowStride();
    FloatVector s0 = FloatVector.fromArray(SPECIES, s, sAt);
    FloatVector t0 = FloatVector.fromArray(SPECIES, s, sAt + WIDTH);
    FloatVector s1 = FloatVector.fromArray(SPECIES, s, sAt + sRow);
    FloatVector t1 = FloatVector.fromArray(SPECIES, s, sAt + sRow + WIDTH);
    FloatVector s2 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow);
    FloatVector t2 = FloatVector.fromArray(SPECIES, s, sAt + 2 * sRow + WIDTH);
    FloatVector s3 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow);
    FloatVector t3 = FloatVector.fromArray(SPECIES, s, sAt + 3 * sRow + WIDTH);
    FloatVector s4 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow);
    FloatVector t4 = FloatVector.fromArray(SPECIES, s, sAt + 4 * sRow + WIDTH);
    FloatVector s5 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow);
    FloatVector t5 = FloatVector.fromArray(SPECIES, s, sAt + 5 * sRow + WIDTH);
    FloatVector s6 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow);
    FloatVector t6 = FloatVector.fromArray(SPECIES, s, sAt + 6 * sRow + WIDTH);
    FloatVector s7 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow);
    FloatVector t7 = FloatVector.fromArray(SPECIES, s, sAt + 7 * sRow + WIDTH);
    for (int p = 0; p < k; p++) {
      FloatVector u = FloatVector.fromArray(SPECIES, b, p * COLUMNS);
      FloatVector v = FloatVector.fromArray(SPECIES, b, p * COLUMNS + WIDTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[p]);
      s0 = x0.fma(u, s0);
      t0 = x0.fma(v, t0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[p + STRIDE]);
      s1 = x1.fma(u, s1);
      t1 = x1.fma(v, t1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[p + 2 * STRIDE]);
      s2 = x2.fma(u, s2);
      t2 = x2.fma(v, t2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[p + 3 * STRIDE]);
      s3 = x3.fma(u, s3);
      t3 = x3.fma(v, t3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[p + 4 * STRIDE]);
      s4 = x4.fma(u, s4);
      t4 = x4.fma(v, t4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[p + 5 * STRIDE]);
      s5 = x5.fma(u, s5);
      t5 = x5.fma(v, t5);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[p + 6 * STRIDE]);
      s6 = x6.fma(u, s6);
      t6 = x6.fma(v, t6);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[p + 7 * STRIDE]);
      s7 = x7.fma(u, s7);
      t7 = x7.fma(v, t7);
    }
    float[] y = c.data();
    int cAt = c.index(i, j);
    int cRow = c.rowStride();
    s0.intoArray(y, cAt);
    t0.intoArray(y, cAt + WIDTH);
    s1.intoArray(y, cAt + cRow);
    t1.intoArray(y, cAt + cRow + WIDTH);
    s2.intoArray(y, cAt + 2 * cRow);
    t2.intoArray(y, cAt + 2 * cRow + WIDTH);
    s3.intoArray(y, cAt + 3 * cRow);
    t3.intoArray(y, cAt + 3 * cRow + WIDTH);
    s4.intoArray(y, cAt + 4 * cRow);
    t4.intoArray(y, cAt + 4 * cRow + WIDTH);
    s5.intoArray(y, cAt + 5 * cRow);
    t5.intoArray(y, cAt + 5 * cRow + WIDTH);
    s6.intoArray(y, cAt + 6 * cRow);
    t6.intoArray(y, cAt + 6 * cRow + WIDTH);
    s7.intoArray(y, cAt + 7 * cRow);
    t7.intoArray(y, cAt + 7 * cRow + WIDTH);
  }
}
