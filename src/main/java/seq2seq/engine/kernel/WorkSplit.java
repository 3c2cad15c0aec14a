package seq2seq.engine.kernel;

/**
 * Divides work between threads by rows or columns of its result: never a part of a sum, so that
 * results do not depend on how many threads there are.
 */
public final class WorkSplit {
  /** Multiply-adds worth waking a thread for: some microseconds of work. */
  public static final long MIN_WORK = 1 << 18;

  /** An exp or a tanh, with the loads and stores around it, in multiply-adds. */
  public static final long EXP_WORK = 32;

  /** Rows and columns are handed out in these units, multiples of every kernel's tile. */
  private static final int ROW_UNIT = 8;

  private static final int COLUMN_UNIT = 32;

  private WorkSplit() {}

  /** The product C = S + A·B of one thread. */
  @FunctionalInterface
  public interface Product {
    /** All of C, or the part of it that belongs to a part of A or of B. */
    void run(Matrix a, Matrix b, Matrix start, Matrix c);
  }

  /** A product whose right side is settled. */
  @FunctionalInterface
  public interface RowProduct {
    /** Some rows of C, from the same rows of A and of S. */
    void run(Matrix a, Matrix start, Matrix c);
  }

  /** Whether a product is large enough for more than one thread. */
  static boolean divides(Matrix a, Matrix c) {
    return Parallel.threads() > 1 && (long) c.rows() * c.cols() * a.cols() >= 2 * MIN_WORK;
  }

  /**
   * Runs {@code body} over the rows 0..count, divided between threads where each has {@link
   * #MIN_WORK} or more.
   *
   * @param workPerRow multiply-adds of one row
   */
  public static void rows(int count, long workPerRow, Parallel.Range body) {
    inUnits(count, ROW_UNIT, workPerRow, body);
  }

  /** C = S + A·B by rows of C; {@code product} knows B. */
  public static void rows(Matrix a, Matrix start, Matrix c, RowProduct product) {
    rows(
        c.rows(),
        (long) a.cols() * c.cols(),
        (from, to) -> {
          int count = to - from;
          Matrix s = start == null ? null : start.window(from, 0, count, c.cols());
          product.run(a.window(from, 0, count, a.cols()), s, c.window(from, 0, count, c.cols()));
        });
  }

  /** C = S + A·B, by columns of C where it is wide, by rows where it is tall. */
  static void product(Matrix a, Matrix b, Matrix start, Matrix c, Product product) {
    if (c.cols() >= c.rows()) {
      columns(a, b, start, c, product);
    } else {
      rows(a, start, c, (rows, s, part) -> product.run(rows, b, s, part));
    }
  }

  private static void columns(Matrix a, Matrix b, Matrix start, Matrix c, Product product) {
    inUnits(
        c.cols(),
        COLUMN_UNIT,
        (long) a.cols() * c.rows(),
        (from, to) -> {
          int count = to - from;
          Matrix s = start == null ? null : start.window(0, from, c.rows(), count);
          Matrix part = c.window(0, from, c.rows(), count);
          product.run(a, b.window(0, from, b.rows(), count), s, part);
        });
  }

  /**
   * Runs {@code body} over 0..count in multiples of {@code unit}, divided between threads where
   * each has {@link #MIN_WORK} or more.
   *
   * @param workOfOne multiply-adds of one index
   */
  public static void inUnits(int count, int unit, long workOfOne, Parallel.Range body) {
    long least = MIN_WORK / Math.max(1, unit * workOfOne);
    Parallel.range(
        (count + unit - 1) / unit,
        (int) Math.max(1, least),
        (from, to) -> body.run(from * unit, Math.min(count, to * unit)));
  }
}
