package seq2seq.ch08_inference;

import java.util.List;
import java.util.Map;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * A decoder whose probabilities are written down in a table: what was written so far, as digits, to
 * the probabilities of the next word. What was written so far is its state, so a search that drops
 * or mixes up states asks for the wrong row.
 */
final class TableDecoder implements Decoder {
  /** Ids: 0 pad, 1 bos, 2 eos, and the words a = 3, b = 4, c = 5. */
  static final int SIZE = 6;

  private final Map<String, double[]> table;

  private TableDecoder(Map<String, double[]> table) {
    this.table = table;
  }

  /**
   * A model with this decoder.
   *
   * @param table "" or digits such as "34" for a b, to P(eos), P(a), P(b), P(c); a beginning that
   *     is not there is an error
   */
  static Seq2Seq model(Map<String, double[]> table) {
    Seq2Seq any =
        new ModelSizes(CellKind.RNN, ContextMode.INITIAL, 6, 6, 2, 2, 1, 0)
            .initialise(Generator.seeded(1));
    return new Seq2Seq(any.encoder(), new TableDecoder(table));
  }

  @Override
  public State start(Encoded source) {
    return new State(List.of(CellState.of(Tensor.zeros(source.batchSize(), 1))), source);
  }

  @Override
  public Step step(int[] words, State before, Mode mode) {
    float[] codes = before.cells().get(0).hidden().toArray();
    if (words.length != codes.length || codes.length != before.source().batchSize()) {
      throw new IllegalArgumentException("words, states and sources must be as many");
    }
    float[][] logits = new float[codes.length][];
    for (int n = 0; n < codes.length; n++) {
      codes[n] = words[n] == Vocabulary.BOS ? 0 : codes[n] * 10 + words[n];
      logits[n] = row(codes[n] == 0 ? "" : Integer.toString((int) codes[n]));
    }
    Tensor hidden = Tensor.of(codes).reshape(codes.length, 1);
    return new Step(Tensor.of(logits), new State(List.of(CellState.of(hidden)), before.source()));
  }

  private float[] row(String written) {
    if (written.indexOf('2') >= 0) {
      return new float[SIZE]; // a finished row of a batch; nobody looks at what follows eos
    }
    double[] p = table.get(written);
    if (p == null) {
      throw new IllegalArgumentException("nobody should ask what follows " + written);
    }
    double[] all = {0, 0, p[0], p[1], p[2], p[3]};
    float[] logits = new float[SIZE];
    for (int w = 0; w < SIZE; w++) {
      logits[w] = all[w] == 0 ? -1000 : (float) StrictMath.log(all[w]);
    }
    return logits;
  }

  @Override
  public Tensor forward(int[][] words, int[] lengths, Encoded source, Mode mode) {
    throw new UnsupportedOperationException("only step by step");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
