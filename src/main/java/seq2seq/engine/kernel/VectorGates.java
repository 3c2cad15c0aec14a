package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * {@link PlainGates} for all lanes at once. sigmoid and tanh go over a whole stretch of memory, the
 * rest over one vector after the other; what is left at the end of a row is done by {@code
 * PlainGates} itself.
 */
final class VectorGates implements GateKernel {
  private static final int STRETCH = 1024;
  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[STRETCH]);

  private final int size;

  /** The units of a row that are whole vectors; the rest has its own kernel. */
  private final int whole;

  private final PlainGates rest;

  VectorGates(int size) {
    this.size = size;
    this.whole = SPECIES.loopBound(size);
    this.rest = new PlainGates(whole);
  }

  @Override
  public void gru(Matrix projected, Matrix state, Matrix candidate, Matrix before, Matrix after) {
    if (whole < size) rest.gru(projected, state, candidate, before, after);
    resetAndUpdate(projected, state);
    for (int row = 0; row < before.rows(); row++) candidate(projected, state, candidate, row);
    tanh(candidate);
    for (int row = 0; row < before.rows(); row++) mix(state, candidate, before, after, row);
  }

  /** tanh of the rows, in one go where they are one stretch of memory. */
  private void tanh(Matrix x) {
    if (whole == size && x.rowStride() == size) {
      VectorMath.tanh(x.data(), x.data(), x.at(), x.at() + x.rows() * size);
      return;
    }
    for (int row = 0; row < x.rows(); row++) {
      VectorMath.tanh(x.data(), x.data(), x.index(row, 0), x.index(row, whole));
    }
  }

  /**
   * r and z of all rows, sigmoid(projected + state). Short rows are put side by side first, since a
   * function pays for its constants once a call.
   */
  private void resetAndUpdate(Matrix projected, Matrix state) {
    int two = 2 * size;
    if (whole < size || two > STRETCH / 2) {
      for (int row = 0; row < state.rows(); row++) addTwoSigmoids(projected, state, row);
      return;
    }
    float[] side = SCRATCH.get();
    int most = STRETCH / two;
    for (int from = 0; from < state.rows(); from += most) {
      int count = Math.min(most, state.rows() - from);
      for (int i = 0; i < count; i++) sum(projected, state, from + i, side, i * two);
      VectorMath.sigmoid(side, side, 0, count * two);
      for (int i = 0; i < count; i++) {
        System.arraycopy(side, i * two, state.data(), state.index(from + i, 0), two);
      }
    }
  }

  /** The first two gates of a row, projected + state, one after the other. */
  private void sum(Matrix projected, Matrix state, int row, float[] z, int at) {
    float[] x = projected.data();
    float[] y = state.data();
    int p = projected.index(row, 0);
    int s = state.index(row, 0);
    for (int j = 0; j < 2 * size; j += WIDTH) {
      at(x, p + j).add(at(y, s + j)).intoArray(z, at + j);
    }
  }

  /** The first two gates, which are one stretch of memory where a row has no rest. */
  private void addTwoSigmoids(Matrix projected, Matrix state, int row) {
    if (whole == size) {
      addSigmoid(projected, state, row, 0, 2 * size);
    } else {
      addSigmoid(projected, state, row, 0, whole);
      addSigmoid(projected, state, row, size, whole);
    }
  }

  /** state = sigmoid(projected + state) for {@code count} columns of a row. */
  private static void addSigmoid(Matrix projected, Matrix state, int row, int column, int count) {
    int s = state.index(row, column);
    VectorLoops.add(projected.data(), projected.index(row, column), state.data(), s, count);
    VectorMath.sigmoid(state.data(), state.data(), s, s + count);
  }

  /** candidate = projected + r·state, tanh still to come. */
  private void candidate(Matrix projected, Matrix state, Matrix candidate, int row) {
    float[] x = projected.data();
    float[] gates = state.data();
    float[] n = candidate.data();
    int p = projected.index(row, 2 * size);
    int r = state.index(row, 0);
    int s = state.index(row, 2 * size);
    int to = candidate.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      at(x, p + j).add(at(gates, r + j).mul(at(gates, s + j))).intoArray(n, to + j);
    }
  }

  /** h' = n + z·(h - n). */
  private void mix(Matrix state, Matrix candidate, Matrix before, Matrix after, int row) {
    float[] gates = state.data();
    float[] n = candidate.data();
    float[] h = before.data();
    float[] newH = after.data();
    int z = state.index(row, size);
    int c = candidate.index(row, 0);
    int b = before.index(row, 0);
    int a = after.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector offer = at(n, c + j);
      FloatVector away = at(h, b + j).sub(offer);
      offer.add(at(gates, z + j).mul(away)).intoArray(newH, a + j);
    }
  }

  @Override
  public void gruBackward(
      Matrix dHidden,
      Matrix state,
      Matrix candidate,
      Matrix before,
      Matrix dProjected,
      Matrix dState) {
    if (whole < size) rest.gruBackward(dHidden, state, candidate, before, dProjected, dState);
    for (int row = 0; row < before.rows(); row++) {
      gruBackward(dHidden, state, candidate, before, dProjected, dState, row);
    }
  }

  private void gruBackward(
      Matrix dHidden,
      Matrix state,
      Matrix candidate,
      Matrix before,
      Matrix dProjected,
      Matrix dState,
      int row) {
    float[] dH = dHidden.data();
    float[] gates = state.data();
    float[] dX = dProjected.data();
    float[] dS = dState.data();
    int d = dHidden.index(row, 0);
    int s = state.index(row, 0);
    int c = candidate.index(row, 0);
    int b = before.index(row, 0);
    int p = dProjected.index(row, 0);
    int q = dState.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector dAfter = at(dH, d + j);
      FloatVector r = at(gates, s + j);
      FloatVector z = at(gates, s + size + j);
      FloatVector n = at(candidate.data(), c + j);
      FloatVector carried = dAfter.mul(z);
      FloatVector dN = dAfter.sub(carried).mul(one().sub(n.mul(n)));
      FloatVector dR = dN.mul(at(gates, s + 2 * size + j)).mul(r.mul(one().sub(r)));
      FloatVector away = at(before.data(), b + j).sub(n);
      FloatVector dZ = dAfter.mul(away).mul(z.mul(one().sub(z)));
      dR.intoArray(dX, p + j);
      dZ.intoArray(dX, p + size + j);
      dN.intoArray(dX, p + 2 * size + j);
      dR.intoArray(dS, q + j);
      dZ.intoArray(dS, q + size + j);
      dN.mul(r).intoArray(dS, q + 2 * size + j);
      carried.intoArray(dH, d + j);
    }
  }

  @Override
  public void lstm(
      Matrix projected,
      Matrix state,
      Matrix cellBefore,
      Matrix cellAfter,
      Matrix tanhCell,
      Matrix after) {
    if (whole < size) rest.lstm(projected, state, cellBefore, cellAfter, tanhCell, after);
    for (int row = 0; row < after.rows(); row++) {
      addTwoSigmoids(projected, state, row);
      int g = state.index(row, 2 * size);
      VectorLoops.add(projected.data(), projected.index(row, 2 * size), state.data(), g, whole);
      VectorMath.tanh(state.data(), state.data(), g, g + whole);
      addSigmoid(projected, state, row, 3 * size, whole);
      newCell(state, cellBefore, cellAfter, tanhCell, row);
      int t = tanhCell.index(row, 0);
      VectorMath.tanh(tanhCell.data(), tanhCell.data(), t, t + whole);
      newHidden(state, tanhCell, after, row);
    }
  }

  /** c' = f·c + i·g; a copy in {@code tanhCell}, tanh still to come. */
  private void newCell(
      Matrix state, Matrix cellBefore, Matrix cellAfter, Matrix tanhCell, int row) {
    float[] gates = state.data();
    float[] c = cellBefore.data();
    float[] newC = cellAfter.data();
    float[] copy = tanhCell.data();
    int s = state.index(row, 0);
    int b = cellBefore.index(row, 0);
    int a = cellAfter.index(row, 0);
    int t = tanhCell.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector cell = at(gates, s + size + j).mul(at(c, b + j));
      cell = cell.add(at(gates, s + j).mul(at(gates, s + 2 * size + j)));
      cell.intoArray(newC, a + j);
      cell.intoArray(copy, t + j);
    }
  }

  /** h' = o·tanh c'. */
  private void newHidden(Matrix state, Matrix tanhCell, Matrix after, int row) {
    float[] gates = state.data();
    float[] tanh = tanhCell.data();
    float[] h = after.data();
    int o = state.index(row, 3 * size);
    int t = tanhCell.index(row, 0);
    int a = after.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      at(gates, o + j).mul(at(tanh, t + j)).intoArray(h, a + j);
    }
  }

  @Override
  public void lstmBackward(
      Matrix dHidden,
      Matrix dCell,
      Matrix state,
      Matrix cellBefore,
      Matrix tanhCell,
      Matrix dState) {
    if (whole < size) rest.lstmBackward(dHidden, dCell, state, cellBefore, tanhCell, dState);
    for (int row = 0; row < dHidden.rows(); row++) {
      lstmBackward(dHidden, dCell, state, cellBefore, tanhCell, dState, row);
    }
  }

  private void lstmBackward(
      Matrix dHidden,
      Matrix dCell,
      Matrix state,
      Matrix cellBefore,
      Matrix tanhCell,
      Matrix dState,
      int row) {
    float[] gates = state.data();
    float[] dC = dCell.data();
    float[] dS = dState.data();
    int d = dHidden.index(row, 0);
    int e = dCell.index(row, 0);
    int s = state.index(row, 0);
    int b = cellBefore.index(row, 0);
    int t = tanhCell.index(row, 0);
    int q = dState.index(row, 0);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector i = at(gates, s + j);
      FloatVector f = at(gates, s + size + j);
      FloatVector g = at(gates, s + 2 * size + j);
      FloatVector o = at(gates, s + 3 * size + j);
      FloatVector tanh = at(tanhCell.data(), t + j);
      FloatVector dAfter = at(dHidden.data(), d + j);
      FloatVector dNew = at(dC, e + j).add(dAfter.mul(o).mul(one().sub(tanh.mul(tanh))));
      dNew.mul(g).mul(i.mul(one().sub(i))).intoArray(dS, q + j);
      FloatVector dF = dNew.mul(at(cellBefore.data(), b + j)).mul(f.mul(one().sub(f)));
      dF.intoArray(dS, q + size + j);
      dNew.mul(i).mul(one().sub(g.mul(g))).intoArray(dS, q + 2 * size + j);
      dAfter.mul(tanh).mul(o.mul(one().sub(o))).intoArray(dS, q + 3 * size + j);
      dNew.mul(f).intoArray(dC, e + j);
    }
  }

  private static FloatVector at(float[] x, int index) {
    return FloatVector.fromArray(SPECIES, x, index);
  }

  private static FloatVector one() {
    return FloatVector.broadcast(SPECIES, 1f);
  }
}
