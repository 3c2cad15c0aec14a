package seq2seq.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** Rows without a gradient are left out of the products, and nothing else changes. */
class NonZeroRowsTest {
  private final Kernel kernelBefore = Kernels.active();
  private final int threadsBefore = Parallel.threads();

  @AfterEach
  void restore() {
    Kernels.use(kernelBefore);
    Parallel.use(threadsBefore);
  }

  @Test
  void aLayerWithRowsThatDoNotCountHasTheGradientsOfTheRestAlone() {
    Generator g = Generator.seeded(3);
    Tensor x = Tensor.uniform(Shape.of(40, 33), -1, 1, g);
    Tensor w = Tensor.uniform(Shape.of(33, 50), -1, 1, g);
    Tensor b = Tensor.uniform(Shape.of(50), -1, 1, g);
    for (int every : new int[] {2, 3, 20, 41}) {
      int[] rows = rowsNotDividedBy(every, 40);
      List<float[]> rest = gradients(x.gather(rows), w, b, null);
      everywhere(
          () -> {
            List<float[]> all = gradients(x, w, b, rows);
            assertThat(Tensor.of(x.shape(), all.get(0)).gather(rows).toArray())
                .isEqualTo(rest.get(0));
            assertThat(all.get(1)).isEqualTo(rest.get(1));
            assertThat(all.get(2)).isEqualTo(rest.get(2));
          });
    }
  }

  @Test
  void aRowThatDoesNotCountGetsAGradientOf0() {
    Generator g = Generator.seeded(4);
    Tensor x = Tensor.uniform(Shape.of(5, 2), -1, 1, g).withGrad();
    Tensor y = ContextAffine.of(x, Tensor.ones(2, 3), Tensor.zeros(3));
    y.gather(1).sum().backward();
    assertThat(x.grad().toArray()).containsExactly(0, 0, 3, 3, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void aGradientOf0EverywhereGivesZeros() {
    Generator g = Generator.seeded(5);
    Tensor x = Tensor.uniform(Shape.of(40, 33), -1, 1, g);
    Tensor w = Tensor.uniform(Shape.of(33, 50), -1, 1, g);
    everywhere(
        () -> {
          Tensor[] leaves =
              Stream.of(x, w, Tensor.ones(50)).map(Tensor::withGrad).toArray(Tensor[]::new);
          ContextAffine.of(leaves[0], leaves[1], leaves[2]).times(0).sum().backward();
          for (Tensor leaf : leaves) {
            assertThat(leaf.grad().toArray()).isEqualTo(new float[leaf.size()]);
          }
        });
  }

  @Test
  void gradientsOfTwoUsesAddUpWhereverTheirRowsAre() {
    Tensor x = Tensor.of(new float[][] {{1}, {2}, {3}, {4}}).withGrad();
    Tensor w = Tensor.of(new float[][] {{5}}).withGrad();
    Tensor b = Tensor.of(0f).withGrad();
    Tensor first = ContextAffine.of(x, w, b).gather(0, 1).sum();
    Tensor second = ContextAffine.of(x, w, b).gather(1, 2).sum();
    first.plus(second).backward();
    assertThat(x.grad().toArray()).containsExactly(5, 10, 5, 0);
    assertThat(w.grad().toArray()).containsExactly(1 + 2 + 2 + 3);
    assertThat(b.grad().toArray()).containsExactly(4);
  }

  /** Rows that come again are multiplied once; y and the gradients are those of every row. */
  @Test
  void aRowThatComesAgainIsMultipliedOnce() {
    Generator g = Generator.seeded(6);
    Tensor table = Tensor.uniform(Shape.of(7, 33), -1, 1, g);
    Tensor w = Tensor.uniform(Shape.of(33, 50), -1, 1, g);
    Tensor b = Tensor.uniform(Shape.of(50), -1, 1, g);
    int[] ids = new int[100];
    for (int i = 0; i < ids.length; i++) ids[i] = i * i % 7 * (i % 3) % 7;
    Tensor x = table.gather(ids);
    int kinds = (int) java.util.Arrays.stream(ids).distinct().count();
    CountingKernel counting = new CountingKernel(Kernels.plain());
    Kernels.use(counting.kernel());
    ofLayer(x, w, b);
    assertThat(counting.multiplyAdds()).isEqualTo(kinds * 33 * 50L);
    everywhere(() -> assertThat(ofLayer(x, w, b)).isEqualTo(x.affine(w, b).toArray()));
  }

  private static float[] ofLayer(Tensor x, Tensor w, Tensor b) {
    float[] y = new float[x.dim(0) * w.dim(1)];
    ContextAffine.ofLayer(x, null, w, b, null).forward(y);
    return y;
  }

  @Test
  void rowsThatDifferInOneNumberOrItsSignAreNotAlike() {
    float[] rows = new float[200 * 9];
    for (int i = 0; i < 200; i++) rows[i * 9 + 7] = i % 2 == 0 ? 0f : i % 4 == 1 ? -0f : 1f;
    Tensor x = Tensor.of(Shape.of(200, 9), rows);
    CountingKernel counting = new CountingKernel(Kernels.plain());
    Kernels.use(counting.kernel());
    float[] y = ofLayer(x, Tensor.ones(9, 2), Tensor.zeros(2));
    assertThat(counting.multiplyAdds()).isEqualTo(3 * 9 * 2);
    for (int i = 0; i < 200; i++) assertThat(y[2 * i]).isEqualTo(i % 4 == 3 ? 1f : 0f);
  }

  private static int[] rowsNotDividedBy(int every, int count) {
    return java.util.stream.IntStream.range(0, count).filter(i -> i % every != 0).toArray();
  }

  /** Of a loss over all rows of the layer, or over the given ones. */
  private static List<float[]> gradients(Tensor x, Tensor w, Tensor b, int[] rows) {
    Tensor[] leaves = Stream.of(x, w, b).map(Tensor::withGrad).toArray(Tensor[]::new);
    Tensor y = ContextAffine.of(leaves[0], leaves[1], leaves[2]);
    Tensor counted = rows == null ? y : y.gather(rows);
    counted.times(counted).sum().backward();
    return Stream.of(leaves).map(leaf -> leaf.grad().toArray()).toList();
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
}
