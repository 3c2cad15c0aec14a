package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * {@link PlainGates} for all lanes at once. sigmoid and tanh go over a whole stretch of memory, the
 * rest over one vector after the other; what is left at the end of a row is done by {@code
 * PlainGates} itself.
 */
final class VectorGates {
  private static final int STRETCH = 1024;
  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[STRETCH]);

  private VectorGates() {}

  /** As {@link Kernel#gru}. */
  static void gru(
      float[] projected,
      int p,
      float[] state,
      int s,
      float[] candidate,
      int n,
      float[] before,
      int b,
      float[] after,
      int a,
      int size,
      int rows) {
    int whole = SPECIES.loopBound(size);
    int wide = 3 * size;
    for (int i = 0; whole < size && i < rows; i++) {
      PlainGates.gru(
          projected,
          p + i * wide,
          state,
          s + i * wide,
          candidate,
          n + i * size,
          before,
          b + i * size,
          after,
          a + i * size,
          whole,
          size);
    }
    open(projected, p, state, s, whole, size, rows);
    for (int i = 0; i < rows; i++) {
      int at = n + i * size;
      offer(projected, p + i * wide + 2 * size, state, s + i * wide, candidate, at, whole, size);
    }
    tanh(candidate, n, whole, size, rows);
    for (int i = 0; i < rows; i++) {
      int one = i * size;
      int z = s + i * wide + size;
      mix(state, z, candidate, n + one, before, b + one, after, a + one, whole);
    }
  }

  /** tanh of the rows, in one go where they are one stretch of memory. */
  private static void tanh(float[] x, int at, int whole, int size, int rows) {
    if (whole == size) {
      VectorMath.tanh(x, x, at, at + rows * size);
      return;
    }
    for (int i = 0; i < rows; i++) {
      VectorMath.tanh(x, x, at + i * size, at + i * size + whole);
    }
  }

  /**
   * r and z of all rows, sigmoid(projected + state). Short rows are put side by side first, since a
   * function pays for its constants once a call.
   */
  private static void open(
      float[] projected, int p, float[] state, int s, int whole, int size, int rows) {
    int wide = 3 * size;
    int two = 2 * size;
    if (whole < size || two > STRETCH / 2) {
      for (int i = 0; i < rows; i++) {
        addTwoSigmoids(projected, p + i * wide, state, s + i * wide, whole, size);
      }
      return;
    }
    float[] side = SCRATCH.get();
    int most = STRETCH / two;
    for (int from = 0; from < rows; from += most) {
      int count = Math.min(most, rows - from);
      for (int i = 0; i < count; i++) {
        int row = (from + i) * wide;
        sum(projected, p + row, state, s + row, side, i * two, two);
      }
      VectorMath.sigmoid(side, side, 0, count * two);
      for (int i = 0; i < count; i++) {
        System.arraycopy(side, i * two, state, s + (from + i) * wide, two);
      }
    }
  }

  private static void sum(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int count) {
    for (int j = 0; j < count; j += WIDTH) {
      at(x, xAt + j).add(at(y, yAt + j)).intoArray(z, zAt + j);
    }
  }

  /** The first two gates, which are one stretch of memory where a row has no rest. */
  private static void addTwoSigmoids(
      float[] projected, int p, float[] state, int s, int whole, int size) {
    if (whole == size) {
      addSigmoid(projected, p, state, s, 2 * size);
    } else {
      addSigmoid(projected, p, state, s, whole);
      addSigmoid(projected, p + size, state, s + size, whole);
    }
  }

  /** state = sigmoid(projected + state). */
  private static void addSigmoid(float[] projected, int p, float[] state, int s, int count) {
    VectorLoops.add(projected, p, state, s, count);
    VectorMath.sigmoid(state, state, s, s + count);
  }

  /** candidate = projected + r·state, tanh still to come. */
  private static void offer(
      float[] projected, int p, float[] state, int s, float[] candidate, int n, int whole, int h) {
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector reset = at(state, s + j);
      at(projected, p + j).add(reset.mul(at(state, s + 2 * h + j))).intoArray(candidate, n + j);
    }
  }

  private static void mix(
      float[] state,
      int z,
      float[] candidate,
      int n,
      float[] before,
      int b,
      float[] after,
      int a,
      int whole) {
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector offered = at(candidate, n + j);
      FloatVector away = at(before, b + j).sub(offered);
      offered.add(at(state, z + j).mul(away)).intoArray(after, a + j);
    }
  }

  /** As {@link Kernel#gruBackward}. */
  static void gruBackward(
      float[] gradient,
      int d,
      float[] state,
      int s,
      float[] candidate,
      int n,
      float[] before,
      int b,
      float[] dProjected,
      int p,
      float[] dState,
      int q,
      int size) {
    int whole = SPECIES.loopBound(size);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector dAfter = at(gradient, d + j);
      FloatVector reset = at(state, s + j);
      FloatVector update = at(state, s + size + j);
      FloatVector offered = at(candidate, n + j);
      FloatVector kept = dAfter.mul(update);
      FloatVector dOffered = dAfter.sub(kept).mul(one().sub(offered.mul(offered)));
      FloatVector dReset =
          dOffered.mul(at(state, s + 2 * size + j)).mul(reset.mul(one().sub(reset)));
      FloatVector dUpdate =
          dAfter.mul(at(before, b + j).sub(offered)).mul(update.mul(one().sub(update)));
      dReset.intoArray(dProjected, p + j);
      dUpdate.intoArray(dProjected, p + size + j);
      dOffered.intoArray(dProjected, p + 2 * size + j);
      dReset.intoArray(dState, q + j);
      dUpdate.intoArray(dState, q + size + j);
      dOffered.mul(reset).intoArray(dState, q + 2 * size + j);
      kept.intoArray(gradient, d + j);
    }
    if (whole < size) {
      PlainGates.gruBackward(
          gradient, d, state, s, candidate, n, before, b, dProjected, p, dState, q, whole, size);
    }
  }

  /** As {@link Kernel#lstm}. */
  static void lstm(
      float[] projected,
      int p,
      float[] state,
      int s,
      float[] before,
      int b,
      float[] memory,
      int m,
      float[] shown,
      int t,
      float[] hidden,
      int a,
      int size) {
    int whole = SPECIES.loopBound(size);
    if (whole < size) {
      PlainGates.lstm(
          projected, p, state, s, before, b, memory, m, shown, t, hidden, a, whole, size);
    }
    addTwoSigmoids(projected, p, state, s, whole, size);
    VectorLoops.add(projected, p + 2 * size, state, s + 2 * size, whole);
    VectorMath.tanh(state, state, s + 2 * size, s + 2 * size + whole);
    addSigmoid(projected, p + 3 * size, state, s + 3 * size, whole);
    remember(state, s, before, b, memory, m, shown, t, whole, size);
    VectorMath.tanh(shown, shown, t, t + whole);
    show(state, s + 3 * size, shown, t, hidden, a, whole);
  }

  /** memory = f·before + i·g; a copy in {@code shown}, tanh still to come. */
  private static void remember(
      float[] state,
      int s,
      float[] before,
      int b,
      float[] memory,
      int m,
      float[] shown,
      int t,
      int whole,
      int size) {
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector kept = at(state, s + size + j).mul(at(before, b + j));
      kept = kept.add(at(state, s + j).mul(at(state, s + 2 * size + j)));
      kept.intoArray(memory, m + j);
      kept.intoArray(shown, t + j);
    }
  }

  private static void show(
      float[] state, int o, float[] shown, int t, float[] hidden, int a, int whole) {
    for (int j = 0; j < whole; j += WIDTH) {
      at(state, o + j).mul(at(shown, t + j)).intoArray(hidden, a + j);
    }
  }

  /** As {@link Kernel#lstmBackward}. */
  static void lstmBackward(
      float[] dHidden,
      int d,
      float[] dMemory,
      int e,
      float[] state,
      int s,
      float[] before,
      int b,
      float[] shown,
      int t,
      float[] dState,
      int q,
      int size) {
    int whole = SPECIES.loopBound(size);
    for (int j = 0; j < whole; j += WIDTH) {
      FloatVector input = at(state, s + j);
      FloatVector forget = at(state, s + size + j);
      FloatVector offered = at(state, s + 2 * size + j);
      FloatVector output = at(state, s + 3 * size + j);
      FloatVector seen = at(shown, t + j);
      FloatVector dAfter = at(dHidden, d + j);
      FloatVector dKept = at(dMemory, e + j).add(dAfter.mul(output).mul(one().sub(seen.mul(seen))));
      dKept.mul(offered).mul(input.mul(one().sub(input))).intoArray(dState, q + j);
      dKept
          .mul(at(before, b + j))
          .mul(forget.mul(one().sub(forget)))
          .intoArray(dState, q + size + j);
      dKept.mul(input).mul(one().sub(offered.mul(offered))).intoArray(dState, q + 2 * size + j);
      dAfter.mul(seen).mul(output.mul(one().sub(output))).intoArray(dState, q + 3 * size + j);
      dKept.mul(forget).intoArray(dMemory, e + j);
    }
    if (whole < size) {
      PlainGates.lstmBackward(
          dHidden, d, dMemory, e, state, s, before, b, shown, t, dState, q, whole, size);
    }
  }

  private static FloatVector at(float[] x, int index) {
    return FloatVector.fromArray(SPECIES, x, index);
  }

  private static FloatVector one() {
    return FloatVector.broadcast(SPECIES, 1f);
  }
}
