package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalarTest {
  @Test
  void anExpressionsGradientsAreThoseOfSchoolCalculus() {
    Scalar a = Scalar.of(2);
    Scalar b = Scalar.of(-3);
    Scalar y = a.times(b).plus(a.pow(2));
    y.backward();
    assertThat(y.value()).isEqualTo(-2);
    assertThat(a.grad()).isEqualTo(1);
    assertThat(b.grad()).isEqualTo(2);
  }

  @Test
  void everyOperationsSlopeAgreesWithDifferences() {
    check(x -> x.plus(x), 0.7);
    check(x -> x.times(x).times(3), 0.7);
    check(x -> x.pow(2.5), 0.7);
    check(Scalar::exp, 0.7);
    check(Scalar::log, 0.7);
    check(Scalar::tanh, 0.7);
    check(Scalar::sigmoid, 0.7);
    check(Scalar::relu, 0.7);
    check(Scalar::relu, -0.7);
    check(Scalar::negate, 0.7);
    check(x -> x.minus(x.times(x)), 0.7);
    check(x -> x.exp().dividedBy(x.plus(2)), 0.7);
  }

  private static void check(java.util.function.UnaryOperator<Scalar> f, double at) {
    Scalar x = Scalar.of(at);
    f.apply(x).backward();
    double h = 1e-5;
    double slope =
        (f.apply(Scalar.of(at + h)).value() - f.apply(Scalar.of(at - h)).value()) / (2 * h);
    assertThat(x.grad()).isCloseTo(slope, within(1e-8));
  }

  @Test
  void aNumberUsedTwiceAddsUpItsGradients() {
    Scalar a = Scalar.of(3);
    a.plus(a).backward();
    assertThat(a.grad()).isEqualTo(2);
  }

  @Test
  void gradientsAccumulateUntilCleared() {
    Scalar a = Scalar.of(3);
    a.times(2).backward();
    a.times(2).backward();
    assertThat(a.grad()).isEqualTo(4);
    a.clearGrad();
    assertThat(a.grad()).isZero();
  }

  @Test
  void aChainOfAHundredThousandStepsDoesNotOverflowTheStack() {
    Scalar x = Scalar.of(1);
    Scalar y = x;
    for (int i = 0; i < 100_000; i++) {
      y = y.plus(0.001);
    }
    y.backward();
    assertThat(x.grad()).isEqualTo(1);
  }

  @Test
  void backwardTwiceOnOneGraphIsAnErrorThatSaysSo() {
    Scalar y = Scalar.of(2).times(3);
    y.backward();
    assertThatThrownBy(y::backward)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("walked before");
  }
}
