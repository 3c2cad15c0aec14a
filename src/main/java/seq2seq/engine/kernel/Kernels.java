package seq2seq.engine.kernel;

import java.util.Objects;
import java.util.Optional;

/**
 * Chooses the kernel once, at start: SIMD where the JVM has the module {@code
 * jdk.incubator.vector}, plain Java elsewhere.
 *
 * <p>The system property {@code seq2seq.kernel}, {@code plain} or {@code simd}, overrules the
 * choice. Results are the same bits either way.
 */
public final class Kernels {
  /** The system property that overrules the choice. */
  public static final String PROPERTY = "seq2seq.kernel";

  private static final String MODULE = "jdk.incubator.vector";
  private static final Kernel PLAIN = new PlainKernel();
  private static final Optional<Kernel> SIMD = load();

  private static volatile Kernel active;

  private Kernels() {}

  /**
   * The kernel in use.
   *
   * @throws IllegalArgumentException on the first call, when the system property {@value #PROPERTY}
   *     names no kernel, or one that this JVM was started without
   */
  public static Kernel active() {
    Kernel kernel = active;
    return kernel != null ? kernel : choose();
  }

  /** Uses {@code kernel} from now on, in all threads: for tests and benchmarks. */
  public static void use(Kernel kernel) {
    active = Objects.requireNonNull(kernel, "kernel");
  }

  /** The kernel in readable Java, always there. */
  public static Kernel plain() {
    return PLAIN;
  }

  /** The SIMD kernel; empty when the JVM runs without {@code jdk.incubator.vector}. */
  public static Optional<Kernel> simd() {
    return SIMD;
  }

  /**
   * The kernel of that name; null asks for the fastest there is.
   *
   * @throws IllegalArgumentException when there is no such kernel, or this JVM was started without
   *     it
   */
  static Kernel named(String name) {
    if (name == null) return SIMD.orElse(PLAIN);
    if (name.equals("plain")) return PLAIN;
    if (name.equals("simd")) return SIMD.orElseThrow(Kernels::noModule);
    throw new IllegalArgumentException(
        PROPERTY + ": there is no kernel \"" + name + "\"; the kernels are plain and simd");
  }

  private static Kernel choose() {
    Kernel chosen = named(System.getProperty(PROPERTY));
    active = chosen;
    return chosen;
  }

  private static IllegalArgumentException noModule() {
    return new IllegalArgumentException(
        PROPERTY
            + ": the kernel \"simd\" needs the module "
            + MODULE
            + "; start java with --add-modules "
            + MODULE);
  }

  /** By name, so that this class and all others run where the module is missing. */
  private static Optional<Kernel> load() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) return Optional.empty();
    try {
      Class<?> kernel = Class.forName(Kernels.class.getPackageName() + ".VectorKernel");
      return Optional.of((Kernel) kernel.getDeclaredConstructor().newInstance());
    } catch (LinkageError e) {
      // The incubating API of a future JDK may differ from the one this was compiled against.
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the SIMD kernel is missing from this build", e);
    }
  }
}
