package seq2seq.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Loads many damaged files, and counts what became of them: refused in one line, equal to the
 * undamaged one, another but legal content, or something else, of which there must be none.
 */
public final class Fuzz {
  private static final long MOST_BYTES = 200L << 20;
  private static final long MOST_NANOSECONDS = 1_000_000_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final String what;
  private final List<String> others = new ArrayList<>();
  private int refused;
  private int equal;
  private int legal;

  /** A count of the damaged files of one kind. */
  public Fuzz(String what) {
    this.what = what;
  }

  /** Loads something. */
  @FunctionalInterface
  public interface Loader<T> {
    /** Loads it, or throws. */
    T load(byte[] damaged) throws Exception;
  }

  /**
   * Loads {@code count} damaged files.
   *
   * @param damage the damaged file of a seed
   * @param isEqual whether what was loaded is what the undamaged file holds
   * @param isLegal whether it is at least something that such a file may hold
   */
  public <T> Fuzz run(
      int count,
      Function<Long, byte[]> damage,
      Loader<T> loader,
      Predicate<T> isEqual,
      Predicate<T> isLegal) {
    for (long seed = 1; seed <= count; seed++) {
      byte[] damaged = damage.apply(seed);
      long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      long nanoseconds = THREADS.getCurrentThreadCpuTime();
      judge(seed, damaged, loader, isEqual, isLegal);
      bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
      nanoseconds = THREADS.getCurrentThreadCpuTime() - nanoseconds;
      if (bytes > MOST_BYTES || nanoseconds > MOST_NANOSECONDS && seed > 1) {
        others.add(
            "seed " + seed + ": " + (bytes >> 20) + " MB, " + nanoseconds / 1_000_000 + " ms");
      }
    }
    return this;
  }

  private <T> void judge(
      long seed, byte[] damaged, Loader<T> loader, Predicate<T> isEqual, Predicate<T> isLegal) {
    try {
      T loaded = loader.load(damaged);
      if (isEqual.test(loaded)) {
        equal++;
      } else if (isLegal.test(loaded)) {
        legal++;
      } else {
        others.add("seed " + seed + ": loaded " + loaded);
      }
    } catch (Throwable thrown) {
      if (isRefusal(thrown)) {
        refused++;
      } else {
        others.add("seed " + seed + ": " + thrown + " at " + thrown.getStackTrace()[0]);
      }
    }
  }

  /** The exceptions that the course shows as one line: see seq2seq.cli.Failures. */
  private static boolean isRefusal(Throwable thrown) {
    String message = thrown.getMessage();
    boolean kind =
        thrown instanceof java.io.IOException
            || thrown.getClass().getName().startsWith("seq2seq.")
                && thrown instanceof IllegalArgumentException;
    return kind && message != null && !message.isBlank() && message.lines().count() == 1;
  }

  /** Prints the counts. */
  public void print() {
    System.out.println(
        "fuzz "
            + what
            + ": "
            + (refused + equal + legal + others.size())
            + " mutants, "
            + refused
            + " refused, "
            + equal
            + " equal, "
            + legal
            + " another legal content, "
            + others.size()
            + " other");
  }

  /** Fails if there was anything else. */
  public void check() {
    assertThat(others.stream().limit(10)).as(what).isEmpty();
    assertThat(refused).as("refused of " + what).isPositive();
  }
}
