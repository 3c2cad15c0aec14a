package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;
import seq2seq.reference.ReferenceCase.Expected;

/**
 * Holds our float32 results of one case against the truth, PyTorch's float64 ones.
 *
 * <p>An error is measured relative to the largest number of its tensor, or to 1 (to the number
 * itself, if that is above 1) where that is stricter: so neither a tensor of small numbers nor a
 * small number beside a large one gets by with less than its due.
 */
final class Comparison {
  /** The largest error of a forward result. */
  private static final double VALUE = 2e-6;

  /** The largest error of a gradient. */
  private static final double GRADIENT = 5e-6;

  /** How much larger our mean error may be than that of PyTorch's float32. */
  private static final double AS_CLOSE = 2;

  /**
   * A mean error that is let pass whatever PyTorch's is: under two ulps (1.2e-7 each), which in a
   * case of a few numbers are luck.
   */
  private static final double ROUNDING = 2e-7;

  private final ReferenceCase reference;
  private final Set<String> open;
  private double ourSquares;
  private double theirSquares;
  private int count;

  Comparison(ReferenceCase reference) {
    this.reference = reference;
    this.open = new LinkedHashSet<>(reference.expectedNames());
  }

  /** A forward result agrees. */
  Comparison value(String name, Tensor ours) {
    return within(VALUE, name, ours);
  }

  /** The gradient that has arrived at a leaf agrees; where none has arrived it counts as zeros. */
  Comparison gradient(String name, Tensor leaf) {
    Tensor ours = leaf.hasGrad() ? leaf.grad() : Tensor.zeros(leaf.shape().toArray());
    return gradientOf(name, ours);
  }

  /** A gradient, or a part of one, agrees. */
  Comparison gradientOf(String name, Tensor ours) {
    return within(GRADIENT, "grad." + name, ours);
  }

  /** Each parameter has received a gradient, and it agrees. */
  Comparison gradients(List<Parameter> parameters) {
    for (Parameter p : parameters) {
      assertThat(p.value().hasGrad()).as("%s: %s has a gradient", reference, p.name()).isTrue();
      gradient(p.name(), p.value());
    }
    return this;
  }

  /** A result agrees to {@code tolerance}. */
  Comparison within(double tolerance, String name, Tensor ours) {
    assertThat(open.remove(name)).as("%s: %s is expected once", reference, name).isTrue();
    Expected expected = reference.expected(name);
    assertThat(ours.shape()).as("%s: shape of %s", reference, name).isEqualTo(expected.shape());
    double largest = expected.largest();
    for (int i = 0; i < ours.size(); i++) {
      check(tolerance, name, i, ours.liveData()[i], expected, largest);
    }
    return this;
  }

  private void check(
      double tolerance, String name, int i, float ours, Expected expected, double largest) {
    double truth = expected.float64()[i];
    double scale = Math.min(largest, Math.max(1, Math.abs(truth)));
    double error = Math.abs(ours - truth);
    if (!(error <= tolerance * scale)) {
      throw new AssertionError(
          message(name, i, ours, truth, expected.float32()[i], error / scale, tolerance));
    }
    if (scale > 0) {
      add(error / scale, Math.abs(expected.float32()[i] - truth) / scale);
    }
  }

  private String message(
      String name, int i, float ours, double truth, float theirs, double error, double tolerance) {
    return String.join(
        "",
        reference + ": " + name + " at index " + i,
        ": ours is " + Numbers.scientific(ours, 9),
        ", PyTorch's is " + Numbers.scientific(truth, 17),
        " (in float32 " + Numbers.scientific(theirs, 9) + ")",
        "; the error " + Numbers.scientific(error, 2),
        " is above " + Numbers.scientific(tolerance, 2));
  }

  private void add(double ours, double theirs) {
    ourSquares += ours * ours;
    theirSquares += theirs * theirs;
    count++;
  }

  /**
   * Nothing that PyTorch computed was left out, and all in all we are as close to the truth as its
   * own float32 is.
   */
  void complete() {
    nothingIsLeftOut();
    double ours = StrictMath.sqrt(ourSquares / Math.max(1, count));
    double theirs = StrictMath.sqrt(theirSquares / Math.max(1, count));
    assertThat(ours)
        .as("%s: the mean error, against %s of PyTorch's float32", reference, theirs)
        .isLessThanOrEqualTo(Math.max(ROUNDING, AS_CLOSE * theirs));
  }

  /** Everything that PyTorch computed was compared. */
  void nothingIsLeftOut() {
    assertThat(open).as("%s: what was not compared", reference).isEmpty();
  }
}
