package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Tensor MATRIX = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void theExampleOfTheJavadocHolds() {
    Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}}).withGrad();
    Tensor y = x.times(x).sum();
    assertThat(y.item()).isEqualTo(30f);
    y.backward();
    assertThat(x.grad().toArray()).containsExactly(2, 4, 6, 8);
  }

  @Test
  void errorsNameTheOperationTheRuleAndBothShapes() {
    fails(
        () -> Tensor.zeros(64, 32).matmul(Tensor.zeros(16, 8)),
        "matmul: inner sizes differ: (64×32)·(16×8), 32 ≠ 16");
    fails(
        () -> Tensor.zeros(3).matmul(Tensor.zeros(3, 2)),
        "matmul: needs a matrix (or a stack of rows) and a matrix; got (3) and (3×2)");
    fails(
        () -> Tensor.zeros(2, 3).plus(Tensor.zeros(2)),
        "plus: cannot broadcast (2×3) with (2): axis -1 has sizes 3 and 2, which must be equal or"
            + " 1");
    fails(() -> Tensor.zeros(2, 3).reshape(4, 2), "reshape: (2×3) has 6 elements, (4×2) has 8");
    fails(
        () -> Tensor.concat(1, Tensor.zeros(2, 3), Tensor.zeros(3, 3)),
        "concat: (2×3) and (3×3) may differ only in axis 1");
    fails(
        () -> Tensor.stack(Tensor.zeros(2), Tensor.zeros(3)),
        "stack: all shapes must be equal; part 0 is (2), part 1 is (3)");
    fails(() -> MATRIX.slice(1, 2, 4), "slice: [2, 4) is not within axis 1 of (2×3)");
    fails(() -> MATRIX.at(2), "at: index 2 is not in 0..1, axis 0 of (2×3)");
    fails(() -> MATRIX.gather(0, 2), "gather: id 2 at position 1 is not in 0..1");
    fails(() -> MATRIX.crossEntropy(1), "crossEntropy: logits (2×3) have 2 rows; got 1 ids");
    fails(() -> MATRIX.crossEntropy(1, 3), "crossEntropy: id 3 at position 1 is not in 0..2");
    fails(() -> MATRIX.sum(2), "axis: (2×3) has 2 axes, there is no axis 2");
    fails(
        () -> MATRIX.transpose(0, 0),
        "transpose: needs each of the 2 axes of (2×3) once; got [0, 0]");
    fails(() -> MATRIX.item(), "item: needs exactly one element; (2×3) has 6");
    fails(
        () -> MATRIX.broadcastTo(2, 4),
        "broadcastTo: cannot broadcast (2×3) with (2×4): axis -1 has sizes 3 and 4, which must be"
            + " equal or 1");
    fails(() -> Tensor.of(new float[][] {{1, 2}, {3}}), "tensor: row 1 has 1 numbers, row 0 has 2");
    fails(() -> Tensor.arange(-1), "shape: every size is at least 1; got -1 in (-1)");
    fails(() -> Tensor.oneHot(new int[] {0, -1}, 3), "oneHot: id -1 at position 1 is not in 0..2");
    fails(() -> MATRIX.get(1), "get: (2×3) needs 2 indices; got 1");
    fails(
        () -> MATRIX.transpose(new int[0]),
        "transpose: needs each of the 2 axes of (2×3) once; got []");
    fails(() -> Tensor.scalar(1).argMax(), "axis: () has 0 axes, there is no axis -1");
    fails(() -> Tensor.zeros(2, 0), "shape: every size is at least 1; got 0 in (2×0)");
    fails(() -> Tensor.zeros(1 << 16, 1 << 16), "shape: more than 2³¹-1 elements: (65536×65536)");
    fails(
        () -> MATRIX.affine(Tensor.zeros(3, 4), Tensor.zeros(3)),
        "affine: cannot broadcast (2×4) with (3): axis -1 has sizes 4 and 3, which must be equal or"
            + " 1");
    assertThatThrownBy(() -> MATRIX.dropout(1, Generator.seeded(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dropout: the probability must be at least 0 and below 1; got 1.0000");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }

  @Test
  void arraysAreCopiedInAndOut() {
    float[] values = {1, 2};
    Tensor x = Tensor.of(values);
    values[0] = 9;
    x.toArray()[1] = 9;
    assertThat(x.toArray()).containsExactly(1, 2);
  }

  @Test
  void backwardTwiceOnOneGraphIsAnErrorThatSaysSo() {
    Tensor x = Tensor.of(1, 2).withGrad();
    Tensor y = x.times(x);
    Tensor loss = y.sum();
    loss.backward();
    assertThatThrownBy(loss::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this graph was walked before");
    assertThatThrownBy(() -> y.mean().backward()).isInstanceOf(IllegalStateException.class);
    assertThat(x.grad().toArray()).containsExactly(2, 4);
  }

  @Test
  void gradientsAccumulateUntilCleared() {
    Tensor x = Tensor.of(1, 2).withGrad();
    x.sum().backward();
    x.sum().backward();
    assertThat(x.grad().toArray()).containsExactly(2, 2);
    x.clearGrad();
    assertThat(x.hasGrad()).isFalse();
    assertThatThrownBy(x::grad).hasMessageContaining("no gradient has arrived yet at (2)");
  }

  @Test
  void withoutGradientsNoGraphIsKept() {
    Tensor x = Tensor.of(1, 2).withGrad();
    Tensor y = NoGrad.get(() -> x.times(3).sum());
    assertThat(y.requiresGrad()).isFalse();
    assertThat(y.op()).isEqualTo("leaf");
    assertThat(x.times(3).op()).isEqualTo("scale");
    assertThatThrownBy(y::backward)
        .hasMessageContaining("nothing that this number depends on asks for a gradient");
  }

  @Test
  void anExceptionEndsTheScopeWithoutGradients() {
    assertThatThrownBy(() -> NoGrad.run(() -> MATRIX.at(7))).isInstanceOf(ShapeException.class);
    assertThat(NoGrad.isActive()).isFalse();
  }

  @Test
  void backwardStartsFromASingleNumber() {
    assertThatThrownBy(() -> MATRIX.withGrad().times(2).backward())
        .hasMessage("backward: starts from a single number, a loss; this has shape (2×3)");
  }

  @Test
  void aGraphOfFiftyThousandStepsDoesNotOverflowTheStack() {
    Tensor x = Tensor.of(1).withGrad();
    Tensor y = x;
    for (int i = 0; i < 50_000; i++) {
      y = y.plus(0.5f);
    }
    y.sum().backward();
    assertThat(x.grad().item()).isEqualTo(1f);
  }

  @Test
  void softmaxAndItsLogarithmSurviveHugeLogits() {
    Tensor x = Tensor.of(new float[][] {{1000, 1000}, {-1000, 0}});
    assertThat(x.softmax().toArray()).containsExactly(0.5f, 0.5f, 0f, 1f);
    assertThat(x.logSoftmax().get(1, 0)).isEqualTo(-1000f);
    assertThat(x.crossEntropy(0, 0).get(1)).isEqualTo(1000f);
  }

  @Test
  void notANumberIsPassedOnAndNotHidden() {
    Tensor x = Tensor.of(new float[][] {{1, Float.NaN, 3}});
    assertThat(x.softmax().get(0, 0)).isNaN();
    assertThat(x.max(1).item()).isNaN();
    assertThat(x.crossEntropy(0).item()).isNaN();
    assertThat(x.isFinite()).isFalse();
  }

  @Test
  void dropoutKeepsTheMeanAndScalesWhatStays() {
    Tensor y = Tensor.ones(10_000).dropout(0.25, Generator.seeded(3));
    long zeros = 0;
    for (float v : y.toArray()) {
      assertThat(v == 0f || v == 4f / 3f).isTrue();
      zeros += v == 0f ? 1 : 0;
    }
    assertThat(zeros).isBetween(2300L, 2700L);
    assertThat(y.toArray())
        .isEqualTo(Tensor.ones(10_000).dropout(0.25, Generator.seeded(3)).toArray());
  }

  @Test
  void smallTensorsPrintWholeAndAligned() {
    assertThat(MATRIX).hasToString("(2×3)\n[[1 2 3]\n [4 5 6]]");
    assertThat(Tensor.of(0.5f, -12.25f)).hasToString("(2) [  0.5000 -12.2500]");
    assertThat(Tensor.scalar(0.7f)).hasToString("0.7000");
    assertThat(Tensor.of(1e-5f, 2e-3f)).hasToString("(2) [1.0000e-05 2.0000e-03]");
    assertThat(Tensor.of(Float.NaN, 1)).hasToString("(2) [NaN   1]");
  }

  @Test
  void largeTensorsPrintAbridged() {
    assertThat(Tensor.arange(1000)).hasToString("(1000) [  0   1   2 … 997 998 999]");
    assertThat(Tensor.zeros(64, 10, 32).toString().lines().count()).isLessThan(60);
    assertThat(Tensor.zeros(64, 10, 32).toString()).startsWith("(64×10×32)\n[[[0 0 0 … 0 0 0]");
  }
}
