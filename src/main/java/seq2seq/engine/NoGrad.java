package seq2seq.engine;

import java.util.function.Supplier;

/**
 * A scope in which results keep no graph: for inference, where nobody will ask for a gradient.
 *
 * <pre>{@code Tensor logits = NoGrad.get(() -> model.forward(batch));}</pre>
 *
 * <p>Applies to the calling thread; scopes nest.
 */
public final class NoGrad {
  private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

  private NoGrad() {}

  /** Runs {@code body} without building a graph and returns what it returns. */
  public static <T> T get(Supplier<T> body) {
    int[] depth = DEPTH.get();
    depth[0]++;
    try {
      return body.get();
    } finally {
      depth[0]--;
    }
  }

  /** Runs {@code body} without building a graph. */
  public static void run(Runnable body) {
    get(
        () -> {
          body.run();
          return null;
        });
  }

  /** Whether the calling thread is inside such a scope. */
  public static boolean isActive() {
    return DEPTH.get()[0] > 0;
  }
}
