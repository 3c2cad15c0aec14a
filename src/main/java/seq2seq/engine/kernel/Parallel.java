package seq2seq.engine.kernel;

/**
 * Splits loops over output elements between threads; results never depend on how many there are.
 */
public final class Parallel {
  private Parallel() {}

  /** The body of a loop over the half-open range of indices that one thread takes. */
  @FunctionalInterface
  public interface Range {
    void run(int from, int to);
  }

  /** How many threads loops may use, at least 1. */
  public static int threads() {
    return 1;
  }

  /**
   * Runs {@code body} over 0..count, each thread taking at least {@code grain} indices; returns
   * when all are done.
   */
  public static void range(int count, int grain, Range body) {
    body.run(0, count);
  }
}
