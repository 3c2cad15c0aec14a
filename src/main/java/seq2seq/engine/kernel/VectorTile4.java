package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** A tile of 4 rows: for processors with 16 vector registers (x86 without AVX-512). */
final class VectorTile4 extends VectorTile {
  VectorTile4() {
    super(4);
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
  }
}
