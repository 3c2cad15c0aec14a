package seq2seq.engine;

import java.util.List;

/**
 * One number that remembers how it was computed: reverse-mode automatic differentiation on the
 * smallest scale.
 *
 * <p>The idea is micrograd's (Karpathy, 2020), in double precision: a value, its gradient, the
 * operation that made it, and beside each operation how it sends a gradient back. Mutable in one
 * place, the gradient.
 *
 * <pre>{@code
 * Scalar a = Scalar.of(2), b = Scalar.of(-3);
 * Scalar y = a.times(b).plus(a.pow(2));   // -2
 * y.backward();
 * a.grad();                               // b + 2a = 1
 * }</pre>
 */
public final class Scalar {
  private final double value;
  private final String op;
  private final List<Scalar> inputs;
  private Runnable backward = () -> {};
  private double grad;
  private boolean consumed;

  private Scalar(double value, String op, Scalar... inputs) {
    this.value = value;
    this.op = op;
    this.inputs = List.of(inputs);
  }

  /** A number to start from: an input or a weight. */
  public static Scalar of(double value) {
    return new Scalar(value, "leaf");
  }

  /** The number. */
  public double value() {
    return value;
  }

  /**
   * How much the number that {@link #backward()} was called on changes per unit of this one: added
   * up until cleared.
   */
  public double grad() {
    return grad;
  }

  /** The operation that made this number; {@code leaf} if none did. */
  public String op() {
    return op;
  }

  /** What the operation was applied to. */
  public List<Scalar> inputs() {
    return inputs;
  }

  /** c = a + b; da += dc, db += dc. */
  public Scalar plus(Scalar b) {
    Scalar c = new Scalar(value + b.value, "+", this, b);
    c.backward =
        () -> {
          grad += c.grad;
          b.grad += c.grad;
        };
    return c;
  }

  /** c = a·b; da += b·dc, db += a·dc. */
  public Scalar times(Scalar b) {
    Scalar c = new Scalar(value * b.value, "*", this, b);
    c.backward =
        () -> {
          grad += b.value * c.grad;
          b.grad += value * c.grad;
        };
    return c;
  }

  /** c = aᵖ for a fixed p; da += p·aᵖ⁻¹·dc. */
  public Scalar pow(double p) {
    Scalar c = new Scalar(StrictMath.pow(value, p), "pow " + Numbers.show(p), this);
    c.backward = () -> grad += p * StrictMath.pow(value, p - 1) * c.grad;
    return c;
  }

  /** c = eᵃ; da += c·dc. */
  public Scalar exp() {
    Scalar c = new Scalar(StrictMath.exp(value), "exp", this);
    c.backward = () -> grad += c.value * c.grad;
    return c;
  }

  /** c = log a; da += dc/a. */
  public Scalar log() {
    Scalar c = new Scalar(StrictMath.log(value), "log", this);
    c.backward = () -> grad += c.grad / value;
    return c;
  }

  /** c = tanh a; da += (1 - c²)·dc. */
  public Scalar tanh() {
    Scalar c = new Scalar(StrictMath.tanh(value), "tanh", this);
    c.backward = () -> grad += (1 - c.value * c.value) * c.grad;
    return c;
  }

  /** c = 1/(1 + e⁻ᵃ); da += c·(1 - c)·dc. */
  public Scalar sigmoid() {
    Scalar c = new Scalar(1 / (1 + StrictMath.exp(-value)), "sigmoid", this);
    c.backward = () -> grad += c.value * (1 - c.value) * c.grad;
    return c;
  }

  /** c = max(a, 0); da += dc where a &gt; 0. */
  public Scalar relu() {
    Scalar c = new Scalar(Math.max(value, 0), "relu", this);
    c.backward = () -> grad += value > 0 ? c.grad : 0;
    return c;
  }

  /** a + c for a number c. */
  public Scalar plus(double c) {
    return plus(of(c));
  }

  /** c·a for a number c. */
  public Scalar times(double c) {
    return times(of(c));
  }

  /** -a, made from {@link #times}. */
  public Scalar negate() {
    return times(-1);
  }

  /** a - b, made from {@link #plus} and {@link #negate}. */
  public Scalar minus(Scalar b) {
    return plus(b.negate());
  }

  /** a / b, made from {@link #times} and {@link #pow}. */
  public Scalar dividedBy(Scalar b) {
    return times(b.pow(-1));
  }

  /**
   * Adds to the gradient of every number that this one depends on. The walk visits each number
   * after all that use it, so that its gradient is complete before it is handed on.
   *
   * @throws IllegalStateException if a part of this graph was walked before
   */
  public void backward() {
    List<Scalar> order = Autograd.backwardOrder(this, Scalar::inputs);
    for (Scalar node : order) {
      node.checkNotConsumed();
    }
    grad += 1;
    for (Scalar node : order) {
      node.backward.run();
      node.consumed = !node.inputs.isEmpty();
    }
  }

  private void checkNotConsumed() {
    if (consumed) {
      throw new IllegalStateException(
          "backward: this graph was walked before. Compute the expression again, then call"
              + " backward() once");
    }
  }

  /** Forgets the gradient. */
  public void clearGrad() {
    grad = 0;
  }

  @Override
  public String toString() {
    return "Scalar(" + Numbers.show(value) + ", grad " + Numbers.show(grad) + ")";
  }
}
