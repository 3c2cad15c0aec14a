package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.LastValidState;
import seq2seq.ch03_encoder.RecurrentLayers;
import seq2seq.engine.Generator;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Module;
import seq2seq.nn.Parameter;

/**
 * Two cells over one sequence: one reads from the first token to the last, the other from the last
 * real token to the first. At each step their states stand side by side. Schuster and Paliwal
 * (1997); Goodfellow et al. (2016), section 10.3.
 *
 * <p>Adding padding changes nothing: the second cell starts at each sentence's own last real token
 * and never sees the padding behind it.
 */
public final class BidirectionalLayer implements Module {
  private final RecurrentLayers forward;
  private final RecurrentLayers backward;

  /**
   * A layer of two cells.
   *
   * @param forward reads from left to right
   * @param backward reads from right to left
   * @throws ShapeException if they take inputs of different sizes
   */
  public BidirectionalLayer(Cell forward, Cell backward) {
    if (forward.inputSize() != backward.inputSize()) {
      throw new ShapeException(
          "bidirectional layer",
          "both cells read the same inputs; one takes size "
              + forward.inputSize()
              + ", the other "
              + backward.inputSize());
    }
    this.forward = new RecurrentLayers(List.of(forward), 0);
    this.backward = new RecurrentLayers(List.of(backward), 0);
  }

  /** Two cells of one kind, inputs of size D, states of size H each. */
  public static BidirectionalLayer create(
      CellKind kind, int inputSize, int hiddenSize, Generator generator) {
    return new BidirectionalLayer(
        kind.create(inputSize, hiddenSize, generator),
        kind.create(inputSize, hiddenSize, generator));
  }

  /**
   * What came of a run.
   *
   * @param outputs h and g side by side (T,N,2H); past a sentence's end they mean nothing
   * @param forwardEnd the forward state at each sentence's last real token
   * @param backwardEnd the backward state at the first token, where that cell ends
   */
  public record Run(Tensor outputs, CellState forwardEnd, CellState backwardEnd) {}

  /**
   * Reads a batch in both directions.
   *
   * @param inputs (T,N,D)
   * @param lengths real steps of each sentence (N), from 1 to T
   * @throws ShapeException if a length is not in 1..T, or there is not one per sentence
   */
  public Run run(Tensor inputs, int[] lengths) {
    int n = inputs.dim(1);
    RecurrentLayers.Run right = run(forward, inputs, n);
    CellState forwardEnd = LastValidState.of(right.layers().get(0), lengths);
    RecurrentLayers.Run left = run(backward, reversed(inputs, lengths), n);
    return new Run(
        Tensor.concat(2, right.outputs(), reversed(left.outputs(), lengths)),
        forwardEnd,
        LastValidState.of(left.layers().get(0), lengths));
  }

  private static RecurrentLayers.Run run(RecurrentLayers layers, Tensor inputs, int n) {
    return layers.run(inputs, layers.zeroState(n), Mode.inference());
  }

  /**
   * The real part of each sentence the other way round, its padding left where it is; done twice it
   * changes nothing.
   *
   * @param steps (T,N,K)
   * @param lengths real steps of each sentence (N), from 0 to T
   * @return (T,N,K)
   */
  static Tensor reversed(Tensor steps, int[] lengths) {
    int n = steps.dim(1);
    int[] from = new int[steps.dim(0) * n];
    for (int i = 0; i < from.length; i++) {
      int t = i / n;
      int last = lengths[i % n] - 1;
      from[i] = (t <= last ? last - t : t) * n + i % n;
    }
    return steps
        .reshape(from.length, steps.dim(2))
        .gather(from)
        .reshape(steps.dim(0), n, steps.dim(2));
  }

  /** 2H, the size of an output. */
  public int outputSize() {
    return forward.hiddenSize() + backward.hiddenSize();
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(Parameter.within("forward", forward));
    all.addAll(Parameter.within("backward", backward));
    return all;
  }
}
