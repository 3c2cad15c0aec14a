package seq2seq.nn;

import java.util.List;
import java.util.Map;

/** Stochastic gradient descent: θ ← θ - η·g. */
public final class Sgd implements Optimiser {
  private final float learningRate;
  private long steps;

  /**
   * Descent with learning rate η.
   *
   * @throws IllegalArgumentException if it is not a positive number
   */
  public Sgd(double learningRate) {
    this.learningRate = Adam.checkedRate(learningRate);
  }

  @Override
  public void step(List<Parameter> parameters) {
    steps++;
    for (Parameter p : parameters) {
      if (p.value().hasGrad()) {
        descend(p.value().liveData(), p.value().liveGrad());
      }
    }
  }

  private void descend(float[] theta, float[] g) {
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= learningRate * g[i];
    }
  }

  @Override
  public Map<String, float[]> state() {
    return Map.of();
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void restore(long savedSteps, Map<String, float[]> state) {
    if (!state.isEmpty()) {
      throw new IllegalArgumentException(
          "SGD: remembers nothing from step to step; got a saved state with "
              + String.join(", ", state.keySet()));
    }
    steps = savedSteps;
  }
}
