package seq2seq.engine.kernel;

/**
 * The numeric loops under the engine, written twice: once in readable Java ({@link PlainKernel}),
 * once with the Vector API.
 *
 * <p>Both obey one contract, so that a run gives the same bits whichever is chosen, at any SIMD
 * width and any number of threads:
 *
 * <ul>
 *   <li>each element of a matrix product is ONE chain of fused multiply-adds over k ascending,
 *       starting from 0 or, when accumulating, from the value already in memory;
 *   <li>each reduction runs in one documented order (see {@link #sum});
 *   <li>exp, log, tanh and sigmoid are the same sequence of fused multiply-adds per element ({@link
 *       FloatMath}).
 * </ul>
 *
 * <p>Kernels write into the arrays they are given, and check nothing: the ops that call them have
 * checked at the door.
 */
public interface Kernel {

  /** The name shown to users: {@code plain} or {@code simd}. */
  String name();

  /** The name with what a reader of measured times needs to know: its tile, its vectors. */
  default String description() {
    return name();
  }

  /**
   * C = S + A·B; A is (m×k), B (k×n), S and C (m×n).
   *
   * <p>S, {@code start}, is what the chains start from: null for 0; {@code c} itself to go on from
   * what is there; a bias as a matrix whose row stride is 0; any other matrix, row-major.
   *
   * <p>A transposed matrix is the same memory with its two strides exchanged, so no transpose is
   * ever copied. C is row-major (column stride 1) and must not share memory with A or B; it is
   * mutated.
   */
  void matmul(Matrix a, Matrix b, Matrix start, Matrix c);

  /** C = A·B, or C += A·B when {@code accumulate} is set. */
  default void matmul(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    matmul(a, b, accumulate ? c : null, c);
  }

  /**
   * B made ready for products with left sides of {@code rows} rows each; the memory of B is read
   * now or later, so it must not change in between. To be closed after the last product.
   */
  Packed pack(Matrix b, int rows);

  /** Whether {@code count} numbers from {@code x[at]} on are all 0, of either sign. */
  boolean isZero(float[] x, int at, int count);

  /**
   * C = S + A·B as {@link #matmul(Matrix, Matrix, Matrix, Matrix)}, with a B made ready by this
   * kernel, and on the calling thread alone: for loops that are divided further out.
   */
  void matmul(Matrix a, Packed b, Matrix start, Matrix c);

  /** The gates of GRU and LSTM for rows of {@code size} units. */
  GateKernel gates(int size);

  /** y[i] = exp(x[i]) for from ≤ i &lt; to; y may be x. */
  void exp(float[] x, float[] y, int from, int to);

  /** y[i] = log(x[i]) for from ≤ i &lt; to; y may be x. */
  void log(float[] x, float[] y, int from, int to);

  /** y[i] = tanh(x[i]) for from ≤ i &lt; to; y may be x. */
  void tanh(float[] x, float[] y, int from, int to);

  /** y[i] = 1 / (1 + exp(-x[i])) for from ≤ i &lt; to; y may be x. */
  void sigmoid(float[] x, float[] y, int from, int to);

  /**
   * The sum of x[from..to). The order: 16 lanes, lane j adds the elements whose position from
   * {@code from} is j modulo 16, ascending; then lanes j and j+8 are added, j and j+4, j and j+2,
   * and the last two.
   */
  float sum(float[] x, int from, int to);

  /**
   * The dot product of {@code count} numbers from x[xAt] and from y[yAt] on: each product is
   * rounded, and they are added in the order of {@link #sum}.
   */
  float dot(float[] x, int xAt, float[] y, int yAt, int count);

  /**
   * The sum of squares of x[from..to), in blocks of 4096 elements: each block in float lanes as
   * {@link #sum}, blocks in double.
   */
  double sumOfSquares(float[] x, int from, int to);

  /** The largest of x[from..to); NaN if any element is NaN; the range is not empty. */
  float max(float[] x, int from, int to);

  /**
   * y[yAt + i] = exp(x[from + i] - shift) over the range; returns the sum of what it wrote, in the
   * order of {@link #sum}.
   */
  float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt);

  /** y[yAt + i] += x[xAt + i] for 0 ≤ i &lt; count; x and y do not overlap. */
  void add(float[] x, int xAt, float[] y, int yAt, int count);

  /**
   * y[yAt + i] = fma(factor, x[xAt + i], y[yAt + i]) for 0 ≤ i &lt; count; x and y do not overlap.
   */
  void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count);

  /**
   * One step of Adam for the parameters value[from..to), each with its own running means; for every
   * i, rounded as written:
   *
   * <pre>
   *   mean[i]   = fma(step.meanRate(), gradient[i] - mean[i], mean[i])
   *   square[i] = fma(step.squareRate(), gradient[i]·gradient[i] - square[i], square[i])
   *   value[i]  = fma(-step.size(), mean[i] / (√square[i] · step.scale() + step.epsilon()), value[i])
   * </pre>
   *
   * <p>Mutates {@code value}, {@code mean} and {@code square}. Source: Kingma and Ba, "Adam: A
   * Method for Stochastic Optimization" (2015), algorithm 1.
   */
  void adam(
      AdamFactors step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to);
}
