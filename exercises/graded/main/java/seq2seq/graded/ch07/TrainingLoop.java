package seq2seq.graded.ch07;

/**
 * Exercise 7.4, 4 points, extend: the eight steps in the right order.
 *
 * <p>Model, data and optimiser are there, as steps that do their work when they are called. What is
 * asked for is the loop that calls them, and the two numbers that step 8 is shown. Chapter 7;
 * Goodfellow, Bengio and Courville, Deep Learning (2016), algorithm 8.1, is this loop without steps
 * 6 and 8.
 */
public interface TrainingLoop {

  /** The steps. What one leaves behind, the next ones find. */
  interface Steps {

    /** 1. Gives every parameter its first value, at random. */
    void initialise();

    /**
     * 2. Loads the next batch of the epoch.
     *
     * @return false if the epoch has none left: nothing was loaded then, and the next call begins
     *     the next epoch
     */
    boolean load();

    /** 3. Runs the model over the batch at hand. */
    void forward();

    /**
     * 4. Measures the loss of what forward gave.
     *
     * @return the mean over the batch's real target tokens, nats per token
     */
    double loss();

    /**
     * How large the batch at hand is.
     *
     * @return its real target tokens
     */
    int tokens();

    /** Sets all gradients to 0. */
    void clear();

    /** 5. Sends the loss backward: for every parameter, ADDS to the gradient that is there. */
    void backward();

    /** 6. Clips the gradients that are there by their global norm. */
    void clip();

    /** 7. Moves every parameter by the gradients that are there, and leaves them there. */
    void update();

    /**
     * Measures the held-out loss of the model as it is now; nothing else is touched.
     *
     * @return nats per real target token
     */
    double heldOut();

    /**
     * 8. Adds a row to the history and a point to the curve.
     *
     * @param trainLoss of the epoch that has ended, nats per real target token
     * @param heldOutLoss at its end, nats per real target token
     */
    void visualise(double trainLoss, double heldOutLoss);
  }

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
  void train(Steps steps, int epochs);
}
