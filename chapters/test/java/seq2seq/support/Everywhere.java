package seq2seq.support;

import java.util.List;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** Runs something with each kernel and several numbers of threads. */
public final class Everywhere {
  private Everywhere() {}

  /** With the plain kernel and the SIMD one, on one thread and on three. */
  public static void run(Runnable body) {
    for (Kernel kernel : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
      for (int threads : new int[] {1, 3}) {
        with(kernel, threads, body);
      }
    }
  }

  /** With this kernel and so many threads; afterwards all is as it was. */
  public static void with(Kernel kernel, int threads, Runnable body) {
    Kernel kernelBefore = Kernels.active();
    int threadsBefore = Parallel.threads();
    try {
      Kernels.use(kernel);
      Parallel.use(threads);
      body.run();
    } finally {
      Kernels.use(kernelBefore);
      Parallel.use(threadsBefore);
    }
  }
}
