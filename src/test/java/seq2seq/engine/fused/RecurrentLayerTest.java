package seq2seq.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.BufferPool;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * The fused layers give one result, whatever computes it. That it is the formula's is held by
 * {@code FusedAgreesWithFormulaTest}, beside the cells.
 */
class RecurrentLayerTest {
  private static final int D = 3;
  private final Kernel kernelBefore = Kernels.active();
  private final int threadsBefore = Parallel.threads();

  @AfterEach
  void restore() {
    Kernels.use(kernelBefore);
    Parallel.use(threadsBefore);
  }

  /** A layer: from (x, h, W_xh, W_hh, b, b) or (x, h, W_xh, W_hh, b, c) to (T,N,H). */
  private enum Layer {
    GRU(3, x -> new GruLayer(x[2], x[3], x[4], x[5]).unroll(x[0], null, null, x[1])),
    LSTM(4, x -> new LstmLayer(x[2], x[3], x[4]).unroll(x[0], null, null, x[1], x[5]));

    final int gates;
    final Function<Tensor[], Tensor> run;

    Layer(int gates, Function<Tensor[], Tensor> run) {
      this.gates = gates;
      this.run = run;
    }

    Tensor[] inputs(int steps, int n, int h) {
      Generator g = Generator.seeded(steps * 1000L + n * 10L + h);
      return new Tensor[] {
        random(g, steps, n, D),
        random(g, n, h),
        random(g, D, gates * h),
        random(g, h, gates * h).times(0.3f),
        random(g, gates * h),
        this == GRU ? random(g, gates * h) : random(g, n, h)
      };
    }
  }

  private static Tensor random(Generator g, int... sizes) {
    return Tensor.uniform(Shape.of(sizes), -1, 1, g);
  }

  /** Steps, rows and sizes around a tile, a vector and the smallest worth a thread. */
  private static final int[][] SIZES = {
    {1, 1, 1}, {3, 2, 5}, {4, 7, 16}, {5, 13, 40}, {2, 64, 48}, {6, 50, 33}
  };

