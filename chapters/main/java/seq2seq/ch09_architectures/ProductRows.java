package seq2seq.ch09_architectures;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/**
 * Counts the matrix products that the engine computes, by their rows: a network that works on all
 * time steps at once has few products of many rows, one that goes step by step has many of few.
 *
 * <p>A kernel stands in between that hands everything on and keeps count; so nothing is counted but
 * what is really computed. For the whole JVM, as long as the work lasts.
 */
public final class ProductRows {
  private final Kernel kernel;
  private final List<Integer> rows = new ArrayList<>();

  private ProductRows(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * Does the work.
   *
   * @return for each matrix product (m×k)·(k×n), in order, its number of rows m
   */
  public static List<Integer> of(Runnable work) {
    Kernel active = Kernels.active();
    ProductRows watching = new ProductRows(active);
    Class<?>[] kernels = {Kernel.class};
    Kernels.use(
        (Kernel) Proxy.newProxyInstance(Kernel.class.getClassLoader(), kernels, watching::handOn));
    try {
      work.run();
    } finally {
      Kernels.use(active);
    }
    return List.copyOf(watching.rows);
  }

  private Object handOn(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("matmul")) {
      rows.add(((Matrix) arguments[0]).rows());
    }
    try {
      return method.invoke(kernel, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
