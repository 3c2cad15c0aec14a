package seq2seq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Matrix;

/**
 * An array of floats with a {@link Shape}, row-major, that knows how it was computed.
 *
 * <p>Values are immutable: every operation returns a new tensor. Two things change: the gradient,
 * which {@link #backward()} adds to until {@link #clearGrad()}, and the values of a parameter,
 * which an optimiser updates through {@link #liveData()}.
 *
 * <p>Operations that take two tensors broadcast as NumPy does: shapes are aligned at the last axis,
 * and an axis of size 1 (or a missing one) is copied to fit. All sizes are checked before any
 * arithmetic; what does not fit is a {@link ShapeException}.
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
  private float[] data;
  private final boolean requiresGrad;
  private float[] grad;
  private boolean gradIsBorrowed;
  private float[] spare;
  private Origin origin;
  private boolean consumed;
  private Beside beside;
  private StepWeight stepWeight;
  private boolean lastUse;

  private Tensor(Shape shape, float[] data, boolean requiresGrad, Origin origin) {
    this.shape = shape;
    this.data = data;
    this.requiresGrad = requiresGrad;
    this.origin = origin;
  }

  // ---------------------------------------------------------------- making tensors

  /** A single number, shape (). */
  public static Tensor scalar(float value) {
    return wrap(Shape.SCALAR, new float[] {value});
  }

  /** A vector, shape (n); the array is copied. */
  public static Tensor of(float... values) {
    return of(Shape.of(values.length), values);
  }

  /**
   * A matrix, shape (rows×columns); the array is copied.
   *
   * @throws ShapeException if the rows differ in length
   */
  public static Tensor of(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Shape shape = Shape.of(rows.length, columns);
    float[] flat = new float[shape.size()];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeException(
            "tensor", "row " + i + " has " + rows[i].length + " numbers, row 0 has " + columns);
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return wrap(shape, flat);
  }

  /**
   * A tensor of any shape from its elements in row-major order; the array is copied.
   *
   * @throws ShapeException if there are not as many values as the shape has elements
   */
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
    float[] data = new float[shape.size()];
    Arrays.fill(data, value);
    return wrap(shape, data);
  }

  /** The vector 0, 1, ..., n-1, shape (n). */
  public static Tensor arange(int n) {
    float[] data = new float[n];
    for (int i = 0; i < n; i++) {
      data[i] = i;
    }
    return of(data);
  }

  /** Whole numbers as a vector of floats, shape (n): valid lengths, say. */
  public static Tensor ofInts(int... values) {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = values[i];
    }
    return of(data);
  }

  /**
   * One row per id, all 0 save a 1 in column id, shape (ids×size).
   *
   * @throws ShapeException if an id is not in 0..size-1
   */
  public static Tensor oneHot(int[] ids, int size) {
    float[] data = new float[Shape.of(ids.length, size).size()];
    for (int i = 0; i < ids.length; i++) {
      Lookup.checkId("oneHot", ids[i], i, size);
      data[i * size + ids[i]] = 1f;
    }
    return wrap(Shape.of(ids.length, size), data);
  }

  /** Draws from the uniform distribution over [low, high), in row-major order. */
  public static Tensor uniform(Shape shape, float low, float high, Generator generator) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = low + (high - low) * generator.nextFloat();
    }
    return wrap(shape, data);
  }

  /**
   * Draws from the normal distribution with mean 0 and the given standard deviation, in row-major
   * order.
   */
  public static Tensor normal(Shape shape, float standardDeviation, Generator generator) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (standardDeviation * generator.nextGaussian());
    }
    return wrap(shape, data);
  }

  /** A tensor around an array that nobody else holds. */
  static Tensor wrap(Shape shape, float[] data) {
    return new Tensor(shape, data, false, null);
  }

  /** The result of an op: it joins the graph if a gradient may be asked of one of its inputs. */
  static Tensor result(
      String op, Shape shape, float[] data, Origin.Backward backward, Tensor... inputs) {
    if (!joinsGraph(inputs)) {
      return wrap(shape, data);
    }
    List<Tensor> needed = new ArrayList<>(inputs.length);
    for (Tensor input : inputs) {
      if (input.requiresGrad) {
        needed.add(input);
      }
    }
    return new Tensor(shape, data, true, new Origin(op, needed, backward));
  }

  /** Whether the result of an op on these inputs may be asked for a gradient. */
  static boolean joinsGraph(Tensor... inputs) {
    if (NoGrad.isActive()) {
      return false;
    }
    for (Tensor input : inputs) {
      if (input.requiresGrad) {
        return true;
      }
    }
    return false;
  }

  /** A copy of the values as a leaf of a new graph, which will receive a gradient. */
  public Tensor withGrad() {
    return new Tensor(shape, data().clone(), true, null);
  }

  /** A copy of the values cut off from the graph: no gradient flows through. */
  public Tensor detach() {
    return wrap(shape, data().clone());
  }

  // ---------------------------------------------------------------- looking at tensors

  /** The sizes of the axes. */
  public Shape shape() {
    return shape;
  }

  /** The live elements, row-major; those of {@link #beside(Tensor)} are copied when first asked. */
  float[] data() {
    if (data == null) {
      checkNotReleased();
      data = beside.copied();
    }
    return data;
  }

  private void checkNotReleased() {
    if (beside == null) {
      throw new IllegalStateException(
          "lastUse: the values of this " + shape + " were given away with its last use");
    }
  }

  /**
   * This tensor, for its last use: the op that it is given to next may take over its memory, and
   * that of its gradient, for what comes after.
   *
   * <p>A promise of the caller's, for large intermediate results of a training step that nobody
   * looks at. Where it was kept memory is used again instead of made again; where it was broken,
   * asking for the values is an error. {@link #gru} and {@link #lstm} make use of it; other ops
   * leave the tensor as it is. Mutates this tensor.
   */
  public Tensor lastUse() {
    lastUse = origin != null;
    return this;
  }

  /** Gives the values away, if this was their last use. */
  void release() {
    if (lastUse && data != null) {
      Buffers.give(data);
      data = null;
    }
  }

  /** The two parts of a tensor made by {@link #beside(Tensor)}; null for all others. */
  Beside parts() {
    return beside;
  }

  /** A tensor of two parts, not copied yet. */
  static Tensor ofParts(Shape shape, Beside parts, Origin.Backward backward) {
    Tensor y = result("beside", shape, null, backward, parts.each(), parts.repeated());
    y.beside = parts;
    return y;
  }

  /** What the products of many steps share, of a tensor made by {@link #forSteps}; else null. */
  StepWeight stepWeight() {
    return stepWeight;
  }

  /** The same numbers as {@code weight}, in the same memory, for the products of many steps. */
  static Tensor ofSteps(Tensor weight, StepWeight shared, Origin.Backward backward) {
    Tensor y = result("forSteps", weight.shape, weight.data(), backward, weight);
    y.stepWeight = shared;
    return y;
  }

  /** How many elements. */
  public int size() {
    return shape.size();
  }

  /** The size of one axis; -1 is the last. */
  public int dim(int axis) {
    return shape.dim(axis);
  }

  /**
   * The value of a tensor with one element.
   *
   * @throws ShapeException if it has more
   */
  public float item() {
    if (size() != 1) {
      throw new ShapeException("item", "needs exactly one element; " + shape + " has " + size());
    }
    return data()[0];
  }

  /**
   * One element.
   *
   * @throws ShapeException if there are not as many indices as axes, or one is out of range
   */
  public float get(int... index) {
    if (index.length != shape.rank()) {
      throw new ShapeException(
          "get", shape + " needs " + shape.rank() + " indices; got " + index.length);
    }
    int at = 0;
    for (int axis = 0; axis < index.length; axis++) {
      Movement.checkIndex("get", index[axis], shape, axis);
      at = at * shape.dim(axis) + index[axis];
    }
    return data()[at];
  }

  /** The elements in row-major order; a copy. */
  public float[] toArray() {
    return data().clone();
  }

  /**
   * The rows of a matrix; a copy.
   *
   * @throws ShapeException if the rank is not 2
   */
  public float[][] toRows() {
    Movement.checkRank("toRows", shape, 2);
    float[][] rows = new float[dim(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(data(), i * dim(1), (i + 1) * dim(1));
    }
    return rows;
  }

  /**
   * The index of the largest element along the last axis (the first of equals); shape without the
   * last axis, flattened.
   */
  public int[] argMax() {
    return Lookup.argMax(this);
  }

  /** Whether every element is a finite number. */
  public boolean isFinite() {
    for (float value : data()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The live values, NOT a copy: for optimisers and checkpoints, which update a parameter in place.
   */
  public float[] liveData() {
    return data();
  }

  /**
   * The live gradient, NOT a copy, or null before the first {@link #backward()}: for optimisers.
   */
  public float[] liveGrad() {
    return grad == null ? null : gradToAddTo();
  }

  /**
   * Small tensors whole, large ones abridged; aligned. Tensors of one element print as the number.
   */
  @Override
  public String toString() {
    return TensorPrinter.print(shape, data());
  }

  // ---------------------------------------------------------------- gradients

  /** Whether {@link #backward()} would send a gradient here. */
  public boolean requiresGrad() {
    return requiresGrad;
  }

  /** The name of the op that made this tensor; {@code leaf} if none did (or the graph is gone). */
  public String op() {
    return origin == null ? "leaf" : origin.op();
  }

  /** Whether a gradient has arrived. */
  public boolean hasGrad() {
    return grad != null;
  }

  /**
   * The gradient added up so far, in this tensor's shape; a copy.
   *
   * @throws IllegalStateException if none has arrived
   */
  public Tensor grad() {
    if (grad == null) {
      throw new IllegalStateException(
          requiresGrad
              ? "grad: no gradient has arrived yet at "
                  + shape
                  + "; call backward() on a loss that depends on it"
              : "grad: " + shape + " does not ask for a gradient; make it with withGrad()");
    }
    return wrap(shape, grad.clone());
  }

  /** Forgets the gradient, so that the next {@link #backward()} starts from 0. */
  public void clearGrad() {
    if (grad != null && !gradIsBorrowed) {
      spare = grad;
    }
    grad = null;
  }

  /**
   * Computes the gradient of this single number with respect to every tensor that it depends on and
   * that asks for one, and ADDS it to what is there. Then the graph is let go: it can be walked
   * once.
   *
   * @throws ShapeException if this is not a single number
   * @throws IllegalStateException if nothing here asks for a gradient, or the graph was walked
   *     before
   */
  public void backward() {
    if (size() != 1) {
      throw new ShapeException(
          "backward", "starts from a single number, a loss; this has shape " + shape);
    }
    if (!requiresGrad) {
      throw new IllegalStateException(
          "backward: nothing that this number depends on asks for a gradient");
    }
    Graph.backward(this);
  }

  /** The inputs that a gradient flows on to. */
  List<Tensor> differentiableInputs() {
    return origin == null ? List.of() : origin.inputs();
  }

  void checkNotConsumed() {
    if (consumed) {
      throw new IllegalStateException(
          "backward: this graph was walked before; its memory is gone. Compute the loss again, then call backward() once");
    }
  }

  /** Hands this tensor's gradient on to its inputs, and lets go of them. */
  void propagate() {
    if (origin != null) {
      if (grad != null || stepWeight != null) {
        origin.backward().run(grad);
      }
      releaseGrad();
      origin = null;
      consumed = true;
    }
  }

  /** Gives the gradient away, if the values were. */
  private void releaseGrad() {
    if (lastUse && data == null && grad != null && !gradIsBorrowed) {
      Buffers.give(grad);
      grad = null;
    }
  }

  /** The gradient to add to, zero at first; for ops that add to a part of it. */
  float[] gradToAddTo() {
    if (grad == null) {
      boolean used = spare != null;
      gradToSet();
      if (used) Arrays.fill(grad, 0f);
    } else if (gradIsBorrowed) {
      grad = grad.clone();
      gradIsBorrowed = false;
    }
    return grad;
  }

  /**
   * The first gradient, with anything in it, for ops that write all of it: the array of the
   * gradient that was cleared before, where there is one.
   */
  float[] gradToSet() {
    grad = spare != null ? spare : new float[size()];
    gradIsBorrowed = false;
    spare = null;
    return grad;
  }

  /** Adds a gradient that nobody else holds. */
  void addGrad(float[] fresh) {
    if (!requiresGrad) {
      return;
    }
    if (grad == null) {
      grad = fresh;
      gradIsBorrowed = false;
      return;
    }
    Arithmetic.addInto(gradToAddTo(), fresh);
  }

  /** Adds a gradient that others may look at, but nobody changes: copied only when added to. */
  void addSharedGrad(float[] shared) {
    boolean first = grad == null;
    addGrad(shared);
    gradIsBorrowed |= first && requiresGrad;
  }

  // ---------------------------------------------------------------- arithmetic, element by
  // element, broadcasting

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

  // ---------------------------------------------------------------- functions, element by element

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

  // ---------------------------------------------------------------- reductions

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

  /**
   * The largest element over one axis, which disappears; the gradient goes to the first of equals.
   */
  public Tensor max(int axis) {
    return Reductions.max(this, axis);
  }

  // ---------------------------------------------------------------- matrix products

  /**
   * The matrix product A·B: (m×k)·(k×n) → (m×n). A left side of higher rank is a stack of rows:
   * (T×N×k)·(k×n) → (T×N×n).
   *
   * @throws ShapeException if the inner sizes differ
   */
  public Tensor matmul(Tensor other) {
    return Products.matmul(this, other);
  }

  /**
   * This weight (in×out), the same numbers, made ready for a loop of steps that each multiply by it
   * ({@link #matmul}, {@link #affine}, {@link #gru}, {@link #lstm}): it is packed once for all of
   * them, and its gradient is one product over the rows of all steps, the last step first. For one
   * forward and one backward pass; the weight must not change in between.
   *
   * @param steps about how many there will be
   */
  public Tensor forSteps(int steps) {
    return StepWeight.of(this, steps);
  }

  /** A·Bᵀ: (m×k)·(n×k)ᵀ → (m×n), without copying a transpose. */
  public Tensor matmulTransposed(Tensor other) {
    return Products.matmulTransposed(this, other);
  }

  /** Aᵀ·B: (k×m)ᵀ·(k×n) → (m×n), without copying a transpose. */
  public Tensor transposedMatmul(Tensor other) {
    return Products.transposedMatmul(this, other);
  }

  /**
   * x·W + b, a linear layer: (…×D)·(D×H) + (H) → (…×H); each chain of the product starts from the
   * bias.
   */
  public Tensor affine(Tensor weight, Tensor bias) {
    return Products.affine(this, weight, bias);
  }

  /**
   * A GRU, this being its inputs' share x·W_xh + b_xh, gates in the order r, z, n: one step (N×3H),
   * or all steps of a sequence, one after another (T×N×3H).
   *
   * <pre>
   * r = σ(x_r + h_r)    z = σ(x_z + h_z)    n = tanh(x_n + r ⊙ h_n)    with (h_r, h_z, h_n) = h·W + b
   * h' = n + z ⊙ (h - n)
   * </pre>
   *
   * @param hidden h before the first step (N×H)
   * @param weight W_hh (H×3H)
   * @param bias b_hh (3H)
   * @return h' after the step (N×H), or after each of them (T×N×H)
   * @throws ShapeException if the sizes do not fit
   */
  public Tensor gru(Tensor hidden, Tensor weight, Tensor bias) {
    return Gru.of(this, hidden, weight, bias);
  }

  /**
   * An LSTM, this being its inputs' share x·W_xh + b, gates in the order i, f, g, o: one step
   * (N×4H), or all steps of a sequence, one after another (T×N×4H).
   *
   * <pre>
   * i, f, o = σ(x + h·W)    g = tanh(x + h·W)    each with its own columns
   * c' = f ⊙ c + i ⊙ g      h' = o ⊙ tanh(c')
   * </pre>
   *
   * @param hidden h before the first step (N×H)
   * @param memory c before the first step (N×H)
   * @param weight W_hh (H×4H)
   * @return h' and c' on top of each other: (2×N×H), or (2×T×N×H)
   * @throws ShapeException if the sizes do not fit
   */
  public Tensor lstm(Tensor hidden, Tensor memory, Tensor weight) {
    return Lstm.of(this, hidden, memory, weight);
  }

  Matrix asMatrix() {
    int columns = dim(-1);
    return Matrix.of(data(), size() / columns, columns);
  }

  // ---------------------------------------------------------------- movement: the same elements in
  // another arrangement

  /**
   * The same elements, row-major, in another shape; one size may be -1 and is worked out.
   *
   * @throws ShapeException if the number of elements would change
   */
  public Tensor reshape(int... sizes) {
    return Movement.reshape(this, sizes);
  }

  /** The transpose of a matrix: (m×n) → (n×m). */
  public Tensor transpose() {
    Movement.checkRank("transpose", shape, 2);
    return Movement.transpose(this, 1, 0);
  }

  /** The axes in another order: {@code transpose(1, 0, 2)} turns (N×T×D) into (T×N×D). */
  public Tensor transpose(int... axes) {
    return Movement.transpose(this, axes);
  }

  /**
   * Copies to a larger shape by the broadcasting rule; what {@link #plus} and the others do by
   * themselves.
   */
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

  /**
   * This with {@code context} laid beside every step of it: (T×N×D), (N×H) → (T×N×(D+H)); or beside
   * one step: (N×D), (N×H) → (N×(D+H)).
   *
   * <p>As {@link #concat} with copies of the context; but {@link #affine} multiplies the context
   * once for all steps, [W_x; W_c] being cut in two: (x ⊕ c)·W = x·W_x + c·W_c.
   *
   * @throws ShapeException if N differs
   */
  public Tensor beside(Tensor context) {
    return Beside.of(this, context);
  }

  /**
   * Puts tensors of one shape on top of each other along a new first axis: T times (N×H) is
   * (T×N×H).
   */
  public static Tensor stack(Tensor... parts) {
    return Movement.stack(parts);
  }

  /**
   * Rows of this matrix by number: table (V×D), ids (n) → (n×D). The gradient adds up where an id
   * repeats.
   *
   * @throws ShapeException if an id is not in 0..V-1
   */
  public Tensor gather(int... ids) {
    return Lookup.gather(this, ids);
  }

  /**
   * For each entry n of the second axis, one entry of the first: (T×N×H), steps (N) → (N×H), row n
   * from step steps[n].
   *
   * @throws ShapeException if there is not one step for each n, or one is not in 0..T-1
   */
  public Tensor pick(int... steps) {
    return Lookup.pick(this, steps);
  }

  // ---------------------------------------------------------------- comparison and choice: 1 for
  // true, 0 for false, no gradient

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

  /**
   * Where this mask is not 0 the element of {@code yes}, elsewhere that of {@code no}; all three
   * broadcast.
   */
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

  // ---------------------------------------------------------------- probabilities, along the last
  // axis

  /** eᵃ / Σ eᵃ along the last axis: positive, adding up to 1. */
  public Tensor softmax() {
    return Probability.softmax(this);
  }

  /**
   * The softmax over those places of the last axis where {@code mask} is not 0, and exactly 0 at
   * the others; a row without any is all 0.
   *
   * @param mask of this shape, a constant
   * @throws ShapeException if the shapes differ
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
   *
   * @throws ShapeException if there is not one id for each row, or an id is not in 0..V-1
   */
  public Tensor crossEntropy(int... ids) {
    return Probability.crossEntropy(this, ids);
  }

  // ---------------------------------------------------------------- attention: this is (T×N×A),
  // one vector for each step of each of N sentences; n queries look at them. A mask (n×T) is 0
  // where
  // a query does not look, null is 1 everywhere; rows (n) says which sentence each query looks at,
  // none means query i at sentence i

  /** The dot product of each step with its sentence's query: (T×N×A), query (N×A) → (N×T). */
  public Tensor dots(Tensor query) {
    return Attending.dots(this, query, null);
  }

  /**
   * As {@link #dots(Tensor)} where {@code mask} (n×T) is not 0, and 0 elsewhere.
   *
   * @param rows the sentence that each query looks at (n), from 0 to N-1; none means its own
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public Tensor dots(Tensor query, Tensor mask, int... rows) {
    return Attending.dots(this, query, mask, rows);
  }

  /**
   * v·tanh(k + q) for each step k of each sentence: keys (T×N×A), query (N×A), v (A) → (N×T).
   *
   * @throws ShapeException if the sizes do not fit
   */
  public Tensor additiveScores(Tensor query, Tensor v) {
    return Attending.additiveScores(this, query, v, null);
  }

  /**
   * As {@link #additiveScores(Tensor, Tensor)} where {@code mask} (n×T) is not 0, and 0 elsewhere.
   *
   * @param rows the sentence that each query looks at (n), from 0 to N-1; none means its own
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public Tensor additiveScores(Tensor query, Tensor v, Tensor mask, int... rows) {
    return Attending.additiveScores(this, query, v, mask, rows);
  }

  /** Σ_t w[n,t]·x[t,n] for each sentence n: (T×N×A), weights (N×T) → (N×A). */
  public Tensor weightedSum(Tensor weights) {
    return Attending.weightedSum(this, weights, null);
  }

  /**
   * As {@link #weightedSum(Tensor)} over the steps where {@code mask} (n×T) is not 0.
   *
   * @param rows the sentence that each row of weights belongs to (n), from 0 to N-1; none means its
   *     own
   * @throws ShapeException if the sizes do not fit, or there is no such sentence
   */
  public Tensor weightedSum(Tensor weights, Tensor mask, int... rows) {
    return Attending.weightedSum(this, weights, mask, rows);
  }
}
