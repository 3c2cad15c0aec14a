package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** {@link Tensor#forSteps} and the masks of attention change no number, only the work. */
class StepWeightTest {
  private static final int N = 26;
  private static final int H = 48;
  private static final int STEPS = 5;

  /** Loss, then all gradients, of a loop in which each step waits for the one before. */
  private static List<float[]> loop(boolean ready) {
    Generator generator = Generator.seeded(3);
    Tensor x = Tensor.uniform(Shape.of(STEPS, N, H), -1, 1, generator).withGrad();
    Tensor wX = Tensor.uniform(Shape.of(H, 3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor wH = Tensor.uniform(Shape.of(H, 3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor wQ = Tensor.uniform(Shape.of(H, H), -0.2f, 0.2f, generator).withGrad();
    Tensor b = Tensor.uniform(Shape.of(3 * H), -0.2f, 0.2f, generator).withGrad();
    Tensor h = Tensor.uniform(Shape.of(N, H), -1, 1, generator).withGrad();
    // Rows of padding: nothing comes back to the last half of the rows.
    float[][] real = new float[N][1];
    for (int n = 0; n < N / 2; n++) real[n][0] = 1;
    Tensor mask = Tensor.of(real);
    Tensor readyX = ready ? wX.forSteps(STEPS) : wX;
    Tensor readyH = ready ? wH.forSteps(STEPS) : wH;
    Tensor readyQ = ready ? wQ.forSteps(STEPS) : wQ;
    Tensor state = h;
    Tensor loss = Tensor.scalar(0);
    for (int t = 0; t < STEPS; t++) {
      Tensor input = x.at(t).plus(state.matmul(readyQ));
      state = input.affine(readyX, b).gru(state, readyH, b);
      loss = loss.plus(state.times(mask).pow(2).sum());
    }
    loss.backward();
    List<float[]> all = new ArrayList<>(List.of(loss.toArray()));
    for (Tensor leaf : List.of(x, wX, wH, wQ, b, h)) all.add(leaf.grad().toArray());
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void valuesAndGradientsAreThoseOfTheWeightItselfToTheLastBit(int threads) {
    Kernel kernel = Kernels.active();
    int before = Parallel.threads();
    try {
      for (Kernel each : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
        Kernels.use(each);
        Parallel.use(threads);
        List<float[]> expected = loop(false);
        List<float[]> actual = loop(true);
        for (int i = 0; i < expected.size(); i++) {
          assertThat(actual.get(i)).as("%s, number %d", each.name(), i).isEqualTo(expected.get(i));
        }
      }
    } finally {
      Kernels.use(kernel);
      Parallel.use(before);
    }
  }

  @Test
  void aWeightThatNoGradientReachedGetsZeros() {
    Tensor weight = Tensor.of(new float[][] {{1, 2}, {3, 4}}).withGrad();
    Tensor x = Tensor.of(new float[][] {{5, 6}});
    x.matmul(weight.forSteps(1)).times(0).sum().backward();
    assertThat(weight.grad().toArray()).containsOnly(0);
  }

  /** A NaN at padding is neither read nor handed on. */
  @Test
  void paddingTakesNoPartInAttention() {
    float nan = Float.NaN;
    Tensor keys = Tensor.of(new float[] {1, 2, nan, nan}).reshape(2, 1, 2).withGrad();
    Tensor query = Tensor.of(new float[][] {{0.5f, -1}}).withGrad();
    Tensor v = Tensor.of(3, 4).withGrad();
    Tensor mask = Tensor.of(new float[][] {{1, 0}});
    Tensor weights = Tensor.of(new float[][] {{0.5f, nan}}).withGrad();
    Tensor all =
        keys.dots(query, mask)
            .sum()
            .plus(keys.additiveScores(query, v, mask).sum())
            .plus(keys.weightedSum(weights, mask).sum());
    all.backward();
    assertThat(all.isFinite()).isTrue();
    for (Tensor leaf : List.of(keys, query, v, weights)) {
      assertThat(leaf.grad().isFinite()).isTrue();
    }
    assertThat(weights.grad().toArray()).containsExactly(3, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aContextBesideEachStepIsMultipliedOnceAndChangesNoBit(int threads) {
    Kernel kernel = Kernels.active();
    int before = Parallel.threads();
    try {
      for (Kernel each : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
        Kernels.use(each);
        Parallel.use(threads);
        NoGrad.get(() -> besideEachStep());
      }
    } finally {
      Kernels.use(kernel);
      Parallel.use(before);
    }
  }

  /** Two contexts, one after the other, several steps each, then all steps at once. */
  private static Void besideEachStep() {
    Generator generator = Generator.seeded(5);
    Tensor weight = Tensor.uniform(Shape.of(2 * H, 3 * H), -1, 1, generator);
    Tensor bias = Tensor.uniform(Shape.of(3 * H), -1, 1, generator);
    Tensor ready = weight.forSteps(2 * STEPS);
    for (int n : new int[] {N, 1, 2 * N}) {
      Tensor context = Tensor.uniform(Shape.of(n, H), -1, 1, generator);
      Tensor x = Tensor.uniform(Shape.of(STEPS, n, H), -1, 1, generator);
      float[] expected = x.beside(context).affine(weight, bias).toArray();
      assertThat(x.beside(context).affine(ready, bias).toArray()).isEqualTo(expected);
      for (int t = 0; t < STEPS; t++) {
        float[] step = x.at(t).beside(context).affine(ready, bias).toArray();
        int size = n * 3 * H;
        assertThat(step).isEqualTo(Arrays.copyOfRange(expected, t * size, (t + 1) * size));
      }
    }
    return null;
  }
}
