package seq2seq.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** Queries that look at the same sentence, and the masked softmax, against longer spellings. */
class AttentionOpsTest {
  private static final int STEPS = 5;
  private static final int SENTENCES = 40;
  private static final int SIZE = 70;
  private static final int[] ROWS = {3, 0, 3, 39, 7, 7, 3, 12};
  private static final Tensor MASK = mask(ROWS.length);

  private static Tensor mask(int rows) {
    float[][] mask = new float[rows][STEPS];
    for (int i = 0; i < rows; i++) {
      for (int t = 0; t < STEPS; t++) mask[i][t] = (i + 2 * t) % 3 == 0 ? 0 : 1;
    }
    return Tensor.of(mask);
  }

  private static Tensor random(long seed, int... sizes) {
    return Tensor.normal(Shape.of(sizes), 1, Generator.seeded(seed)).withGrad();
  }

  private static List<Function<Tensor[], Tensor>> withRows() {
    return List.of(
        x -> AttentionOps.dotScores(x[0], x[1], MASK, ROWS),
        x -> AttentionOps.additiveScores(x[0], x[1], x[2], MASK, ROWS),
        x -> AttentionOps.weightedSum(x[0], x[3], MASK, ROWS));
  }

  /** The same with the keys of each query laid side by side first. */
  private static List<Function<Tensor[], Tensor>> copied() {
    return List.of(
        x -> AttentionOps.dotScores(taken(x[0]), x[1], MASK),
        x -> AttentionOps.additiveScores(taken(x[0]), x[1], x[2], MASK),
        x -> AttentionOps.weightedSum(taken(x[0]), x[3], MASK));
  }

  private static Tensor taken(Tensor keys) {
    Tensor[] steps = new Tensor[STEPS];
    for (int t = 0; t < STEPS; t++) steps[t] = keys.at(t).gather(ROWS);
    return Tensor.stack(steps);
  }

  private static Tensor[] leaves() {
    return new Tensor[] {
      random(1, STEPS, SENTENCES, SIZE),
      random(2, ROWS.length, SIZE),
      random(3, SIZE),
      random(4, ROWS.length, STEPS)
    };
  }

  /** The result, and the gradients of a loss that weighs each of its numbers. */
  private static List<float[]> run(Function<Tensor[], Tensor> function) {
    Tensor[] leaves = leaves();
    Tensor y = function.apply(leaves);
    Tensor loss = y.times(Tensor.normal(y.shape(), 1, Generator.seeded(9))).sum();
    for (Tensor leaf : leaves) loss = loss.plus(leaf.sum().times(0.5f));
    loss.backward();
    List<float[]> all = new ArrayList<>(List.of(y.toArray()));
    for (Tensor leaf : leaves) all.add(leaf.grad().toArray());
    return all;
  }

  @Test
  void aSentenceThatSeveralQueriesLookAtIsAsOneCopiedForEach() {
    for (int op = 0; op < withRows().size(); op++) {
      List<float[]> shared = run(withRows().get(op));
      List<float[]> expected = run(copied().get(op));
      assertThat(shared.get(0)).containsExactly(expected.get(0));
      for (int i = 1; i < expected.size(); i++) {
        assertThat(shared.get(i)).containsExactly(expected.get(i), within(1e-5f));
      }
    }
  }

  @Test
  void theBitsAreThoseOfEachKernelAndNumberOfThreads() {
    Kernel kernel = Kernels.active();
    int threads = Parallel.threads();
    try {
      for (Function<Tensor[], Tensor> op : withRows()) {
        Kernels.use(Kernels.plain());
        Parallel.use(1);
        List<float[]> expected = run(op);
        for (Kernel each : List.of(Kernels.plain(), Kernels.simd().orElseThrow())) {
          for (int count : new int[] {1, 3}) {
            Kernels.use(each);
            Parallel.use(count);
            assertThat(run(op)).usingRecursiveComparison().isEqualTo(expected);
          }
        }
      }
    } finally {
      Kernels.use(kernel);
      Parallel.use(threads);
    }
  }

  @Test
  void aMaskedSoftmaxIsMinusInfinityBeforeAndZeroAfterASoftmax() {
    Tensor mask = Tensor.concat(0, MASK, Tensor.zeros(1, STEPS));
    Tensor one = random(5, ROWS.length + 1, STEPS);
    Tensor other = one.withGrad();
    Tensor zero = Tensor.scalar(0);
    Tensor lowest =
        mask.max(1).reshape(mask.dim(0), 1).where(Tensor.scalar(Float.NEGATIVE_INFINITY), zero);
    Tensor spelt = mask.where(mask.where(other, lowest).softmax(), zero);
    Tensor masked = one.softmax(mask);
    assertThat(masked.toArray()).containsExactly(spelt.toArray());
    masked.times(random(6, ROWS.length + 1, STEPS).detach()).sum().backward();
    spelt.times(random(6, ROWS.length + 1, STEPS).detach()).sum().backward();
    assertThat(one.grad().toArray()).containsExactly(other.grad().toArray());
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
        AttentionOps.dotScores(keys, query, mask)
            .sum()
            .plus(AttentionOps.additiveScores(keys, query, v, mask).sum())
            .plus(AttentionOps.weightedSum(keys, weights, mask).sum());
    all.backward();
    assertThat(all.isFinite()).isTrue();
    for (Tensor leaf : List.of(keys, query, v, weights)) {
      assertThat(leaf.grad().isFinite()).isTrue();
    }
    assertThat(weights.grad().toArray()).containsExactly(3, 0);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    Tensor keys = Tensor.zeros(4, 3, 5);
    assertThatThrownBy(() -> AttentionOps.dotScores(keys, Tensor.zeros(2, 5), null, 0, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessage("dotScores: id 3 at position 1 is not in 0..2");
    assertThatThrownBy(() -> AttentionOps.dotScores(keys, Tensor.zeros(3, 5), null, 0, 2))
        .hasMessage("dotScores: (4×3×5), T×N×A, needs a query (2×5), N×A; got (3×5)");
    assertThatThrownBy(
            () -> AttentionOps.dotScores(keys, Tensor.zeros(2, 5), Tensor.zeros(3, 4), 0, 2))
        .hasMessage("dotScores: (4×3×5), T×N×A, needs a mask (2×4), N×T; got (3×4)");
    assertThatThrownBy(() -> Tensor.zeros(2, 3).softmax(Tensor.zeros(3)))
        .hasMessage("softmax: needs a mask (2×3), as its scores; got (3)");
  }
}
