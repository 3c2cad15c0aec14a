package seq2seq.ch11_capstone;

import seq2seq.ch07_training.Step;

/** Chapter 7's eight steps, in the order of {@link Step}. */
final class EightSteps {
  private final Parts.Steps steps;
  private double lossSum;
  private long tokens;

  EightSteps(Parts.Steps steps) {
    this.steps = steps;
  }

  /** Trains for some epochs. */
  void run(int epochs) {
    does(Step.INITIALISE);
    for (int epoch = 0; epoch < epochs; epoch++) {
      while (steps.load()) {
        for (Step step : Step.values()) {
          if (step.compareTo(Step.LOAD) > 0 && step.compareTo(Step.VISUALISE) < 0) {
            does(step);
          }
        }
      }
      does(Step.VISUALISE);
    }
  }

  private void does(Step step) {
    switch (step) {
      case INITIALISE -> steps.initialise();
      case FORWARD -> steps.forward();
      case LOSS -> {
        lossSum += steps.loss() * steps.tokens();
        tokens += steps.tokens();
      }
      case BACKWARD -> {
        steps.clear();
        steps.backward();
      }
      case CLIP -> steps.clip();
      case UPDATE -> steps.update();
      case VISUALISE -> {
        steps.visualise(lossSum / tokens, steps.heldOut());
        lossSum = 0;
        tokens = 0;
      }
      default -> throw new IllegalArgumentException("load is the loop's own: " + step);
    }
  }
}
