package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** The fused recurrent ops against the same formulas spelt out in single ops. */
class RecurrenceTest {
  private final Kernel kernelBefore = Kernels.active();
  private final int threadsBefore = Parallel.threads();

  @AfterEach
  void restore() {
    Kernels.use(kernelBefore);
    Parallel.use(threadsBefore);
  }

  /** A layer, fused and spelt out: from (x, h, W, b), or (x, h, c, W), to (T,N,·). */
  private enum Layer {
    GRU(3, x -> x[0].gru(x[1], x[2], x[3]), RecurrenceTest::gru),
    LSTM(4, x -> x[0].lstm(x[1], x[2], x[3]), RecurrenceTest::lstm);

    final int gates;
    final Function<Tensor[], Tensor> fused;
    final Function<Tensor[], Tensor> spelt;

    Layer(int gates, Function<Tensor[], Tensor> fused, Function<Tensor[], Tensor> spelt) {
      this.gates = gates;
      this.fused = fused;
      this.spelt = spelt;
    }

    Tensor[] inputs(int steps, int n, int h, boolean fromZeros) {
      Generator g = Generator.seeded(steps * 1000 + n * 10 + h);
      Tensor x = random(g, steps, n, gates * h);
      Tensor hidden = fromZeros ? Tensor.zeros(n, h) : random(g, n, h);
      Tensor weight = random(g, h, gates * h).times(0.3f).detach();
      return this == GRU
          ? new Tensor[] {x, hidden, weight, random(g, gates * h)}
          : new Tensor[] {x, hidden, fromZeros ? Tensor.zeros(n, h) : random(g, n, h), weight};
    }
  }

  private static Tensor random(Generator g, int... sizes) {
    return Tensor.uniform(Shape.of(sizes), -1, 1, g);
  }

  private static Tensor gru(Tensor[] in) {
    int h = in[1].dim(1);
    Tensor hidden = in[1];
    List<Tensor> steps = new ArrayList<>();
    for (int t = 0; t < in[0].dim(0); t++) {
      Tensor x = in[0].at(t);
      Tensor s = hidden.affine(in[2], in[3]);
      Tensor r = part(x, 0, h).plus(part(s, 0, h)).sigmoid();
      Tensor z = part(x, 1, h).plus(part(s, 1, h)).sigmoid();
      Tensor n = part(x, 2, h).plus(r.times(part(s, 2, h))).tanh();
      hidden = n.plus(z.times(hidden.minus(n)));
      steps.add(hidden);
    }
    return Tensor.stack(steps.toArray(Tensor[]::new));
  }

  private static Tensor lstm(Tensor[] in) {
    int h = in[1].dim(1);
    Tensor hidden = in[1];
    Tensor memory = in[2];
    List<Tensor> shown = new ArrayList<>();
    List<Tensor> kept = new ArrayList<>();
    for (int t = 0; t < in[0].dim(0); t++) {
      Tensor s = in[0].at(t).plus(hidden.matmul(in[3]));
      Tensor i = part(s, 0, h).sigmoid();
      Tensor f = part(s, 1, h).sigmoid();
      Tensor g = part(s, 2, h).tanh();
      memory = f.times(memory).plus(i.times(g));
      hidden = part(s, 3, h).sigmoid().times(memory.tanh());
      shown.add(hidden);
      kept.add(memory);
    }
    return Tensor.stack(
        Tensor.stack(shown.toArray(Tensor[]::new)), Tensor.stack(kept.toArray(Tensor[]::new)));
  }

  private static Tensor part(Tensor wide, int gate, int h) {
    return wide.slice(1, gate * h, (gate + 1) * h);
  }

  /** Steps, rows and sizes around a tile, a vector and the smallest worth a thread. */
  private static final int[][] SIZES = {
    {1, 1, 1}, {3, 2, 5}, {4, 7, 16}, {5, 13, 40}, {2, 64, 48}, {6, 50, 33}
  };

