package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/**
 * One vector in, a sequence out, as a caption for a picture: Goodfellow et al. (2016), figure 10.9.
 * The vector x (N,pixels) stands beside the answer before at every step:
 *
 * <pre>
 * h_t = tanh([y_{t-1}, x]·W + h_{t-1}·W_hh + b_h)   (N,D+pixels)·(D+pixels,H) → (N,H)
 * o_t = h_t·W_out + b_out                           (N,V')
 * </pre>
 */
public final class VectorToSequence implements Network {
  private final Embedding feedback;
  private final RecurrentLayers layers;
  private final Linear output;

  private VectorToSequence(Embedding feedback, RecurrentLayers layers, Linear output) {
    this.feedback = feedback;
    this.layers = layers;
    this.output = output;
  }

  /**
   * A network with weights drawn from the generator.
   *
   * @param vectorSize pixels: how many numbers the vector has
   * @param answers V'
   * @param embedSize D
   * @param hiddenSize H
   */
  public static VectorToSequence create(
      int vectorSize, int answers, int embedSize, int hiddenSize, Generator generator) {
    return new VectorToSequence(
        Embedding.normal(answers, embedSize, generator),
        RecurrentLayers.create(CellKind.RNN, embedSize + vectorSize, hiddenSize, 1, 0, generator),
        Linear.xavier(hiddenSize, answers, generator));
  }

  /**
   * All steps, when the answer before each is known.
   *
   * @param x (N,pixels)
   * @param before ids (N,T')
   * @return (T',N,V')
   */
  public Tensor logits(Tensor x, int[][] before) {
    Tensor words = feedback.forward(before);
    Tensor everywhere = x.broadcastTo(words.dim(0), x.dim(0), x.dim(1));
    Tensor inputs = Tensor.concat(2, words, everywhere);
    return output.forward(
        layers.run(inputs, layers.zeroState(before.length), Mode.inference()).outputs());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return logits(vectors(batch.source()), TeacherForcing.inputs(batch.target()));
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    Tensor x = vectors(source);
    List<CellState> state = new ArrayList<>(layers.zeroState(source.length));
    return Ids.write(
        source.length,
        steps,
        (t, before) -> {
          Tensor input = Tensor.concat(1, feedback.forward(before), x);
          state.set(0, layers.step(input, state, Mode.inference()).get(0));
          return output.forward(state.get(0).hidden());
        });
  }

  /** Whole numbers (N,pixels) as the vectors that they are. */
  private static Tensor vectors(int[][] rows) {
    int[] flat = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    return Tensor.ofInts(flat).reshape(rows.length, rows[0].length);
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = UnrolledGraph.empty().node("x1", "x", Kind.INPUT);
    for (int t = 1; t <= steps; t++) {
      graph.step("step " + t).node("h" + t, "h" + t, Kind.STATE).edge("x1", "h" + t, "W_xh");
      Columns.outputAndLoss(graph, t, "h" + t);
      if (t > 1) {
        graph.edge("h" + (t - 1), "h" + t, "W_hh");
        Columns.fedBack(graph, t, "h" + t);
      }
    }
    return graph;
  }

  @Override
  public List<String> bookLetters() {
    return List.of("W_xh", "R", "W_yh", "U", "W_hh", "W", "W_out", "V");
  }

  @Override
  public String figure() {
    return "10.9";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("feedback", feedback));
    all.addAll(layers.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
