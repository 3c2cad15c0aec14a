package seq2seq.ch09_architectures;

import java.util.ArrayList;
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

/**
 * State and answer are both handed on: Goodfellow et al. (2016), figure 10.10. A sequence becomes
 * an equally long one, and each answer may depend on those before it.
 *
 * <pre>
 * h_t = tanh([x_t, y_{t-1}]·W + h_{t-1}·W_hh + b_h)   (N,2D)·(2D,H) → (N,H)
 * o_t = h_t·W_out + b_out                             (N,V')
 * </pre>
 */
public final class HiddenAndOutputRecurrence implements Network {
  private final Embedding embedding;
  private final Embedding feedback;
  private final RecurrentLayers layers;
  private final Linear output;

  private HiddenAndOutputRecurrence(
      Embedding embedding, Embedding feedback, RecurrentLayers layers, Linear output) {
    this.embedding = embedding;
    this.feedback = feedback;
    this.layers = layers;
    this.output = output;
  }

  /**
   * A network with weights drawn from the generator.
   *
   * @param vocabulary V
   * @param answers V'
   * @param embedSize D, of an input and of an answer
   * @param hiddenSize H
   */
  public static HiddenAndOutputRecurrence create(
      int vocabulary, int answers, int embedSize, int hiddenSize, Generator generator) {
    return new HiddenAndOutputRecurrence(
        Embedding.normal(vocabulary, embedSize, generator),
        Embedding.normal(answers, embedSize, generator),
        RecurrentLayers.create(CellKind.RNN, 2 * embedSize, hiddenSize, 1, 0, generator),
        Linear.xavier(hiddenSize, answers, generator));
  }

  /**
   * All steps, when the answer before each is known.
   *
   * @param source ids (N,T)
   * @param before ids (N,T)
   * @return (T,N,V')
   */
  public Tensor logits(int[][] source, int[][] before) {
    Tensor inputs = Tensor.concat(2, embedding.forward(source), feedback.forward(before));
    return output.forward(
        layers.run(inputs, layers.zeroState(source.length), Mode.inference()).outputs());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return logits(batch.source(), TeacherForcing.inputs(batch.target()));
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    List<CellState> state = new ArrayList<>(layers.zeroState(source.length));
    return Ids.write(
        source.length,
        steps,
        (t, before) -> {
          Tensor x = embedding.forward(Ids.column(source, t));
          Tensor input = Tensor.concat(1, x, feedback.forward(before));
          state.set(0, layers.step(input, state, Mode.inference()).get(0));
          return output.forward(state.get(0).hidden());
        });
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.inputsAndStates(steps);
    for (int t = 1; t <= steps; t++) {
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
    return List.of("W_xh", "U", "W_hh", "W", "W_out", "V", "W_yh", "R");
  }

  @Override
  public String figure() {
    return "10.10";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    all.addAll(Parameter.within("feedback", feedback));
    all.addAll(layers.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
