package seq2seq.book.live;

import java.util.List;
import seq2seq.ch07_training.Observer;
import seq2seq.ch07_training.ShortPhrases;
import seq2seq.ch07_training.Training;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.ch10_attention.Alignment;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.ch10_attention.AttentionSizes;
import seq2seq.engine.Generator;
import seq2seq.nn.Adam;

/**
 * Chapter 10: its small translator with attention, trained here as on the page; then the alignment
 * of a sentence that the reader types.
 */
final class HeatmapFigure implements Figure {
  private static final int EPOCHS = 10;
  private static final int MOST_STEPS = 12;

  private ShortPhrases data;
  private Training training;

  @Override
  public void answer(Request request, Json answer) {
    switch (request.text("do")) {
      case "train" -> batch();
      case "align" -> align(request.text("sentence"), answer);
      default -> {}
    }
    int done = training == null ? 0 : training.epoch() * training.batchesPerEpoch();
    answer
        .put("done", isTrained())
        .put("batches", training == null ? 0 : done + training.batchesDone())
        .put("all", training == null ? 0 : EPOCHS * training.batchesPerEpoch());
    if (training != null && training.batchesDone() > 0) answer.fixed("loss", training.meanLoss());
  }

  private boolean isTrained() {
    return training != null && training.epoch() == EPOCHS;
  }

  /** One update; with the last of an epoch, the epoch's end. */
  private void batch() {
    if (training == null) start();
    if (isTrained()) return;
    if (!training.load()) {
      training.visualise();
      return;
    }
    training.forward();
    training.loss();
    training.backward();
    training.clip();
    training.update();
  }

  private void start() {
    data = ShortPhrases.load();
    training =
        new Training(
            new AttentionSizes(TrainFigure.sizes(data), AttentionKind.ADDITIVE),
            data.train(),
            new Adam(0.01),
            1,
            Generator.seeded(10),
            Observer.NONE);
    training.initialise();
  }

  private void align(String sentence, Json answer) {
    if (!isTrained())
      throw new IllegalStateException("the model is not trained yet: train it first");
    List<String> tokens = Request.tokens("sentence", "field", sentence, MOST_STEPS - 1);
    int[] ids = data.source().encode(tokens, MOST_STEPS);
    Translation translation =
        Greedy.decode(training.model(), new int[][] {ids}, new int[] {ids.length}, MOST_STEPS)
            .get(0);
    Alignment alignment =
        Alignment.of(training.model(), data.source(), data.target(), ids, ids.length, translation);
    answer
        .texts("source", alignment.source())
        .texts("written", alignment.target())
        .fixed("weights", alignment.weights())
        .texts("unknown", data.source().unknown(tokens));
  }
}
