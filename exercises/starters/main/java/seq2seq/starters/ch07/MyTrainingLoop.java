package seq2seq.starters.ch07;

import seq2seq.graded.ch07.TrainingLoop;
import seq2seq.grading.Todo;

/**
 * Exercise 7.4, 4 points, extend: the eight steps in the right order.
 *
 * <p>Model, data and optimiser are there, as steps that do their work when they are called. What is
 * asked for is the loop that calls them, and the two numbers that step 8 is shown. Chapter 7;
 * Goodfellow, Bengio and Courville, Deep Learning (2016), algorithm 8.1, is this loop without steps
 * 6 and 8.
 *
 * <p>To try it: {@code ./learn check 7.4}. If you are stuck: {@code ./learn hint 7.4}.
 */
public final class MyTrainingLoop implements TrainingLoop {

  /**
   * Trains for some epochs.
   *
   * <p>Step 1 once, then for each batch of each epoch steps 2 to 7, and step 8 once after each
   * epoch. The gradients of a batch are those of this batch alone. What step 8 is shown as the
   * training loss is the mean over all real target tokens of the epoch; as the held-out loss, that
   * of the model after the epoch's last update.
   *
   * <p>Example: an epoch of two batches with losses 2 and 1 and with 10 and 30 tokens has the
   * training loss (2·10 + 1·30) / 40 = 1.25.
   *
   * @param steps the steps; an epoch has at least one batch, a batch at least one real token
   * @param epochs how many epochs, at least 1
   */
  @Override
  public void train(Steps steps, int epochs) {
    throw new Todo("7.4");
  }
}
