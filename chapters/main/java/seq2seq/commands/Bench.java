package seq2seq.commands;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Greedy;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Adam;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * Times a training step and a matrix product: the median and the least of several, after a warm-up
 * long enough for the JIT compiler.
 */
final class Bench {
  private static final double WARM_UP_SECONDS = 10;
  private static final int LEAST_WARM_UPS = 3;
  private static final int SENTENCES = 1000;

  private Bench() {}

  /**
   * A row about a training step; tokens are real target tokens, the heap's peak in MB (10⁶), the
   * {@link RoundTrip} between two threads in ns right after the step was timed.
   */
  record StepRow(
      String config,
      double msPerStep,
      double leastMsPerStep,
      double tokensPerSecond,
      int threads,
      String kernel,
      String jdk,
      double peakHeapMB,
      double roundTripNanos) {}

  /**
   * A row about a model with one size doubled.
   *
   * @param doubled N, T, H (with D) or V' (with V); {@code nothing} for the model itself
   * @param times how many times the model's own time
   * @param arithmetic how many times its own multiply-adds
   */
  record GrowthRow(String doubled, double msPerStep, double times, double arithmetic) {}

  /** A row about greedy translation, that many sentences at a time; sentences of 5 to 9 words. */
  record TranslationRow(
      String model, int sentences, int atATime, double sentencesPerSecond, int threads) {}

  /** A row about a matrix product; the kernel is one of the engine's, or the textbook's loop. */
  record MatMulRow(String kernel, String shape, int threads, double gflops, double bestGflops) {}

  /** The step of the PyTorch script: forward, masked loss, backward, clip at 1, Adam. */
  static StepRow step(BenchConfig config) {
    Generator generator = Generator.seeded(0);
    Seq2Seq model = config.sizes().initialise(generator);
    List<Parameter> parameters = model.parameters();
    Adam adam = new Adam(0.005);
    PaddedBatch batch = config.batch(generator);
    Runnable step =
        () -> {
          Parameter.clearGrads(parameters);
          Decoder.Outputs outputs = model.outputs(batch, Mode.training(generator));
          MaskedLoss.of(outputs, batch.target(), batch.targetLengths()).backward();
          GradientClip.byGlobalNorm(parameters, 1.0);
          adam.step(parameters);
        };
    Times seconds = times(step, config.timed());
    return new StepRow(
        config.name(),
        1e3 * seconds.median(),
        1e3 * seconds.least(),
        batch.targetTokens() / seconds.median(),
        Parallel.threads(),
        Kernels.active().name(),
        System.getProperty("java.version"),
        peakHeap() / 1e6,
        RoundTrip.nanos(Parallel.threads()));
  }

  /** The sum over the pools of the heap; each may have had its peak at another moment. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** The time of a step as the sizes double, one at a time. */
  static List<GrowthRow> growth(BenchConfig model) {
    double own = step(model).msPerStep();
    List<GrowthRow> rows = new ArrayList<>();
    rows.add(new GrowthRow("nothing", own, 1, 1));
    for (BenchConfig doubled : model.doubled()) {
      double ms = step(doubled).msPerStep();
      double arithmetic = (double) doubled.multiplyAdds() / model.multiplyAdds();
      rows.add(new GrowthRow(doubled.name(), ms, ms / own, arithmetic));
    }
    return rows;
  }

  /**
   * Greedy translation of 1,000 sentences, T steps each, by a model that has not learned: what it
   * writes does not matter here, nor does it end early.
   */
  static TranslationRow translate(BenchConfig config, int atATime) {
    Generator generator = Generator.seeded(0);
    Seq2Seq model = config.sizes().initialise(generator);
    List<int[][]> batches = config.sentences(SENTENCES / atATime, atATime, generator);
    Runnable all = () -> batches.forEach(batch -> decode(model, batch, config.steps()));
    double seconds = times(all, 3).median();
    return new TranslationRow(
        config.name(), SENTENCES, atATime, SENTENCES / seconds, Parallel.threads());
  }

  private static void decode(Seq2Seq model, int[][] batch, int steps) {
    int[] lengths = new int[batch.length];
    Arrays.fill(lengths, batch[0].length);
    Greedy.decode(model, batch, lengths, steps);
  }

  /** (m×k)·(k×n) with the given kernel. */
  static MatMulRow matmul(Kernel kernel, int m, int k, int n) {
    return product(
        kernel.name(),
        (a, b, c) ->
            kernel.matmul(Matrix.of(a, m, k), Matrix.of(b, k, n), Matrix.of(c, m, n), false),
        m,
        k,
        n);
  }

  /** (m×k)·(k×n) with three loops, on one thread. */
  static MatMulRow tripleLoop(int m, int k, int n) {
    return product("i-k-j loop", (a, b, c) -> TripleLoop.matmul(a, b, c, m, k, n), m, k, n);
  }

  private interface Product {
    void run(float[] a, float[] b, float[] c);
  }

  private static MatMulRow product(String name, Product product, int m, int k, int n) {
    Generator generator = Generator.seeded(0);
    float[] a = Tensor.uniform(Shape.of(m, k), -1, 1, generator).toArray();
    float[] b = Tensor.uniform(Shape.of(k, n), -1, 1, generator).toArray();
    float[] c = new float[m * n];
    Times seconds = times(() -> product.run(a, b, c), 200);
    double operations = 2e-9 * m * k * n;
    return new MatMulRow(
        name,
        Shape.of(m, k) + "·" + Shape.of(k, n),
        Parallel.threads(),
        operations / seconds.median(),
        operations / seconds.least());
  }

  /** What several runs took, seconds. */
  private record Times(double median, double least) {}

  private static Times times(Runnable work, int times) {
    long start = System.nanoTime();
    for (int i = 0; i < LEAST_WARM_UPS || System.nanoTime() - start < WARM_UP_SECONDS * 1e9; i++) {
      work.run();
    }
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      long before = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - before) / 1e9;
    }
    Arrays.sort(seconds);
    return new Times(seconds[times / 2], seconds[0]);
  }
}
