package seq2seq.nn;

import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Kernels;

/**
 * Clipping by the global norm: if all gradients together are longer than a limit, all are shortened
 * alike. Pascanu, Mikolov and Bengio (2013), algorithm 1.
 */
public final class GradientClip {
  private GradientClip() {}

  /** The length of all gradients taken as one vector: √Σ g², over every parameter. */
  public static double globalNorm(List<Parameter> parameters) {
    double total = 0;
    for (Parameter p : parameters) {
      if (p.value().hasGrad()) {
        float[] g = p.value().liveGrad();
        total += Kernels.active().sumOfSquares(g, 0, g.length);
      }
    }
    return StrictMath.sqrt(total);
  }

  /**
   * Multiplies every gradient by limit/norm if the global norm is above the limit; the gradients
   * are mutated.
   *
   * @return the norm before clipping
   * @throws IllegalArgumentException if the limit is not above 0
   */
  public static double byGlobalNorm(List<Parameter> parameters, double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException(
          "clip: the limit of the gradient norm must be above 0; got " + Numbers.show(limit));
    }
    double norm = globalNorm(parameters);
    if (norm > limit) {
      float factor = (float) (limit / norm);
      for (Parameter p : parameters) {
        if (p.value().hasGrad()) {
          shorten(p.value().liveGrad(), factor);
        }
      }
    }
    return norm;
  }

  private static void shorten(float[] g, float factor) {
    for (int i = 0; i < g.length; i++) {
      g[i] *= factor;
    }
  }
}
