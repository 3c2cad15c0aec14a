package seq2seq.ch07_training;

import java.util.ArrayList;
import java.util.List;
import seq2seq.nn.GradientClip;

/**
 * Keeps the global gradient norm of every update, before and after clipping, to be plotted.
 * Mutable: it grows while a training that it watches goes on.
 */
public final class GradientNorms implements Observer {
  private final List<Double> measured = new ArrayList<>();
  private final List<Double> clipped = new ArrayList<>();

  @Override
  public void after(Step step, Training training) {
    if (step == Step.CLIP) {
      measured.add(training.gradientNorm());
      clipped.add(GradientClip.globalNorm(training.model().parameters()));
    }
  }

  /** The norm of each update before clipping, in order. */
  public double[] measured() {
    return numbers(measured);
  }

  /** The norm of each update after clipping, in order. */
  public double[] clipped() {
    return numbers(clipped);
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
