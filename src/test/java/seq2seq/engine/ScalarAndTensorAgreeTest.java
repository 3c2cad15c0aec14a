package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A network of two layers and a loss, spelt twice: as tensors, and as scalars in double precision.
 */
class ScalarAndTensorAgreeTest {
  private static final int IN = 3;
  private static final int HIDDEN = 4;
  private static final int OUT = 5;

  @Property(tries = 50)
  void aTwoLayerNetworksLossAndGradientsAgree(@ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Tensor x = Tensor.uniform(Shape.of(1, IN), -1, 1, generator).withGrad();
    Tensor w = Tensor.uniform(Shape.of(IN, HIDDEN), -1, 1, generator).withGrad();
    Tensor v = Tensor.uniform(Shape.of(HIDDEN, OUT), -1, 1, generator).withGrad();
    Tensor gate = x.matmul(w).sigmoid();
    Tensor hidden = x.matmul(w).tanh().times(gate);
    Tensor loss = hidden.matmul(v).crossEntropy(2).sum();
    loss.backward();

    Scalar[] xs = scalars(x);
    Scalar[] ws = scalars(w);
    Scalar[] vs = scalars(v);
    Scalar expected = lossInScalars(xs, ws, vs);
    expected.backward();

    assertThat((double) loss.item()).isCloseTo(expected.value(), within(1e-6));
    agree(x, xs);
    agree(w, ws);
    agree(v, vs);
  }

  private static Scalar lossInScalars(Scalar[] x, Scalar[] w, Scalar[] v) {
    Scalar[] hidden = new Scalar[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      Scalar a = dot(x, w, j, HIDDEN);
      hidden[j] = a.tanh().times(a.sigmoid());
    }
    Scalar total = Scalar.of(0);
    for (int j = 0; j < OUT; j++) {
      total = total.plus(dot(hidden, v, j, OUT).exp());
    }
    return total.log().minus(dot(hidden, v, 2, OUT));
  }

  private static Scalar dot(Scalar[] row, Scalar[] matrix, int column, int columns) {
    Scalar sum = Scalar.of(0);
    for (int i = 0; i < row.length; i++) {
      sum = sum.plus(row[i].times(matrix[i * columns + column]));
    }
    return sum;
  }

  private static Scalar[] scalars(Tensor x) {
    Scalar[] s = new Scalar[x.size()];
    for (int i = 0; i < s.length; i++) {
      s[i] = Scalar.of(x.toArray()[i]);
    }
    return s;
  }

  private static void agree(Tensor x, Scalar[] s) {
    for (int i = 0; i < s.length; i++) {
      assertThat((double) x.grad().toArray()[i]).isCloseTo(s[i].grad(), within(2e-6));
    }
  }
}
