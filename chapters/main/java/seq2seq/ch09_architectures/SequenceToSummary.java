package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch03_encoder.Encoder;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/**
 * A sequence in, one answer at its end: Goodfellow et al. (2016), figure 10.5. Chapter 3's encoder,
 * and a linear layer on the state at each sequence's last real token: (N,H) → (N,V').
 */
public final class SequenceToSummary implements Network {
  private final Encoder encoder;
  private final Linear output;

  private SequenceToSummary(Encoder encoder, Linear output) {
    this.encoder = encoder;
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
  public static SequenceToSummary create(
      int vocabulary, int answers, int embedSize, int hiddenSize, Generator generator) {
    Embedding embedding = Embedding.normal(vocabulary, embedSize, generator);
    RecurrentLayers layers =
        RecurrentLayers.create(CellKind.RNN, embedSize, hiddenSize, 1, 0, generator);
    return new SequenceToSummary(
        new Encoder(embedding, layers), Linear.xavier(hiddenSize, answers, generator));
  }

  /**
   * The logits at the end.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N)
   * @return (N,V')
   */
  public Tensor logits(int[][] source, int[] lengths) {
    return output.forward(encoder.forward(source, lengths, Mode.inference()).context());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return asOneStep(logits(batch.source(), batch.sourceLengths()));
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    return NoGrad.get(() -> Ids.largest(asOneStep(logits(source, lengths))));
  }

  private static Tensor asOneStep(Tensor logits) {
    return logits.reshape(1, logits.dim(0), logits.dim(1));
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.reader("step ", steps);
    graph.outside().node("o1", "o", Kind.OUTPUT).node("L1", "L", Kind.LOSS);
    graph.node("y1", "y", Kind.TARGET);
    return graph.edge("h" + steps, "o1", "W_out").edge("o1", "L1").edge("y1", "L1");
  }

  @Override
  public String figure() {
    return "10.5";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(encoder.parameters());
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
