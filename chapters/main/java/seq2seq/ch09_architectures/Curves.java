package seq2seq.ch09_architectures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import seq2seq.plot.SmallMultiples;

/**
 * The losses of several networks, each in a small plot. The loss of one batch of 32 jumps up and
 * down; what is drawn is the mean of ten updates. Mutable: it collects.
 */
public final class Curves {
  private static final int TOGETHER = 10;

  private final Map<String, double[]> curves = new LinkedHashMap<>();

  /**
   * Adds a curve, or replaces the one of this name.
   *
   * @param losses the loss before each update, nats per real token; at least 10
   */
  public void put(String name, double[] losses) {
    curves.put(name, means(losses));
  }

  /** The mean of each ten; a rest of fewer is left out. */
  static double[] means(double[] losses) {
    double[] means = new double[losses.length / TOGETHER];
    for (int i = 0; i < means.length; i++) {
      int from = TOGETHER * i;
      means[i] = Arrays.stream(losses, from, from + TOGETHER).average().orElseThrow();
    }
    return means;
  }

  /** Each curve in a small plot of its own, all on the same axes, the loss on a logarithmic one. */
  public SmallMultiples smallMultiples() {
    SmallMultiples plots =
        SmallMultiples.of(
                "Loss of each network on its task",
                "updates done",
                "loss, nats per real answer, mean of " + TOGETHER)
            .withLogY();
    for (Map.Entry<String, double[]> curve : curves.entrySet()) {
      double[] updates = new double[curve.getValue().length];
      Arrays.setAll(updates, i -> TOGETHER * i);
      plots = plots.with(curve.getKey(), updates, curve.getValue());
    }
    return plots;
  }
}
