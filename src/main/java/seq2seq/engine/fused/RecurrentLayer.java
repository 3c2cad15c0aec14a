package seq2seq.engine.fused;

import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * A gated layer: its weights and its gates. It runs all steps of a sequence as one op, or step
 * after step in a loop whose inputs are not known beforehand, with weights made ready once.
 */
final class RecurrentLayer {
  final Gates gates;
  final int size;
  final int gateWidth;
  final Tensor stateBias;
  private final Tensor inputWeight;
  private final Tensor stateWeight;
  private final Tensor inputBias;
  private StepProjection loopInputs;
  private PackedWeight loopWeight;

  /**
   * A layer.
   *
   * @param inputWeight W_xh (D×G·H)
   * @param stateWeight W_hh (H×G·H)
   * @param inputBias b_xh (G·H)
   * @param stateBias b_hh (G·H), or null for none
   */
  RecurrentLayer(
      Gates gates, Tensor inputWeight, Tensor stateWeight, Tensor inputBias, Tensor stateBias) {
    this.gates = gates;
    this.inputWeight = inputWeight;
    this.stateWeight = stateWeight;
    this.inputBias = inputBias;
    this.stateBias = stateBias;
    this.size = stateWeight.dim(0);
    this.gateWidth = gates.count() * size;
    checkWeights();
  }

  /**
   * All steps: x (T×N×D), context (N×C) or null, lengths (N) or null, h and c (N×H); c is null
   * where there is none.
   */
  Tensor unroll(Tensor x, Tensor context, int[] lengths, Tensor hidden, Tensor cell) {
    checkRank(x, 3);
    checkState(x, hidden, cell);
    StepRows rows = StepRows.of(gates.name(), lengths, x.dim(0), x.dim(1));
    int[] numbers = rows.numbers(0, rows.count(), 0);
    Projection inputs = ContextAffine.ofLayer(x, context, inputWeight, inputBias, numbers);
    PackedWeight weight = PackedWeight.forOneOp(stateWeight);
    return new Unrolled(this, inputs, weight, x.dim(0), rows, hidden, cell).result();
  }

  /** The next step of a loop: x (N×D), context (N×C) or null, h and c (N×H). */
  Tensor step(Tensor x, Tensor context, Tensor hidden, Tensor cell) {
    checkRank(x, 2);
    checkState(x, hidden, cell);
    if (loopWeight == null) {
      loopInputs = new StepProjection(inputWeight, inputBias);
      loopWeight = PackedWeight.forLoop(stateWeight);
    }
    Projection inputs = loopInputs.of(x, context);
    StepRows all = StepRows.all(1, x.dim(0));
    return new Unrolled(this, inputs, loopWeight, 1, all, hidden, cell).resultOfOneStep();
  }

  private void checkWeights() {
    Shape bias = Shape.of(gateWidth);
    boolean fits = stateWeight.shape().equals(Shape.of(size, gateWidth));
    fits = fits && inputWeight.shape().equals(Shape.of(inputWeight.dim(0), gateWidth));
    fits = fits && inputBias.shape().equals(bias);
    fits = fits && (stateBias == null || stateBias.shape().equals(bias));
    if (!fits) {
      throw new ShapeException(
          gates.name(),
          "with H = "
              + size
              + " needs W_xh (D×"
              + gateWidth
              + "), W_hh "
              + Shape.of(size, gateWidth)
              + " and biases "
              + bias
              + "; got "
              + inputWeight.shape()
              + ", "
              + stateWeight.shape()
              + ", "
              + inputBias.shape()
              + (stateBias == null ? "" : " and " + stateBias.shape()));
    }
  }

  private void checkRank(Tensor x, int rank) {
    if (x.shape().rank() != rank) {
      throw new ShapeException(
          gates.name(), "needs inputs " + (rank == 3 ? "T×N×D" : "N×D") + "; got " + x.shape());
    }
  }

  private void checkState(Tensor x, Tensor hidden, Tensor cell) {
    Shape expected = Shape.of(x.dim(-2), size);
    if (!hidden.shape().equals(expected)) {
      throw new ShapeException(
          gates.name(), "the state h must be " + expected + ", N×H; got " + hidden.shape());
    }
    if (cell != null && !cell.shape().equals(expected)) {
      throw new ShapeException(
          gates.name(), "the cell state c must be " + expected + ", N×H; got " + cell.shape());
    }
  }
}
