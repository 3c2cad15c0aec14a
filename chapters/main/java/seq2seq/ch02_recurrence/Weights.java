package seq2seq.ch02_recurrence;

import java.util.StringJoiner;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Initial;

/** What the three cells share: how their weights start, and that their sizes fit. */
final class Weights {
  private Weights() {}

  /** Uniform over ±1/√H, as PyTorch starts its recurrent layers. */
  static Tensor draw(int hiddenSize, Generator generator, int... sizes) {
    return Initial.uniform(Shape.of(sizes), 1 / StrictMath.sqrt(hiddenSize), generator);
  }

  /** Checks W_xh (D,G·H) against W_hh (H,G·H) and biases (G·H). */
  static void check(
      String cell, int gates, Tensor inputWeight, Tensor stateWeight, Tensor... biases) {
    int hidden = stateWeight.dim(0);
    int gateWidth = gates * hidden;
    boolean fits = stateWeight.shape().equals(Shape.of(hidden, gateWidth));
    fits &= inputWeight.shape().equals(Shape.of(inputWeight.dim(0), gateWidth));
    StringJoiner given = new StringJoiner(", ");
    for (Tensor bias : biases) {
      fits &= bias.shape().equals(Shape.of(gateWidth));
      given.add(bias.shape().toString());
    }
    if (!fits) {
      throw new ShapeException(
          cell,
          "with H = "
              + hidden
              + " needs W_xh (D×"
              + gateWidth
              + "), W_hh ("
              + hidden
              + "×"
              + gateWidth
              + ") and biases ("
              + gateWidth
              + "); got W_xh "
              + inputWeight.shape()
              + ", W_hh "
              + stateWeight.shape()
              + " and biases "
              + given);
    }
  }
}