  @ParameterizedTest
  @EnumSource
  void neitherKernelNorThreadsChangeABitOfTheGradients(Layer layer) {
    for (int[] s : SIZES) {
      Tensor[] in = layer.inputs(s[0], s[1], s[2]);
      Kernels.use(Kernels.plain());
      Parallel.use(1);
      List<float[]> expected = valuesAndGradients(layer, in);
      everywhere(
          () ->
              assertThat(valuesAndGradients(layer, in))
                  .usingRecursiveComparison()
                  .isEqualTo(expected));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAGraphTheValuesAreTheSame(Layer layer) {
    for (int[] s : SIZES) {
      Tensor[] in = layer.inputs(s[0], s[1], s[2]);
      float[] expected = layer.run.apply(leaves(in)).toArray();
      everywhere(
          () -> {
            Tensor values = NoGrad.get(() -> layer.run.apply(leaves(in)));
            assertThat(values.toArray()).isEqualTo(expected);
          });
    }
  }

  private static Tensor[] leaves(Tensor[] in) {
    return Stream.of(in).map(Tensor::withGrad).toArray(Tensor[]::new);
  }

  /** Each row counts up to a length of its own: past it nothing comes back, as from padding. */
  private static List<float[]> valuesAndGradients(Layer layer, Tensor[] in) {
    Tensor[] leaves = leaves(in);
    fillThePoolWithRubbish();
    Tensor out = layer.run.apply(leaves);
    int steps = in[0].dim(0);
    int n = in[0].dim(1);
    int h = in[1].dim(1);
    float[] weights = new float[out.size()];
    for (int i = 0; i < weights.length; i++) {
      int row = i / h % n;
      int part = i / h / n / steps;
      boolean counts = i / h / n % steps < (row + 2 * part) % (steps + 1);
      weights[i] = counts && (row % 4 != 3 || i % h == h - 1) ? 1f + (i * 37 % 101) / 101f : 0f;
    }
    fillThePoolWithRubbish();
    out.times(Tensor.of(out.shape(), weights)).sum().backward();
    List<float[]> all = new ArrayList<>(List.of(out.toArray()));
    for (Tensor leaf : leaves) all.add(leaf.grad().toArray());
    return all;
  }

  private static void fillThePoolWithRubbish() {
    List<float[]> taken = new ArrayList<>();
    for (int size = 1024; size < 60_000; size += size / 4) {
      for (int k = 0; k < 4; k++) taken.add(BufferPool.take(size));
    }
    for (float[] buffer : taken) {
      Arrays.fill(buffer, Float.NaN);
      BufferPool.give(buffer);
    }
  }

  private static void everywhere(Runnable body) {
    for (Kernel kernel : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
      for (int threads = 1; threads <= 3; threads++) {
        Kernels.use(kernel);
        Parallel.use(threads);
        body.run();
      }
    }
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    Tensor h = Tensor.zeros(2, 3);
    Tensor b = Tensor.zeros(9);
    GruLayer gru = new GruLayer(Tensor.zeros(5, 9), Tensor.zeros(3, 9), b, b);
    fails(
        () -> new GruLayer(Tensor.zeros(5, 9), Tensor.zeros(3, 8), b, b),
        "gru: with H = 3 needs W_xh (D×9), W_hh (3×9) and biases (9); got (5×9), (3×8), (9) and"
            + " (9)");
    fails(
        () -> gru.unroll(Tensor.zeros(2, 5), null, null, h), "gru: needs inputs T×N×D; got (2×5)");
    fails(
        () -> gru.step(Tensor.zeros(1, 5), null, h),
        "gru: the state h must be (1×3), N×H; got (2×3)");
    fails(
        () -> gru.step(Tensor.zeros(2, 4), null, h),
        "affine: inner sizes differ: (2×4)·(5×9), 4 ≠ 5");
    fails(
        () -> gru.unroll(Tensor.zeros(4, 2, 3), Tensor.zeros(2, 1), null, h),
        "affine: inner sizes differ: (4×2×3) ⊕ (2×1)·(5×9), 4 ≠ 5");
    fails(
        () -> gru.unroll(Tensor.zeros(4, 2, 3), Tensor.zeros(1, 2), null, h),
        "affine: needs x (…×N×D), a context (N×C) or none, and a weight; got (4×2×3) ⊕ (1×2) and"
            + " (5×9)");
    LstmLayer lstm = new LstmLayer(Tensor.zeros(5, 12), Tensor.zeros(3, 12), Tensor.zeros(12));
    fails(
        () -> lstm.step(Tensor.zeros(2, 5), null, h, Tensor.zeros(1, 3)),
        "lstm: the cell state c must be (2×3), N×H; got (1×3)");
  }

  @Test
  void lengthsThatDoNotFitAreNamed() {
    Tensor b = Tensor.zeros(9);
    GruLayer gru = new GruLayer(Tensor.zeros(5, 9), Tensor.zeros(3, 9), b, b);
    Tensor x = Tensor.zeros(4, 2, 5);
    Tensor h = Tensor.zeros(2, 3);
    fails(
        () -> gru.unroll(x, null, new int[] {4}, h),
        "gru: needs one length for each of 2 rows; got 1");
    fails(
        () -> gru.unroll(x, null, new int[] {4, 5}, h),
        "gru: row 1 has length 5, which is not in 0..4");
    fails(
        () -> gru.unroll(x, null, new int[] {-1, 4}, h),
        "gru: row 0 has length -1, which is not in 0..4");
  }

  @Test
  void nothingIsMultipliedForPadding() {
    int[] lengths = {3, 1, 5, 0, 2};
    Tensor[] in = Layer.GRU.inputs(5, 5, 4);
    CountingKernel counting = new CountingKernel(Kernels.plain());
    Kernels.use(counting.kernel());
    GruLayer layer = new GruLayer(in[2], in[3], in[4], in[5]);
    layer.unroll(in[0], null, lengths, in[1]);
    assertThat(counting.multiplyAdds()).isEqualTo((3 + 1 + 5 + 2) * (D + 4) * 12);
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
