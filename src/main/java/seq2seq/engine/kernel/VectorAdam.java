package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.SPECIES;
import static seq2seq.engine.kernel.VectorLanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/** {@link Kernel#adam} for all lanes at once. */
final class VectorAdam {
  private VectorAdam() {}

  /** Updates as many whole vectors as the range holds; returns where it stopped. */
  static int run(
      AdamFactors step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to) {
    FloatVector meanRate = FloatVector.broadcast(SPECIES, step.meanRate());
    FloatVector squareRate = FloatVector.broadcast(SPECIES, step.squareRate());
    FloatVector size = FloatVector.broadcast(SPECIES, -step.size());
    float scale = step.scale();
    float epsilon = step.epsilon();
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      FloatVector g = FloatVector.fromArray(SPECIES, gradient, i);
      FloatVector m = FloatVector.fromArray(SPECIES, mean, i);
      m = meanRate.fma(g.sub(m), m);
      m.intoArray(mean, i);
      FloatVector s = FloatVector.fromArray(SPECIES, square, i);
      s = squareRate.fma(g.mul(g).sub(s), s);
      s.intoArray(square, i);
      FloatVector ratio = m.div(s.sqrt().mul(scale).add(epsilon));
      size.fma(ratio, FloatVector.fromArray(SPECIES, value, i)).intoArray(value, i);
    }
    return i;
  }
}
