package seq2seq.book.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.nn.Mode;

/**
 * Chapter 3: the grid of states (L,T) of each sentence, and the one that is picked in each layer.
 */
final class GridFigure implements Figure {
  private static final int MOST_STEPS = 8;
  private static final int MOST_LAYERS = 4;
  private static final int PADDING = 0;

  @Override
  public void answer(Request request, Json answer) {
    int steps = request.whole("steps", "steps T", 1, MOST_STEPS);
    int layers = request.whole("layers", "layers L", 1, MOST_LAYERS);
    int[] lengths = request.wholes("lengths", n -> "length of sentence " + n, 1, steps);
    NoGrad.run(() -> read(steps, layers, lengths, answer));
  }

  /** States of one number each: small enough to compare by eye. */
  private static void read(int steps, int layers, int[] lengths, Json answer) {
    Generator generator = Generator.seeded(3);
    Embedding embedding = Embedding.normal(MOST_STEPS + 1, 2, generator);
    RecurrentLayers cells = RecurrentLayers.create(CellKind.GRU, 2, 1, layers, 0, generator);
    Encoder encoder = new Encoder(embedding, cells);
    int[][] ids = ids(lengths, steps);
    Encoded encoded = encoder.forward(ids, lengths, Mode.inference());
    List<CellState> states =
        cells
            .run(embedding.forward(ids), cells.zeroState(lengths.length), Mode.inference())
            .layers();
    List<Json> sentences = new ArrayList<>();
    for (int n = 0; n < lengths.length; n++) {
      List<Json> rows = new ArrayList<>();
      for (int l = 0; l < layers; l++) {
        float[] row = new float[steps];
        for (int t = 0; t < steps; t++) row[t] = states.get(l).hidden().get(t, n, 0);
        rows.add(new Json().fixed("states", row).fixed("picked", encoded.state().get(l, n, 0)));
      }
      sentences.add(new Json().put("length", lengths[n]).objects("layers", rows));
    }
    answer.objects("sentences", sentences).fixed("context", encoded.context().toRows());
  }

  private static int[][] ids(int[] lengths, int steps) {
    int[][] ids = new int[lengths.length][steps];
    for (int n = 0; n < ids.length; n++) {
      Arrays.setAll(ids[n], t -> 1 + t);
      Arrays.fill(ids[n], lengths[n], steps, PADDING);
    }
    return ids;
  }
}
