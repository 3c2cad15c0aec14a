package seq2seq.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures a function over the floats whose bits are first, first + stride, first + 2·stride, ...
 */
final class Sweep {
  private static final int BATCH = 1 << 12;

  private final FunctionUnderTest function;
  private final int first;
  private final int stride;

  Sweep(FunctionUnderTest function, int first, int stride) {
    this.function = function;
    this.first = first;
    this.stride = stride;
  }

  /** The worst error, where it was, and the first argument whose bits differ between kernels. */
  record Result(double worstUlps, float worstAt, Float differsAt) {
    Result and(Result other) {
      Result worse = other.worstUlps > worstUlps ? other : this;
      return new Result(
          worse.worstUlps, worse.worstAt, differsAt == null ? other.differsAt : differsAt);
    }
  }

  /** Sweeps with one thread per processor. */
  Result run() throws InterruptedException, ExecutionException {
    int parts = 64;
    long steps = ((1L << 32) - first + stride - 1) / stride;
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Result>> results = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        long from = steps * i / parts;
        long to = steps * (i + 1) / parts;
        results.add(threads.submit(() -> part(from, to)));
      }
      Result result = new Result(0, 0, null);
      for (Future<Result> part : results) result = result.and(part.get());
      return result;
    } finally {
      threads.shutdownNow();
    }
  }

  private Result part(long from, long to) {
    Result result = new Result(0, 0, null);
    for (long at = from; at < to; at += BATCH) {
      float[] x = new float[(int) Math.min(BATCH, to - at)];
      for (int i = 0; i < x.length; i++) {
        x[i] = Float.intBitsToFloat((int) (first + (at + i) * stride));
      }
      result = result.and(batch(x));
    }
    return result;
  }

  private Result batch(float[] x) {
    float[] plain = new float[x.length];
    float[] simd = new float[x.length];
    function.array.run(Kernels.plain(), x, plain, 0, x.length);
    function.array.run(Kernels.simd().orElseThrow(), x, simd, 0, x.length);
    Result result = new Result(0, 0, null);
    for (int i = 0; i < x.length; i++) {
      if (Float.floatToIntBits(plain[i]) != Float.floatToIntBits(simd[i])) {
        result = result.and(new Result(0, 0, x[i]));
      }
      double ulps = FunctionUnderTest.ulpsBetween(plain[i], function.oracle.applyAsDouble(x[i]));
      if (ulps > result.worstUlps) result = result.and(new Result(ulps, x[i], null));
    }
    return result;
  }
}
