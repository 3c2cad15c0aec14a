package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch07_training.TeacherForcing;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Linear;
import seq2seq.nn.Parameter;
import seq2seq.plot.UnrolledGraph;

/**
 * Only the answer is handed on, not the state: Goodfellow et al. (2016), figure 10.4 and section
 * 10.2.1.
 *
 * <pre>
 * h_t = tanh([x_t, y_{t-1}]·W + b_h)   (N,2D)·(2D,H) → (N,H)
 * o_t = h_t·W_out + b_out              (N,V')
 * </pre>
 *
 * <p>x_t and y_{t-1} are embeddings laid side by side, so that W holds W_xh above W_yh (chapter 4).
 * In training y_{t-1} is the right answer, known beforehand: no step waits for another, and all T
 * are one product of T·N rows. In use it is the network's own last answer.
 */
public final class OutputRecurrence implements Network {
  private final Embedding embedding;
  private final Embedding feedback;
  private final Linear hidden;
  private final Linear output;

  private OutputRecurrence(Embedding embedding, Embedding feedback, Linear hidden, Linear output) {
    this.embedding = embedding;
    this.feedback = feedback;
    this.hidden = hidden;
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
  public static OutputRecurrence create(
      int vocabulary, int answers, int embedSize, int hiddenSize, Generator generator) {
    return new OutputRecurrence(
        Embedding.normal(vocabulary, embedSize, generator),
        Embedding.normal(answers, embedSize, generator),
        Linear.xavier(2 * embedSize, hiddenSize, generator),
        Linear.xavier(hiddenSize, answers, generator));
  }

  /**
   * All steps at once, when the answer before each is known; there is no loop over time.
   *
   * @param source ids (N,T)
   * @param before the answer before each step, ids (N,T)
   * @return (T,N,V')
   */
  public Tensor logits(int[][] source, int[][] before) {
    return fromInputs(Tensor.concat(2, embedding.forward(source), feedback.forward(before)));
  }

  /**
   * One step.
   *
   * @param source ids of the step (N)
   * @param before the answers of the step before (N)
   * @return (N,V')
   */
  public Tensor step(int[] source, int[] before) {
    return fromInputs(Tensor.concat(1, embedding.forward(source), feedback.forward(before)));
  }

  /**
   * The same numbers, one step after the other.
   *
   * @param source ids (N,T)
   * @param before the answer before each step, ids (N,T)
   * @return (T,N,V')
   */
  public Tensor oneByOne(int[][] source, int[][] before) {
    Tensor[] logits = new Tensor[source[0].length];
    for (int t = 0; t < logits.length; t++) {
      logits[t] = step(Ids.column(source, t), Ids.column(before, t));
    }
    return Tensor.stack(logits);
  }

  /** From (…,2D) to (…,V'). */
  private Tensor fromInputs(Tensor inputs) {
    return output.forward(hidden.forward(inputs).tanh());
  }

  @Override
  public Tensor logits(PaddedBatch batch) {
    return logits(batch.source(), TeacherForcing.inputs(batch.target()));
  }

  @Override
  public int[][] answer(int[][] source, int[] lengths, int steps) {
    return Ids.write(source.length, steps, (t, before) -> step(Ids.column(source, t), before));
  }

  @Override
  public UnrolledGraph unrolled(int steps) {
    UnrolledGraph graph = Columns.inputsAndStates(steps);
    for (int t = 1; t <= steps; t++) {
      Columns.outputAndLoss(graph, t, "h" + t);
      if (t > 1) {
        Columns.fedBack(graph, t, "h" + t);
      }
    }
    return graph;
  }

  @Override
  public List<String> bookLetters() {
    return List.of("W_xh", "U", "W_yh", "W", "W_out", "V");
  }

  @Override
  public String figure() {
    return "10.4";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("embedding", embedding));
    all.addAll(Parameter.within("feedback", feedback));
    all.addAll(Parameter.within("hidden", hidden));
    all.addAll(Parameter.within("output", output));
    return all;
  }
}
