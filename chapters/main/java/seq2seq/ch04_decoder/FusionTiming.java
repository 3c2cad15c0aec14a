package seq2seq.ch04_decoder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Numbers;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * Is one wide product really faster than two small ones and a sum? One often reads so; this
 * measures it.
 *
 * <p>What is timed is all that a step needs: for {@link Concatenation#together} the copy that lays
 * x and c side by side and one product; for {@link Concatenation#apart} two products and the sum,
 * the weight having been cut in two beforehand, as two layers would keep it. Both ways do the same
 * N·(D+H)·out multiplications; what differs is how often memory is walked and how long the inner
 * loops are.
 *
 * <p>Each way is warmed up, then the two take turns, so that a change in the machine's speed meets
 * both alike; the median is reported, because a mean would be bent by the odd pause. Times differ
 * from machine to machine and from run to run.
 *
 * @param n N
 * @param d D
 * @param h H
 * @param out the width of the result
 * @param togetherMicros median time of one wide product with its copy, microseconds
 * @param apartMicros median time of two products and a sum, microseconds
 */
public record FusionTiming(
    int n, int d, int h, int out, double togetherMicros, double apartMicros) {
  private static final long WARM_UP_NANOS = 200_000_000L;
  private static final long SAMPLE_NANOS = 2_000_000L;

  /** How much of the time apart the time together is; below 1 the wide product is faster. */
  public double ratio() {
    return togetherMicros / apartMicros;
  }

  /**
   * Times both ways forward at one size; takes about half a second.
   *
   * @param samples how many timings each median is taken from, at least 1
   * @throws seq2seq.engine.ShapeException if a size is below 1
   * @throws IllegalArgumentException if the number of samples is below 1
   */
  public static FusionTiming measure(
      int n, int d, int h, int out, int samples, Generator generator) {
    if (samples < 1) {
      throw new IllegalArgumentException("fusion timing: needs at least 1 sample; got " + samples);
    }
    Tensor x = Tensor.normal(Shape.of(n, d), 1, generator);
    Tensor c = Tensor.normal(Shape.of(n, h), 1, generator);
    Tensor wide = Tensor.normal(Shape.of(d + h, out), 1, generator);
    Tensor weightOfX = wide.slice(0, 0, d);
    Tensor weightOfC = wide.slice(0, d, d + h);
    Supplier<Tensor> together = () -> Concatenation.together(x, c, wide);
    Supplier<Tensor> apart = () -> Concatenation.apart(x, c, weightOfX, weightOfC);
    double[] medians = NoGrad.get(() -> medians(together, apart, samples));
    return new FusionTiming(n, d, h, out, medians[0], medians[1]);
  }

  private static double[] medians(Supplier<Tensor> together, Supplier<Tensor> apart, int samples) {
    int rounds = Math.max(warmUp(together), warmUp(apart));
    double[] one = new double[samples];
    double[] two = new double[samples];
    for (int i = 0; i < samples; i++) {
      one[i] = micros(together, rounds);
      two[i] = micros(apart, rounds);
    }
    return new double[] {median(one), median(two)};
  }

  /** Runs until the compiler has had its time; returns how many runs make one sample. */
  private static int warmUp(Supplier<Tensor> body) {
    long start = System.nanoTime();
    long runs = 0;
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      body.get();
      runs++;
    }
    return (int) Math.max(1, runs * SAMPLE_NANOS / WARM_UP_NANOS);
  }

  private static double micros(Supplier<Tensor> body, int rounds) {
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      body.get();
    }
    return (System.nanoTime() - start) / 1e3 / rounds;
  }

  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The timings as a table, one row a size. */
  public static String table(List<FusionTiming> timings) {
    StringBuilder text =
        new StringBuilder("     N    D    H  out   together µs   apart µs   together/apart\n");
    for (FusionTiming t : timings) {
      String row = "%6d%5d%5d%5d%14s%11s%17s\n";
      String together = Numbers.fixed(t.togetherMicros, 1);
      String apart = Numbers.fixed(t.apartMicros, 1);
      String ratio = Numbers.fixed(t.ratio(), 2);
      text.append(String.format(Locale.ROOT, row, t.n, t.d, t.h, t.out, together, apart, ratio));
    }
    return text.toString();
  }
}
