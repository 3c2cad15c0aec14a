package seq2seq.engine.kernel;

/**
 * The kernels with the Vector API, bit for bit the results of {@link PlainKernel}.
 *
 * <p>Loaded by name, and only where the JVM has the module {@code jdk.incubator.vector}: nothing
 * outside the files {@code Vector*.java} may mention that module.
 *
 * <p>Until the JIT has compiled them, vectors are objects, and a loop over them takes a thousand
 * times its later time. So what is small goes to the plain kernel, for the same bits: a lesson on 2
 * by 3 matrices need not wait for the JIT.
 */
final class VectorKernel implements Kernel {
  /** Multiply-adds of a small product, elements of a small range. */
  private static final int SMALL_PRODUCT = 1024;

  private static final int SMALL_RANGE = 32;

  /** Elements of a right side that may be packed whole although C is wide: 8 MiB. */
  private static final int MOST_TO_PACK = 1 << 21;

  private final Kernel plain = Kernels.plain();

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public String description() {
    int bits = VectorLanes.SPECIES.vectorBitSize();
    return "simd, tiles of " + VectorTile.BEST.rows + "×2 vectors of " + bits + " bits";
  }

  @Override
  public void matmul(Matrix a, Matrix b, Matrix start, Matrix c) {
    long work = (long) c.rows() * c.cols() * a.cols();
    if (work < SMALL_PRODUCT) {
      plain.matmul(a, b, start, c);
    } else if (WorkSplit.divides(a, c) && sharesPanels(a, b, c)) {
      try (Packed panels = VectorPanels.pack(b)) {
        WorkSplit.rows(a, start, c, (rows, s, part) -> VectorMatMul.run(rows, panels, s, part));
      }
    } else {
      WorkSplit.product(a, b, start, c, VectorMatMul::run);
    }
  }

  /**
   * Whether threads take rows of C and share the panels of B. Each thread would pack all of B for
   * itself otherwise, or, by columns, all of A, which costs most where A is transposed.
   */
  private static boolean sharesPanels(Matrix a, Matrix b, Matrix c) {
    boolean transposed = a.colStride() != 1 && (long) b.rows() * b.cols() <= MOST_TO_PACK;
    return transposed || c.rows() > c.cols();
  }

  @Override
  public Packed pack(Matrix b, int rows) {
    boolean pays =
        VectorMatMul.paysToPack(b, rows) && (long) b.rows() * b.cols() * rows >= SMALL_PRODUCT;
    return pays ? VectorPanels.pack(b) : new Packed(b, null);
  }

  @Override
  public void matmul(Matrix a, Packed b, Matrix start, Matrix c) {
    if (b.panels() != null) {
      VectorMatMul.run(a, b, start, c);
    } else if ((long) c.rows() * c.cols() * a.cols() < SMALL_PRODUCT) {
      PlainMatMul.run(a, b.matrix(), start, c);
    } else {
      VectorMatMul.run(a, b.matrix(), start, c);
    }
  }

  @Override
  public boolean isZero(float[] x, int at, int count) {
    return count < SMALL_RANGE ? plain.isZero(x, at, count) : VectorSums.isZero(x, at, count);
  }

  @Override
  public void exp(float[] x, float[] y, int from, int to) {
    if (to - from < SMALL_RANGE) {
      plain.exp(x, y, from, to);
    } else {
      VectorMath.exp(x, y, from, to);
    }
  }

  @Override
  public void log(float[] x, float[] y, int from, int to) {
    if (to - from < SMALL_RANGE) {
      plain.log(x, y, from, to);
    } else {
      VectorMath.log(x, y, from, to);
    }
  }

  @Override
  public void tanh(float[] x, float[] y, int from, int to) {
    if (to - from < SMALL_RANGE) {
      plain.tanh(x, y, from, to);
    } else {
      VectorMath.tanh(x, y, from, to);
    }
  }

  @Override
  public void sigmoid(float[] x, float[] y, int from, int to) {
    if (to - from < SMALL_RANGE) {
      plain.sigmoid(x, y, from, to);
    } else {
      VectorMath.sigmoid(x, y, from, to);
    }
  }

  @Override
  public float sum(float[] x, int from, int to) {
    return to - from < SMALL_RANGE ? plain.sum(x, from, to) : VectorSums.sum(x, from, to);
  }

  @Override
  public float dot(float[] x, int xAt, float[] y, int yAt, int count) {
    return count < SMALL_RANGE
        ? plain.dot(x, xAt, y, yAt, count)
        : VectorSums.dot(x, xAt, y, yAt, count);
  }

  @Override
  public double sumOfSquares(float[] x, int from, int to) {
    return to - from < SMALL_RANGE
        ? plain.sumOfSquares(x, from, to)
        : VectorSums.sumOfSquares(x, from, to);
  }

  @Override
  public float max(float[] x, int from, int to) {
    return to - from < SMALL_RANGE ? plain.max(x, from, to) : VectorSums.max(x, from, to);
  }

  @Override
  public float expShifted(float[] x, int from, int to, float shift, float[] y, int yAt) {
    return to - from < SMALL_RANGE
        ? plain.expShifted(x, from, to, shift, y, yAt)
        : VectorMath.expShifted(x, from, to, shift, y, yAt);
  }

  @Override
  public void add(float[] x, int xAt, float[] y, int yAt, int count) {
    if (count < SMALL_RANGE) {
      plain.add(x, xAt, y, yAt, count);
    } else {
      VectorLoops.add(x, xAt, y, yAt, count);
    }
  }

  @Override
  public void axpy(float factor, float[] x, int xAt, float[] y, int yAt, int count) {
    if (count < SMALL_RANGE) {
      plain.axpy(factor, x, xAt, y, yAt, count);
    } else {
      VectorLoops.axpy(factor, x, xAt, y, yAt, count);
    }
  }

  @Override
  public void adam(
      AdamFactors step,
      float[] value,
      float[] gradient,
      float[] mean,
      float[] square,
      int from,
      int to) {
    int done = from;
    if (to - from >= SMALL_RANGE) {
      done = VectorAdam.run(step, value, gradient, mean, square, from, to);
    }
    plain.adam(step, value, gradient, mean, square, done, to);
  }

  @Override
  public GateKernel gates(int size) {
    return size < SMALL_RANGE ? plain.gates(size) : new VectorGates(size);
  }
}
