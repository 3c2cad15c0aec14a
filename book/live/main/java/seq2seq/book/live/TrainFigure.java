package seq2seq.book.live;

import java.util.Locale;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.HeldOutLoss;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.ShortPhrases;
import seq2seq.ch07_training.Step;
import seq2seq.ch07_training.Training;
import seq2seq.data.BatchOptions;
import seq2seq.data.Batches;
import seq2seq.engine.Generator;
import seq2seq.nn.Adam;
import seq2seq.nn.WeightsHash;

/**
 * Chapter 7: its training, step by step: the same data, sizes, seed and order as on the page, so
 * the same weights.
 */
final class TrainFigure implements Figure {
  private static final int EPOCHS = 15;

  private Training training;
  private Batches valid;
  private Step last;
  private double heldOut = Double.NaN;
  private double trainLoss = Double.NaN;
  private int updates;

  /** {@code do=step} does the next of the eight, {@code do=start} begins anew, else it looks. */
  @Override
  public void answer(Request request, Json answer) {
    switch (request.text("do")) {
      case "start" -> start();
      case "step" -> step();
      case "batch" -> batch();
      default -> {}
    }
    tell(answer);
    if (request.isOn("hash") || isDone()) {
      answer.put("sha256", training == null ? "" : hash());
    }
  }

  private String hash() {
    return training.model() == null ? "" : WeightsHash.sha256(training.model().parameters());
  }

  private boolean isDone() {
    return training != null && training.epoch() == EPOCHS;
  }

  private void start() {
    ShortPhrases data = ShortPhrases.load();
    valid =
        Batches.of(data.splits().valid(), data.source(), data.target(), BatchOptions.of(32, 12));
    training =
        new Training(
            sizes(data), data.train(), new Adam(0.01), 0.5, Generator.seeded(7), this::afterStep);
    last = null;
    updates = 0;
  }

  /** The model of the page, and of chapter 10's. */
  static ModelSizes sizes(ShortPhrases data) {
    int source = data.source().size();
    int target = data.target().size();
    return new ModelSizes(CellKind.GRU, ContextMode.BOTH, source, target, 24, 48, 1, 0.0);
  }

  private void afterStep(Step step, Training training) {
    last = step;
    if (step == Step.UPDATE) updates++;
    if (step == Step.VISUALISE) {
      trainLoss = training.meanLoss();
      heldOut = HeldOutLoss.of(training.model(), valid.inOrder());
    }
  }

  /** Steps until an update or an epoch's end. */
  private void batch() {
    do {
      step();
    } while (last != Step.UPDATE && last != Step.VISUALISE && !isDone());
  }

  private void step() {
    if (training == null) start();
    if (isDone()) return;
    if (last == null) {
      training.initialise();
      return;
    }
    switch (last) {
      case INITIALISE, UPDATE, VISUALISE -> {
        if (!training.load()) training.visualise();
      }
      case LOAD -> training.forward();
      case FORWARD -> training.loss();
      case LOSS -> training.backward();
      case BACKWARD -> training.clip();
      case CLIP -> training.update();
      default -> throw new IllegalStateException("training: no step after " + last);
    }
  }

  private void tell(Json answer) {
    answer
        .put("step", last == null ? "" : last.name().toLowerCase(Locale.ROOT))
        .put("epochs", EPOCHS)
        .put("done", isDone());
    if (training == null) return;
    answer
        .put("epoch", training.epoch())
        .put("batch", training.batchesDone())
        .put("batches", training.batchesPerEpoch())
        .put("updates", updates);
    if (last != null && last.compareTo(Step.LOSS) >= 0) answer.fixed("loss", training.lastLoss());
    if (last == Step.CLIP) answer.fixed("norm", training.gradientNorm());
    if (last == Step.VISUALISE) answer.fixed("trainLoss", trainLoss).fixed("heldOut", heldOut);
  }
}
