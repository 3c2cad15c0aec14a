package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;

/**
 * A state that is handed on, an output and a loss at each step: Goodfellow et al. (2016), figure
 * 10.3 and equations 10.8 to 10.11.
 *
 * <pre>
 * h_t = tanh(x_t·W_xh + h_{t-1}·W_hh + b_h)   (N,H)
 * o_t = h_t·W_out + b_out                     (N,V')
 * </pre>
 */
public final class HiddenRecurrence implements Network {
  private final Embedding embedding;
  private final RecurrentLayers layers;
  private final Linear output;

  private HiddenRecurrence(Embedding embedding, RecurrentLayers layers, Linear output) {
    this.embedding = embedding;
    this.layers = layers;
    this.output = output;
  }

  /**
   * A network with weights drawn from the generator.
   *
   * @param vocabulary V
   * @param answers V'
   * @param embedSize D
   * @param hiddenSize H
   */
  public static HiddenRecurrence create(
      int vocabulary, int answers, int embedSize, int hiddenSize, Generator generator) {
    return new HiddenRecurrence(
        Embedding.normal(vocabulary, embedSize, generator),
        RecurrentLayers.create(CellKind.RNN, embedSize, hiddenSize, 1, 0, generator),
        Linear.xavier(hiddenSize, answers, generator));
  }

  /**
   * Logits of every step.
   *
   * @param source ids (N,T)
   * @return (T,N,V')
   */
  public Tensor logits(int[][] source) {
    Tensor x = embedding.forward(source);
    return output.forward(
        layers.run(x, layers.zeroState(source.length), Mode.inference()).outputs());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return logits(batch.source());
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    return NoGrad.get(() -> Ids.largest(logits(source)));
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.inputsAndStates(steps);
    for (int t = 1; t <= steps; t++) {
      Columns.outputAndLoss(graph, t, "h" + t);
      if (t > 1) {
        graph.edge("h" + (t - 1), "h" + t, "W_hh");
      }
    }
    return graph;
  }

  @Override
  public String figure() {
    return "10.3";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    all.addAll(layers.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
