package seq2seq.engine;

/**
 * An array of floats with a {@link Shape}, row-major, that knows how it was computed.
 *
 * <p>Values are immutable: every operation returns a new tensor. Two things change: the gradient,
 * which {@link #backward()} adds to until {@link #clearGrad()}, and the values of a parameter,
 * which an optimiser updates through {@link #liveData()}.
 *
 * <p>Operations that take two tensors broadcast as NumPy does: shapes are aligned at the last axis,
 * and an axis of size 1 (or a missing one) is copied to fit. All sizes and indices are checked
 * before any arithmetic; what does not fit is a {@link ShapeException}, of every method here.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}}).withGrad();
 * Tensor y = x.times(x).sum();   // 30
 * y.backward();
 * x.grad();                      // [[2 4] [6 8]]
 * }</pre>
 */
public final class Tensor {
  private final Shape shape;
  private final float[] data;
  private final Gradient gradient;
  private final Autograd.Node node;

  private Tensor(Shape shape, float[] data, Gradient gradient, Autograd.Node node) {
    this.shape = shape;
    this.data = data;
    this.gradient = gradient;
    this.node = node;
  }

  // ---- making tensors

  /** A single number, shape (). */
  public static Tensor scalar(float value) {
    return wrap(Shape.SCALAR, new float[] {value});
  }

  /** A vector, shape (n); the array is copied. */
  public static Tensor of(float... values) {
    return of(Shape.of(values.length), values);
  }

  /** A matrix, shape (rows×columns); the array is copied. */
  public static Tensor of(float[][] rows) {
    return Creation.ofRows(rows);
  }

  /** A tensor of any shape from its elements in row-major order; the array is copied. */
  public static Tensor of(Shape shape, float... values) {
    if (values.length != shape.size()) {
      throw new ShapeException(
          "tensor", shape + " has " + shape.size() + " elements; got " + values.length + " values");
    }
    return wrap(shape, values.clone());
  }

  /** All zeros. */
  public static Tensor zeros(int... sizes) {
    return full(Shape.of(sizes), 0f);
  }

  /** All ones. */
  public static Tensor ones(int... sizes) {
    return full(Shape.of(sizes), 1f);
  }

  /** Every element {@code value}. */
  public static Tensor full(Shape shape, float value) {
    return Creation.full(shape, value);
  }

  /** The vector 0, 1, ..., n-1, shape (n). */
  public static Tensor arange(int n) {
    return Creation.arange(n);
  }

  /** Whole numbers as a vector of floats, shape (n): valid lengths, say. */
  public static Tensor ofInts(int... values) {
    return Creation.ofInts(values);
  }

  /** One row per id, all 0 save a 1 in column id, shape (ids×size). */
  public static Tensor oneHot(int[] ids, int size) {
    return Creation.oneHot(ids, size);
  }

  /** Draws from the uniform distribution over [low, high), in row-major order. */
  public static Tensor uniform(Shape shape, float low, float high, Generator generator) {
    return Creation.uniform(shape, low, high, generator);
  }

  /** Draws from the normal distribution with mean 0 and this deviation, in row-major order. */
  public static Tensor normal(Shape shape, float standardDeviation, Generator generator) {
    return Creation.normal(shape, standardDeviation, generator);
  }

  /** A tensor around an array that nobody else holds. */
  static Tensor wrap(Shape shape, float[] data) {
    return new Tensor(shape, data, null, null);
  }

  /** The result of an op that joins the graph. */
  static Tensor of(Shape shape, float[] data, Autograd.Node node) {
    return new Tensor(shape, data, Gradient.wanted(data.length), node);
  }

  /** A copy of the values as a leaf of a new graph, which will receive a gradient. */
  public Tensor withGrad() {
    return new Tensor(shape, data.clone(), Gradient.wanted(data.length), null);
  }

  /** A copy of the values cut off from the graph: no gradient flows through. */
  public Tensor detach() {
    return wrap(shape, data.clone());
  }

  // ---- looking at tensors

  /** The sizes of the axes. */
  public Shape shape() {
    return shape;
  }

  /** The live elements, row-major. */
  float[] data() {
    return data;
  }

  /** How many elements. */
  public int size() {
    return shape.size();
  }

  /** The size of one axis; -1 is the last. */
  public int dim(int axis) {
    return shape.dim(axis);
  }

  /** The value of a tensor with one element. */
  public float item() {
    if (size() != 1) {
      throw new ShapeException("item", "needs exactly one element; " + shape + " has " + size());
    }
    return data[0];
  }

  /** One element. */
  public float get(int... index) {
    return data[Movement.place(shape, index)];
  }

  /** The elements in row-major order; a copy. */
  public float[] toArray() {
    return data.clone();
  }

  /** The rows of a matrix; a copy. */
  public float[][] toRows() {
    return Movement.toRows(this);
  }

