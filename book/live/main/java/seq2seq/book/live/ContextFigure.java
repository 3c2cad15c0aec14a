package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch04_decoder.ConcatDecoder;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch04_decoder.DecoderSizes;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

/**
 * Chapter 4: what a step of the decoder reads, word and context side by side, in each of the three
 * modes, in training and in use. The page's sizes, seeds and words, with one sentence.
 */
final class ContextFigure implements Figure {
  private static final int MOST_STEPS = 6;
  private static final int EMBED = 6;
  private static final int HIDDEN = 4;
  private static final int LAYERS = 3;
  private static final int[] SOURCE = {4, 5, 6, 7, 2};
  private static final int[] RIGHT = {1, 4, 5, 6, 7, 2};
  private static final String[] WORDS = {
    "<pad>", "<bos>", "<eos>", "<unk>", "nous", "dormons", "très", "bien", "dors"
  };

  @Override
  public void answer(Request request, Json answer) {
    int steps = request.whole("steps", "steps", 1, MOST_STEPS);
    ContextMode mode =
        switch (request.text("mode")) {
          case "initial" -> ContextMode.INITIAL;
          case "every-step" -> ContextMode.EVERY_STEP;
          case "both" -> ContextMode.BOTH;
          default ->
              throw new IllegalArgumentException("mode: initial, every-step or both is needed");
        };
    boolean training = request.isOn("training");
    NoGrad.run(() -> run(mode, training, steps, answer));
  }

  private static void run(ContextMode mode, boolean training, int steps, Json answer) {
    Generator generator = Generator.seeded(20);
    RecurrentLayers reader =
        RecurrentLayers.create(CellKind.GRU, EMBED, HIDDEN, LAYERS, 0, generator);
    Encoder encoder = new Encoder(Embedding.normal(8, EMBED, generator), reader);
    Encoded encoded =
        encoder.forward(new int[][] {SOURCE}, new int[] {SOURCE.length}, Mode.inference());
    Generator random = Generator.seeded(31);
    Embedding table = Embedding.normal(WORDS.length, EMBED, random);
    Decoder decoder =
        ConcatDecoder.create(
            new DecoderSizes(CellKind.GRU, WORDS.length, EMBED, HIDDEN, LAYERS, 0, mode),
            reader,
            Generator.seeded(31));
    answer
        .fixed("context", encoded.context().at(0).toArray())
        .objects("steps", steps(decoder, table, encoded, mode, training, steps));
  }

  private static List<Json> steps(
      Decoder decoder,
      Embedding table,
      Encoded encoded,
      ContextMode mode,
      boolean training,
      int count) {
    List<Json> steps = new ArrayList<>();
    Decoder.State state = decoder.start(encoded);
    int word = RIGHT[0];
    for (int t = 0; t < count; t++) {
      float[] before = top(state);
      Decoder.Step step = decoder.step(new int[] {word}, state, Mode.inference());
      state = step.state();
      int written = step.logits().argMax()[0];
      Tensor x = table.forward(new int[] {word});
      Tensor read = mode.isBesideEveryWord() ? Tensor.concat(1, x, encoded.context()) : x;
      steps.add(
          new Json()
              .put("word", WORDS[word])
              .fixed("read", read.at(0).toArray())
              .fixed("before", before)
              .fixed("after", top(state))
              .fixed("probabilities", step.logits().softmax().at(0).toArray())
              .put("written", WORDS[written]));
      word = training ? RIGHT[Math.min(t + 1, RIGHT.length - 1)] : written;
    }
    return steps;
  }

  private static float[] top(Decoder.State state) {
    return state.cells().get(LAYERS - 1).hidden().at(0).toArray();
  }
}
