package seq2seq.book.live.jdk;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Parallel;

/**
 * The methods that are called in a page instead of others of the same name: {@link
 * seq2seq.book.live.build.CallReplacer} has the list. One that stands for an instance's method gets
 * the instance first.
 */
public final class Calls {
  /** What a page may hold in unused buffers is a quarter of this. */
  private static final long MEMORY = 256L << 20;

  private Calls() {}

  /** For {@code Math.fma}. */
  public static float fma(float a, float b, float c) {
    return Fma.fma(a, b, c);
  }

  /** For {@code StrictMath.exp}. */
  public static double exp(double x) {
    return Fdlibm.exp(x);
  }

  /** For {@code StrictMath.log}. */
  public static double log(double x) {
    return Fdlibm.log(x);
  }

  /** For {@code StrictMath.tanh}. */
  public static double tanh(double x) {
    return Fdlibm.tanh(x);
  }

  /** For {@code StrictMath.pow}. */
  public static double pow(double x, double y) {
    return FdlibmPower.pow(x, y);
  }

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