  /** The index of the largest along the last axis, the first of equals; for each of the others. */
  public int[] argMax() {
    return Lookup.argMax(this);
  }

  /** Whether every element is a finite number. */
  public boolean isFinite() {
    return Reductions.isFinite(data);
  }

  /** The live values, NOT a copy: for optimisers and checkpoints, which change them in place. */
  public float[] liveData() {
    return data;
  }

  /** The live gradient, NOT a copy, or null before one has arrived: for optimisers. */
  public float[] liveGrad() {
    return hasGrad() ? gradient.toAddTo() : null;
  }

  /** Small tensors whole, large ones abridged; aligned. One element prints as the number. */
  @Override
  public String toString() {
    return TensorPrinter.print(shape, data);
  }

  // ---- gradients

  /** Whether {@link #backward()} would send a gradient here. */
  public boolean requiresGrad() {
    return gradient != null;
  }

  /** The name of the op that made this tensor; {@code leaf} if none did (or the graph is gone). */
  public String op() {
    return node == null || node.isConsumed() ? "leaf" : node.op();
  }

  /** Whether a gradient has arrived. */
  public boolean hasGrad() {
    return gradient != null && gradient.hasArrived();
  }

  /**
   * The gradient added up so far, in this tensor's shape; a copy.
   *
   * @throws IllegalStateException if none has arrived
   */
  public Tensor grad() {
    return gradient().copy(shape);
  }

  /** What the backward of an op adds to ({@link Autograd}). */
  public Gradient gradient() {
    return gradient != null ? gradient : Gradient.ignored(data.length);
  }

  /** Forgets the gradient, so that the next {@link #backward()} starts from 0. */
  public void clearGrad() {
    if (gradient != null) gradient.clear();
  }

  /**
   * Computes the gradient of this single number with respect to every tensor that it depends on and
   * that asks for one, and ADDS it to what is there. Then the graph is let go: it can be walked
   * once.
   *
   * @throws IllegalStateException if nothing here asks for a gradient, or the graph was walked
   *     before
   */
  public void backward() {
    Autograd.backward(this);
  }

  /** How this tensor came to be; null for a leaf. */
  Autograd.Node node() {
    return node;
  }

  // ---- arithmetic, element by element, broadcasting

  /** a + b. */
  public Tensor plus(Tensor other) {
    return Arithmetic.plus(this, other);
  }

  /** a + c for a number c. */
  public Tensor plus(float number) {
    return Arithmetic.plus(this, scalar(number));
  }

  /** a - b. */
  public Tensor minus(Tensor other) {
    return Arithmetic.minus(this, other);
  }

  /** a - c for a number c. */
  public Tensor minus(float number) {
    return Arithmetic.minus(this, scalar(number));
  }

  /** a · b, element by element (the Hadamard product, ⊙). */
  public Tensor times(Tensor other) {
    return Arithmetic.times(this, other);
  }

  /** c · a for a number c. */
  public Tensor times(float number) {
    return Arithmetic.scale(this, number);
  }

  /** a / b. */
  public Tensor dividedBy(Tensor other) {
    return Arithmetic.dividedBy(this, other);
  }

  /** a / c for a number c. */
  public Tensor dividedBy(float number) {
    return Arithmetic.dividedBy(this, scalar(number));
  }

  /** -a. */
  public Tensor negate() {
    return Arithmetic.scale(this, -1f);
  }

  /** a raised to a fixed power. */
  public Tensor pow(double exponent) {
    return Functions.pow(this, exponent);
  }

  // ---- functions, element by element

  /** eᵃ. */
  public Tensor exp() {
    return Functions.exp(this);
  }

  /** The natural logarithm; -infinity at 0, NaN below. */
  public Tensor log() {
    return Functions.log(this);
  }

  /** The hyperbolic tangent, from -1 to 1. */
  public Tensor tanh() {
    return Functions.tanh(this);
  }

  /** 1 / (1 + e⁻ᵃ), from 0 to 1. */
  public Tensor sigmoid() {
    return Functions.sigmoid(this);
  }

  /** max(a, 0). */
  public Tensor relu() {
    return Functions.relu(this);
  }

  // ---- reductions

  /** The sum of all elements, shape (). */
  public Tensor sum() {
    return Reductions.sum(this);
  }

  /** The sum over one axis, which disappears: (T×N×H) summed over 0 is (N×H). */
  public Tensor sum(int axis) {
    return Reductions.sum(this, axis);
  }

  /** The mean of all elements, shape (). */
  public Tensor mean() {
    return sum().dividedBy(size());
  }

  /** The mean over one axis, which disappears. */
  public Tensor mean(int axis) {
    return sum(axis).dividedBy(dim(axis));
  }

