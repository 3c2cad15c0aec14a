package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/**
 * An answer at each step that knows what comes before and what comes after: Goodfellow et al.
 * (2016), figure 10.11.
 *
 * <pre>
 * h_t = tanh(x_t·W_xh + h_{t-1}·W_hh + b_h)   (N,H), from left to right
 * g_t = tanh(x_t·W_xg + g_{t+1}·W_gg + b_g)   (N,H), from right to left
 * o_t = [h_t, g_t]·W_out + b_out              (N,2H)·(2H,V') → (N,V')
 * </pre>
 */
public final class Bidirectional implements Network {
  private final Embedding embedding;
  private final BidirectionalLayer layer;
  private final Linear output;

  private Bidirectional(Embedding embedding, BidirectionalLayer layer, Linear output) {
    this.embedding = embedding;
    this.layer = layer;
    this.output = output;
  }

  /**
   * A network with weights drawn from the generator.
   *
   * @param vocabulary V
   * @param answers V'
   * @param embedSize D
   * @param hiddenSize H, of each direction
   */
  public static Bidirectional create(
      int vocabulary, int answers, int embedSize, int hiddenSize, Generator generator) {
    Embedding embedding = Embedding.normal(vocabulary, embedSize, generator);
    BidirectionalLayer layer =
        BidirectionalLayer.create(CellKind.RNN, embedSize, hiddenSize, generator);
    return new Bidirectional(
        embedding, layer, Linear.xavier(layer.outputSize(), answers, generator));
  }

  /**
   * Logits of every step.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N), from 1 to T
   * @return (T,N,V'); past a sentence's end they mean nothing
   */
  public Tensor logits(int[][] source, int[] lengths) {
    return output.forward(layer.run(embedding.forward(source), lengths).outputs());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return logits(batch.source(), batch.sourceLengths());
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    return NoGrad.get(() -> Ids.largest(logits(source, lengths)));
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.inputsAndStates(steps);
    for (int t = 1; t <= steps; t++) {
      graph.step("step " + t).node("g" + t, "g" + t, Kind.STATE);
      graph.edge("x" + t, "g" + t, "W_xg");
      Columns.outputAndLoss(graph, t, "h" + t);
      graph.edge("g" + t, "o" + t, "W_go");
      if (t > 1) {
        graph.edge("h" + (t - 1), "h" + t, "W_hh").edge("g" + t, "g" + (t - 1), "W_gg");
      }
    }
    return graph;
  }

  @Override
  public List<String> bookLetters() {
    return List.of("W_xh", "", "W_hh", "", "W_out", "", "W_xg", "", "W_gg", "", "W_go", "");
  }

  @Override
  public String figure() {
    return "10.11";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    all.addAll(layer.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
