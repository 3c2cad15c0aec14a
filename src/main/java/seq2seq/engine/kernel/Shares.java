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
    void run(Matrix a, Matrix b, Matrix c, boolean accumulate);
  }

  /** Runs {@code product} over all of C, divided where it is large enough. */
  static void run(Matrix a, Matrix b, Matrix c, boolean accumulate, Product product) {
    long work = (long) c.rows() * c.cols() * a.cols();
    if (work < 2 * WORTHWHILE || Parallel.threads() == 1) {
      product.run(a, b, c, accumulate);
    } else if (c.cols() >= c.rows()) {
      byColumns(a, b, c, accumulate, product);
    } else {
      byRows(a, b, c, accumulate, product);
    }
  }

  private static void byColumns(Matrix a, Matrix b, Matrix c, boolean accumulate, Product product) {
    long unit = (long) COLUMN_UNIT * c.rows() * a.cols();
    Parallel.range(
        units(c.cols(), COLUMN_UNIT),
        grain(unit),
        (from, to) -> {
          int j = from * COLUMN_UNIT;
          int cols = Math.min(to * COLUMN_UNIT, c.cols()) - j;
          product.run(
              a, b.window(0, j, b.rows(), cols), c.window(0, j, c.rows(), cols), accumulate);
        });
  }

  private static void byRows(Matrix a, Matrix b, Matrix c, boolean accumulate, Product product) {
    long unit = (long) ROW_UNIT * c.cols() * a.cols();
    Parallel.range(
        units(c.rows(), ROW_UNIT),
        grain(unit),
        (from, to) -> {
          int i = from * ROW_UNIT;
          int rows = Math.min(to * ROW_UNIT, c.rows()) - i;
          product.run(
              a.window(i, 0, rows, a.cols()), b, c.window(i, 0, rows, c.cols()), accumulate);
        });
  }

  private static int units(int count, int unit) {
    return (count + unit - 1) / unit;
  }

  private static int grain(long workOfUnit) {
    return (int) Math.max(1, WORTHWHILE / workOfUnit);
  }
}