  /** The largest over one axis, which disappears; the gradient goes to the first of equals. */
  public Tensor max(int axis) {
    return Reductions.max(this, axis);
  }

  // ---- matrix products

  /**
   * The matrix product A·B: (m×k)·(k×n) → (m×n). A left side of higher rank is a stack of rows:
   * (T×N×k)·(k×n) → (T×N×n).
   */
  public Tensor matmul(Tensor other) {
    return Products.matmul(this, other);
  }

  /**
   * x·W + b, a linear layer: (…×D)·(D×H) + (H) → (…×H); each chain of the product starts from the
   * bias.
   *
   * @param bias anything that broadcasts onto the result: (H), or (N×H) for x (T×N×D)
   */
  public Tensor affine(Tensor weight, Tensor bias) {
    return Products.affine(this, weight, bias);
  }

  // ---- movement: the same elements in another arrangement

  /** The same elements, row-major, in another shape; one size may be -1 and is worked out. */
  public Tensor reshape(int... sizes) {
    return Movement.reshape(this, sizes);
  }

  /** The transpose of a matrix: (m×n) → (n×m). */
  public Tensor transpose() {
    return Movement.transpose(this);
  }

  /** The axes in another order: {@code transpose(1, 0, 2)} turns (N×T×D) into (T×N×D). */
  public Tensor transpose(int... axes) {
    return Movement.transpose(this, axes);
  }

  /** Copies to a larger shape, as {@link #plus} and the others do by themselves. */
  public Tensor broadcastTo(int... sizes) {
    return Movement.broadcastTo(this, Shape.of(sizes));
  }

  /** The part from {@code from} (included) to {@code to} (excluded) along one axis. */
  public Tensor slice(int axis, int from, int to) {
    return Movement.slice(this, axis, from, to);
  }

  /** Entry {@code index} along the first axis, which disappears: step t of (T×N×D) is (N×D). */
  public Tensor at(int index) {
    return Movement.at(this, index);
  }

  /** Joins tensors along an existing axis: (N×D) ⊕ (N×H) along 1 is (N×(D+H)). */
  public static Tensor concat(int axis, Tensor... parts) {
    return Movement.concat(axis, parts);
  }

  /** Tensors of one shape along a new first axis: T times (N×H) is (T×N×H). */
  public static Tensor stack(Tensor... parts) {
    return Movement.stack(parts);
  }

  /**
   * Rows of this matrix by number: table (V×D), ids (n) → (n×D). The gradient adds up where an id
   * repeats.
   */
  public Tensor gather(int... ids) {
    return Lookup.gather(this, ids);
  }

  /**
   * For each entry n of the second axis, one entry of the first: (T×N×H), steps (N) → (N×H), row n
   * from step steps[n].
   */
  public Tensor pick(int... steps) {
    return Lookup.pick(this, steps);
  }

  // ---- comparison and choice: 1 for true, 0 for false, no gradient

  /** 1 where a &lt; b, else 0. */
  public Tensor lessThan(Tensor other) {
    return Choice.compare("lessThan", this, other, (a, b) -> a < b);
  }

  /** 1 where a &gt; b, else 0. */
  public Tensor greaterThan(Tensor other) {
    return Choice.compare("greaterThan", this, other, (a, b) -> a > b);
  }

  /** 1 where a = b, else 0. */
  public Tensor equalTo(Tensor other) {
    return Choice.compare("equalTo", this, other, (a, b) -> a == b);
  }

  /** {@code yes} where this mask is not 0, elsewhere {@code no}; all three broadcast. */
  public Tensor where(Tensor yes, Tensor no) {
    return Choice.where(this, yes, no);
  }

  /**
   * Sets each element to 0 with probability {@code p} and multiplies the rest by 1/(1-p), so that
   * the mean stays.
   *
   * @throws IllegalArgumentException if p is not in [0, 1)
   */
  public Tensor dropout(double p, Generator generator) {
    return Choice.dropout(this, p, generator);
  }

  // ---- probabilities, along the last axis

  /** eᵃ / Σ eᵃ along the last axis: positive, adding up to 1. */
  public Tensor softmax() {
    return Probability.softmax(this);
  }

  /**
   * The softmax over those places of the last axis where {@code mask} is not 0, and exactly 0 at
   * the others; a row without any is all 0.
   *
   * @param mask of this shape, a constant
   */
  public Tensor softmax(Tensor mask) {
    return Probability.softmax(this, mask);
  }

  /** a - log Σ eᵃ along the last axis, computed so that nothing overflows. */
  public Tensor logSoftmax() {
    return Probability.logSoftmax(this);
  }

  /**
   * Minus the log-probability that softmax gives the right answer, nats: logits (…×V), one id per
   * row → (…).
   */
  public Tensor crossEntropy(int... ids) {
    return Probability.crossEntropy(this, ids);
  }
}
