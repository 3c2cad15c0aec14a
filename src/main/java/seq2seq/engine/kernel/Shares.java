package seq2seq.engine.kernel;

/**
 * Divides a matrix product between threads: each computes some columns of C, or some rows where C
 * is tall, and never a part of k.
 */
final class Shares {
  /** Multiply-adds worth waking a thread for: some microseconds of work. */
  private static final long WORTHWHILE = 1 << 19;

  /** Rows and columns are handed out in these units, multiples of every kernel's tile. */
  private static final int ROW_UNIT = 12;

  private static final int COLUMN_UNIT = 32;

  private Shares() {}

  /** The product of one thread. */
  @FunctionalInterface
  interface Product {
    void run(Matrix a, Matrix b, Matrix start, Matrix c);
  }

  /** Whether a product is large enough to be divided. */
  static boolean areWorthwhile(Matrix a, Matrix c) {
    long work = (long) c.rows() * c.cols() * a.cols();
    return work >= 2 * WORTHWHILE && Parallel.threads() > 1;
  }

  /** Whether C is divided by columns, each thread reading its own part of B. */
  static boolean areColumns(Matrix c) {
    return c.cols() >= c.rows();
  }

  /** Runs {@code product} over all of C, divided where it is large enough. */
  static void run(Matrix a, Matrix b, Matrix start, Matrix c, Product product) {
    if (!areWorthwhile(a, c)) {
      product.run(a, b, start, c);
    } else if (areColumns(c)) {
      byColumns(a, b, start, c, product);
    } else {
      byRows(a, start, c, (rowsOfA, s, rowsOfC) -> product.run(rowsOfA, b, s, rowsOfC));
    }
  }

  private static void byColumns(Matrix a, Matrix b, Matrix start, Matrix c, Product product) {
    long unit = (long) COLUMN_UNIT * c.rows() * a.cols();
    Parallel.range(
        units(c.cols(), COLUMN_UNIT),
        grain(unit),
        (from, to) -> {
          int j = from * COLUMN_UNIT;
          int cols = Math.min(to * COLUMN_UNIT, c.cols()) - j;
          Matrix part = c.window(0, j, c.rows(), cols);
          product.run(a, b.window(0, j, b.rows(), cols), window(start, c, 0, j, part), part);
        });
  }

  /** A product whose right side is settled. */
  @FunctionalInterface
  interface RowProduct {
    void run(Matrix a, Matrix start, Matrix c);
  }

  static void byRows(Matrix a, Matrix start, Matrix c, RowProduct product) {
    long unit = (long) ROW_UNIT * c.cols() * a.cols();
    Parallel.range(
        units(c.rows(), ROW_UNIT),
        grain(unit),
        (from, to) -> {
          int i = from * ROW_UNIT;
          int rows = Math.min(to * ROW_UNIT, c.rows()) - i;
          Matrix part = c.window(i, 0, rows, c.cols());
          product.run(a.window(i, 0, rows, a.cols()), window(start, c, i, 0, part), part);
        });
  }

  /** The part of the start that belongs to a part of C; where the two are one, they stay one. */
  private static Matrix window(Matrix start, Matrix c, int i, int j, Matrix part) {
    if (start == null || start == c) return start == null ? null : part;
    return start.window(i, j, part.rows(), part.cols());
  }

  private static int units(int count, int unit) {
    return (count + unit - 1) / unit;
  }

  private static int grain(long workOfUnit) {
    return (int) Math.max(1, WORTHWHILE / workOfUnit);
  }
}
