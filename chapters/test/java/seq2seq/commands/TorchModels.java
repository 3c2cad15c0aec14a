package seq2seq.commands;

import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.data.PaddedBatch;
import seq2seq.data.ParallelCorpus;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.nn.Parameter;

/**
 * Models of drawn configurations with the pairs that they are tried on, for the comparison with
 * PyTorch: no one picked the cells, contexts, layers, sizes and kinds of attention by hand.
 *
 * @param name from 00 on
 */
record TorchModels(String name, SavedModel saved, ParallelCorpus pairs) {
  private static final int COUNT = 20;
  private static final int PAIRS = 4;

  /** The twenty. */
  static List<TorchModels> all() {
    Generator draw = Generator.seeded(77);
    return IntStream.range(0, COUNT).mapToObj(k -> drawn(k, draw)).toList();
  }

  private static TorchModels drawn(int k, Generator draw) {
    TrainSettings.Builder b = new TrainSettings.Builder();
    b.task = k % 2 == 0 ? "phrases" : "dates";
    b.cell = CellKind.values()[draw.nextInt(3)];
    b.context = ContextMode.values()[draw.nextInt(3)];
    b.attention =
        new AttentionKind[] {null, AttentionKind.ADDITIVE, AttentionKind.SCALED_DOT}
            [draw.nextInt(3)];
    b.layers = 1 + draw.nextInt(3);
    b.embed = 2 + draw.nextInt(9);
    b.hidden = 2 + draw.nextInt(9);
    b.steps = 9;
    b.rate = 0.01;
    b.decoderHidden = draw.nextInt(2) == 0 ? null : 2 + draw.nextInt(9);
    ParallelCorpus corpus = Corpus.embedded(b.task);
    int from = draw.nextInt(corpus.size() - PAIRS);
    ParallelCorpus pairs =
        ParallelCorpus.of(b.task, corpus.tokenizer(), corpus.pairs().subList(from, from + PAIRS));
    Vocabulary source = Vocabulary.of(pairs.sourceTokens(), 1);
    Vocabulary target = Vocabulary.of(pairs.targetTokens(), 1);
    TrainSettings settings = b.build();
    Seq2Seq model = model(settings, source.size(), target.size(), draw);
    SavedModel saved = new SavedModel(model, source, target, pairs.tokenizer(), settings);
    return new TorchModels(String.format(java.util.Locale.ROOT, "%02d", k), saved, pairs);
  }

  /** A model of the same sizes whose weights are others. */
  Seq2Seq fresh() {
    return model(
        saved.settings(), saved.source().size(), saved.target().size(), Generator.seeded(1));
  }

  private static Seq2Seq model(TrainSettings s, int source, int target, Generator draw) {
    Seq2Seq model = s.architecture(source, target).initialise(draw);
    for (Parameter p : model.parameters()) {
      fill(p.value().liveData(), draw);
    }
    return model;
  }

  /** Biases too, which a fresh model has at 0; and a -0, whose sign a sum would lose. */
  private static void fill(float[] values, Generator draw) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1.6 * draw.nextDouble() - 0.8);
    }
    values[values.length - 1] = -0f;
  }

  /** All pairs as one batch. */
  PaddedBatch batch() {
    return PaddedBatch.of(
        ids(saved.source(), pairs.sourceTokens()), ids(saved.target(), pairs.targetTokens()));
  }

  private List<int[]> ids(Vocabulary vocabulary, List<List<String>> sentences) {
    return sentences.stream().map(s -> vocabulary.encode(s, saved.settings().steps())).toList();
  }

  /** What the configuration is. */
  @Override
  public String toString() {
    TrainSettings s = saved.settings();
    return name
        + ": "
        + s.cell()
        + " "
        + s.context()
        + " "
        + (s.attention() == null ? "none" : s.attention())
        + " L="
        + s.layers()
        + " D="
        + s.embed()
        + " H_enc="
        + s.hidden()
        + " H_dec="
        + s.decoderSize();
  }
}
