package seq2seq.graded.ch07;

import java.util.Arrays;
import seq2seq.engine.Generator;

/**
 * How long a rehearsal is, and which losses are measured in it.
 *
 * @param epochs how many
 * @param base what a batch's loss begins with, for each batch
 * @param sizes the real target tokens of each batch
 */
record RehearsalPlan(int epochs, double[] base, int[] sizes) {

  static RehearsalPlan random(int epochs, int batches, Generator random) {
    double[] base = new double[batches];
    int[] sizes = new int[batches];
    Arrays.setAll(base, b -> 2 + 3 * random.nextDouble());
    // Each batch is larger than the one before, so that a mean of means is another number.
    Arrays.setAll(sizes, b -> 20 * (b + 1) + random.nextInt(10));
    return new RehearsalPlan(epochs, base, sizes);
  }

  int batches() {
    return base.length;
  }

  /** The loss of a batch, counted from 1, after so many updates. */
  double loss(int batch, int updates) {
    return base[Math.min(batch, batches()) - 1] / (1 + 0.25 * updates);
  }

  /** The real target tokens of a batch, counted from 1. */
  int tokens(int batch) {
    return sizes[batch - 1];
  }

  /** The held-out loss after so many updates. */
  double heldOut(int updates) {
    return 1 + 4.0 / (1 + updates);
  }

  /** The loss of a batch, counted from 0, when its turn comes in an epoch. */
  private double inTurn(int epoch, int b) {
    return loss(b + 1, epoch * batches() + b);
  }

  /** The mean over all tokens of the epochs {@code from} to {@code to}, both included. */
  double meanOverTokens(int from, int to) {
    double sum = 0;
    double tokens = 0;
    for (int epoch = from; epoch <= to; epoch++) {
      for (int b = 0; b < batches(); b++) {
        sum += inTurn(epoch, b) * sizes[b];
        tokens += sizes[b];
      }
    }
    return sum / tokens;
  }

  /** The mean of an epoch's losses, each batch counting alike. */
  double meanOverBatches(int epoch) {
    double sum = 0;
    for (int b = 0; b < batches(); b++) {
      sum += inTurn(epoch, b);
    }
    return sum / batches();
  }

  double lastLoss(int epoch) {
    return inTurn(epoch, batches() - 1);
  }

  /** The held-out loss when all updates of an epoch, counted from 0, are done. */
  double heldOutAfter(int epoch) {
    return heldOut((epoch + 1) * batches());
  }

  /** As failures name this. */
  String inWords() {
    String ofBatches = batches() == 1 ? " of 1 batch" : " of " + batches() + " batches";
    return (epochs == 1 ? "1 epoch" : epochs + " epochs") + ofBatches;
  }
}
