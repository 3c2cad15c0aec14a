package seq2seq.ch09_architectures;

import java.util.List;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/**
 * A reader and a writer, whose sequences may differ in length: Goodfellow et al. (2016), figure
 * 10.12. It is the course's model: the encoder of chapter 3, the decoder of chapter 4, put together
 * as in chapter 7, writing as in chapter 8.
 */
public final class SequenceToSequence implements Network {
  private final Seq2Seq model;
  private final ContextMode context;

  private SequenceToSequence(Seq2Seq model, ContextMode context) {
    this.model = model;
    this.context = context;
  }

  /**
   * A network with weights drawn from the generator.
   *
   * @param kind the cell of both sides
   * @param context how the writer gets what was read
   * @param vocabulary V
   * @param answers V'
   * @param embedSize D
   * @param hiddenSize H
   */
  public static SequenceToSequence create(
      CellKind kind,
      ContextMode context,
      int vocabulary,
      int answers,
      int embedSize,
      int hiddenSize,
      Generator generator) {
    ModelSizes sizes =
        new ModelSizes(kind, context, vocabulary, answers, embedSize, hiddenSize, 1, 0);
    return new SequenceToSequence(sizes.initialise(generator), context);
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return model.forward(batch, Mode.inference());
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    List<Translation> written = Greedy.decode(model, source, lengths, steps);
    int[][] rows = new int[written.size()][steps];
    for (int n = 0; n < rows.length; n++) {
      int[] words = written.get(n).words();
      System.arraycopy(words, 0, rows[n], 0, words.length);
      if (written.get(n).isFinished()) {
        rows[n][words.length] = Vocabulary.EOS;
      }
    }
    return rows;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The writer's states are s1, s2, ..., one more than the reader has.
   */
  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.reader("reads ", steps);
    graph.outside().node("c", "c", Kind.CONTEXT).edge("h" + steps, "c");
    for (int t = 1; t <= steps + 1; t++) {
      graph.step("step " + t).node("s" + t, "s" + t, Kind.STATE);
      Columns.outputAndLoss(graph, t, "s" + t);
      if (t == 1 || context.isBesideEveryWord()) {
        graph.edge("c", "s" + t);
      }
      if (t > 1) {
        graph.edge("s" + (t - 1), "s" + t, "W_ss");
        Columns.fedBack(graph, t, "s" + t);
      }
    }
    return graph;
  }

  @Override
  public List<String> bookLetters() {
    return List.of("W_xh", "", "W_hh", "", "W_out", "", "W_ss", "", "W_yh", "");
  }

  @Override
  public String figure() {
    return "10.12";
  }

  @Override
  public List<Parameter> parameters() {
    return model.parameters();
  }
}