  @ParameterizedTest
  @EnumSource
  void theValuesAreThoseOfTheFormulaToTheLastBit(Layer layer) {
    everywhere(
        () -> {
          for (int[] s : SIZES) {
            for (boolean fromZeros : new boolean[] {false, true}) {
              Tensor[] in = layer.inputs(s[0], s[1], s[2], fromZeros);
              float[] expected = layer.spelt.apply(in).toArray();
              assertThat(layer.fused.apply(in).toArray()).isEqualTo(expected);
              Tensor[] leaves = Stream.of(in).map(Tensor::withGrad).toArray(Tensor[]::new);
              assertThat(layer.fused.apply(leaves).toArray()).isEqualTo(expected);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theGradientsAreThoseOfTheFormula(Layer layer) {
    for (int[] s : SIZES) {
      for (boolean fromZeros : new boolean[] {false, true}) {
        Tensor[] in = layer.inputs(s[0], s[1], s[2], fromZeros);
        List<float[]> expected = gradients(layer.spelt, in, s[1]);
        everywhere(
            () -> {
              List<float[]> actual = gradients(layer.fused, in, s[1]);
              for (int i = 0; i < in.length; i++) assertClose(i, actual.get(i), expected.get(i));
            });
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherKernelNorThreadsChangeABitOfTheGradients(Layer layer) {
    for (int[] s : SIZES) {
      Tensor[] in = layer.inputs(s[0], s[1], s[2], false);
      Kernels.use(Kernels.plain());
      Parallel.use(1);
      List<float[]> expected = gradients(layer.fused, in, s[1]);
      everywhere(
          () ->
              assertThat(gradients(layer.fused, in, s[1]))
                  .usingRecursiveComparison()
                  .isEqualTo(expected));
    }
  }

  /**
   * Gradients of a loss in which each row counts up to a length of its own: past it nothing comes
   * back, as after the end of a padded sentence. h' and c' of a row have different lengths, and of
   * some rows only the last number counts.
   */
  private static List<float[]> gradients(Function<Tensor[], Tensor> layer, Tensor[] in, int n) {
    Tensor[] leaves = Stream.of(in).map(Tensor::withGrad).toArray(Tensor[]::new);
    Tensor out = layer.apply(leaves);
    int steps = in[0].dim(0);
    float[] weights = new float[out.size()];
    int h = in[1].dim(1);
    for (int i = 0; i < weights.length; i++) {
      int row = i / h % n;
      int t = i / h / n % steps;
      int part = i / h / n / steps;
      boolean counts = t < (row + 2 * part) % (steps + 1) && (row % 4 != 3 || i % h == h - 1);
      weights[i] = counts ? 1f + (i * 37 % 101) / 101f : 0f;
    }
    fillTheBuffersWithRubbish(in[0].size());
    out.times(Tensor.of(out.shape(), weights)).sum().backward();
    return Stream.of(leaves).map(leaf -> leaf.grad().toArray()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theLastUseOfTheInputsShareChangesNoBit(Layer layer) {
    Tensor[] in = layer.inputs(7, 12, 16, false);
    Function<Tensor[], Tensor> kept = x -> layer.fused.apply(projected(x, false));
    Function<Tensor[], Tensor> given = x -> layer.fused.apply(projected(x, true));
    List<float[]> expected = gradients(kept, in, 12);
    everywhere(
        () -> assertThat(gradients(given, in, 12)).usingRecursiveComparison().isEqualTo(expected));
  }

  /** The same inputs, the first made by a product, as a layer's are. */
  private static Tensor[] projected(Tensor[] in, boolean forTheLastTime) {
    int wide = in[0].dim(-1);
    Tensor[] all = in.clone();
    all[0] = in[0].affine(Tensor.oneHot(range(wide), wide), Tensor.zeros(wide));
    if (forTheLastTime) all[0].lastUse();
    return all;
  }

  private static int[] range(int n) {
    return IntStream.range(0, n).toArray();
  }

  @Test
  void valuesGivenAwayAreNotToBeHad() {
    Tensor[] in =
        Stream.of(Layer.GRU.inputs(3, 2, 4, false)).map(Tensor::withGrad).toArray(Tensor[]::new);
    Tensor share = projected(in, true)[0];
    share.toArray();
    share.gru(in[1], in[2], in[3]);
    assertThatThrownBy(share::toArray)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("lastUse: the values of this (3×2×12) were given away with its last use");
    Tensor leaf = in[0].lastUse();
    leaf.gru(in[1], in[2], in[3]);
    assertThat(leaf.toArray()).as("a leaf is kept").hasSize(24 * 3);
  }

  private static void fillTheBuffersWithRubbish(int exactSize) {
    List<float[]> taken = new ArrayList<>();
    for (int k = 0; k < 4; k++) taken.add(Buffers.takeExactly(exactSize));
    for (int size = 1024; size < 60_000; size += size / 4) {
      for (int k = 0; k < 4; k++) taken.add(Buffers.take(size));
    }
    for (float[] buffer : taken) {
      Arrays.fill(buffer, Float.NaN);
      Buffers.give(buffer);
    }
  }

  private static void assertClose(int input, float[] actual, float[] expected) {
    float largest = 1;
    for (float e : expected) largest = Math.max(largest, Math.abs(e));
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("input %d, element %d", input, i)
          .isCloseTo(expected[i], within(2e-6f * largest));
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
    Tensor w = Tensor.zeros(3, 9);
    Tensor b = Tensor.zeros(9);
    assertThatThrownBy(() -> Tensor.zeros(4, 2, 8).gru(h, w, b))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "gru: with h (2×3) needs the inputs' share (…×2×9) and W_hh (3×9); got (4×2×8) and (3×9)");
    assertThatThrownBy(() -> Tensor.zeros(4, 1, 9).gru(h, w, b)).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensor.zeros(2, 9).gru(h, w, Tensor.zeros(3)))
        .hasMessage("gru: the bias b_hh must be (9); got (3)");
    assertThatThrownBy(() -> Tensor.zeros(2, 12).lstm(h, Tensor.zeros(1, 3), Tensor.zeros(3, 12)))
        .hasMessage("lstm: h and c must have one shape; got (2×3) and (1×3)");
    assertThatThrownBy(() -> Tensor.zeros(2, 9).lstm(h, h, w)).isInstanceOf(ShapeException.class);
  }
}
