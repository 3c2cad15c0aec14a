package seq2seq.book.live.jdk;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Parallel;

/**
 * The methods, but for arithmetic, that are called in a page instead of others of the same name:
 * {@link seq2seq.book.live.build.CallReplacer} has the list. One that stands for an instance's
 * method gets the instance first.
 */
public final class Calls {
  /** What a page may hold in unused buffers is a quarter of this. */
  private static final long MEMORY = 256L << 20;

  private Calls() {}

  /** For {@code Runtime.maxMemory}, which a page cannot know, bytes. */
  public static long maxMemory(Runtime runtime) {
    return MEMORY;
  }

  /** For {@code String.lines}; the course's own texts end their lines by LF. */
  public static Stream<String> lines(String text) {
    String ended = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return text.isEmpty() ? Stream.empty() : Arrays.stream(ended.split("\n", -1));
  }

  /** For {@code Kernels.load}: a page has no SIMD kernel. */
  public static Optional<Kernel> load() {
    return Optional.empty();
  }

  /** For {@code Parallel.range}: a worker is one thread. */
  public static void range(int count, int grain, Parallel.Range body) {
    if (count > 0) body.run(0, count);
  }
}
