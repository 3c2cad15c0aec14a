package seq2seq.solutions.ch07;

import seq2seq.graded.ch07.TrainingLoop;

/**
 * Exercise 7.4, the eight steps in the right order: {@link TrainingLoop} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.4}. If you are stuck: {@code ./learn hint 7.4}.
 */
public final class MyTrainingLoop implements TrainingLoop {
  // BEGIN SOLUTION
  // Why it is right: each step finds what the one before it left, and clear stands right before the
  // only step that adds. The sums of an epoch weigh each batch by its tokens, so every token counts
  // alike, however the sentences were put into batches.
  //
  // Usual mistakes: no clear, so that old gradients pull along; clear after backward, which leaves
  // nothing to move by; clip after update, which does nothing; initialise inside the loop, which
  // forgets all; the mean of the batches' means; the held-out loss of a model that is not the one
  // that the epoch ended with.
  // END SOLUTION

  @Override
  public void train(Steps steps, int epochs) {
    // BEGIN SOLUTION
    steps.initialise();
    for (int epoch = 0; epoch < epochs; epoch++) {
      double nats = 0;
      long tokens = 0;
      while (steps.load()) {
        nats += trainOnBatch(steps) * steps.tokens();
        tokens += steps.tokens();
      }
      steps.visualise(nats / tokens, steps.heldOut());
    }
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** Steps 3 to 7; gives the loss. */
  private static double trainOnBatch(Steps steps) {
    steps.forward();
    double loss = steps.loss();
    steps.clear();
    steps.backward();
    steps.clip();
    steps.update();
    return loss;
  }
  // END SOLUTION
}
