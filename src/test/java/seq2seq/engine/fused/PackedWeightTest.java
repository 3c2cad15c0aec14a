package seq2seq.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** A loop of steps that share their weights changes no number, only the work. */
class PackedWeightTest {
  private static final int N = 26;
  private static final int H = 48;
  private static final int STEPS = 5;

  /** Loss, then all gradients, of a loop in which each step waits for the one before. */
  private static List<float[]> loop(boolean isOneLayer) {
    Generator generator = Generator.seeded(3);
    Tensor x = Tensor.uniform(Shape.of(STEPS, N, H), -1, 1, generator).withGrad();
    Tensor wX = Tensor.uniform(Shape.of(H, 3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor wH = Tensor.uniform(Shape.of(H, 3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor b = Tensor.uniform(Shape.of(3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor h = Tensor.uniform(Shape.of(N, H), -1, 1, generator).withGrad();
    // Rows of padding: nothing comes back to the last half of the rows.
    float[][] real = new float[N][1];
    for (int n = 0; n < N / 2; n++) real[n][0] = 1;
    Tensor mask = Tensor.of(real);
    GruLayer layer = new GruLayer(wX, wH, b, b);
    Tensor state = h;
    Tensor loss = Tensor.scalar(0);
    for (int t = 0; t < STEPS; t++) {
      GruLayer now = isOneLayer ? layer : new GruLayer(wX, wH, b, b);
      state = now.step(x.at(t), null, state);
      loss = loss.plus(state.times(mask).pow(2).sum());
    }
    loss.backward();
    List<float[]> all = new ArrayList<>(List.of(loss.toArray()));
    for (Tensor leaf : List.of(x, wX, wH, b, h)) all.add(leaf.grad().toArray());
    return all;
  }

  private static void everywhere(int threads, Runnable body) {
    Kernel kernel = Kernels.active();
    int before = Parallel.threads();
    try {
      for (Kernel each : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
        Kernels.use(each);
        Parallel.use(threads);
        body.run();
      }
    } finally {
      Kernels.use(kernel);
      Parallel.use(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void valuesAndGradientsAreThoseOfEachStepByItselfToTheLastBit(int threads) {
    everywhere(
        threads,
        () -> {
          List<float[]> expected = loop(false);
          List<float[]> actual = loop(true);
          for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("number %d", i).isEqualTo(expected.get(i));
          }
        });
  }

  @Test
  void aWeightThatNoGradientReachedGetsZeros() {
    Tensor weight = Tensor.ones(2, 3).withGrad();
    Tensor stateWeight = Tensor.ones(1, 3).withGrad();
    Tensor bias = Tensor.zeros(3);
    GruLayer layer = new GruLayer(weight, stateWeight, bias, bias);
    layer.step(Tensor.ones(1, 2), null, Tensor.zeros(1, 1)).times(0).sum().backward();
    assertThat(weight.grad().toArray()).containsOnly(0);
    assertThat(stateWeight.grad().toArray()).containsOnly(0);
  }

  @Test
  void aLoopIsForOnePassBack() {
    Tensor bias = Tensor.zeros(3);
    GruLayer layer =
        new GruLayer(Tensor.ones(2, 3).withGrad(), Tensor.ones(1, 3).withGrad(), bias, bias);
    layer.step(Tensor.ones(1, 2), null, Tensor.ones(1, 1)).sum().backward();
    Tensor again = layer.step(Tensor.ones(1, 2), null, Tensor.ones(1, 1)).sum();
    assertThatThrownBy(again::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("walked before");
  }

  /** Two contexts, one after the other, several steps each: those of all steps at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aContextBesideEachStepIsMultipliedOnceAndChangesNoBit(int threads) {
    everywhere(
        threads,
        () -> {
          Generator generator = Generator.seeded(5);
          Tensor w = Tensor.uniform(Shape.of(2 * H, 3 * H), -1, 1, generator);
          Tensor wH = Tensor.uniform(Shape.of(H, 3 * H), -1, 1, generator);
          Tensor b = Tensor.uniform(Shape.of(3 * H), -1, 1, generator);
          GruLayer loop = new GruLayer(w, wH, b, b);
          for (int n : new int[] {N, 1, 2 * N}) {
            Tensor context = Tensor.uniform(Shape.of(n, H), -1, 1, generator);
            Tensor x = Tensor.uniform(Shape.of(STEPS, n, H), -1, 1, generator);
            Tensor h = Tensor.uniform(Shape.of(n, H), -1, 1, generator);
            Tensor all = new GruLayer(w, wH, b, b).unroll(x, context, null, h);
            for (int t = 0; t < STEPS; t++) {
              Tensor input = x.at(t);
              Tensor before = h;
              h = NoGrad.get(() -> loop.step(input, context, before));
              assertThat(h.toArray()).isEqualTo(all.at(t).toArray());
            }
          }
        });
  }
}
