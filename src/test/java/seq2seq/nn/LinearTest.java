package seq2seq.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

class LinearTest {
  private final Linear linear =
      new Linear(Tensor.of(new float[][] {{1, 2, 3}, {10, 20, 30}}), Tensor.of(100, 200, 300));

  @Test
  void aRowBecomesItsProductWithTheWeightPlusTheBias() {
    assertThat(linear.forward(Tensor.of(new float[][] {{1, 1}, {2, 0}})).toRows())
        .isDeepEqualTo(new float[][] {{111, 222, 333}, {102, 204, 306}});
  }

  @Test
  void everyStepOfASequenceGoesThroughTheSameWeights() {
    Tensor x = Tensor.uniform(Shape.of(4, 3, 2), -1, 1, Generator.seeded(1));
    Tensor y = linear.forward(x);
    assertThat(y.shape()).isEqualTo(Shape.of(4, 3, 3));
    assertThat(y.at(2).toArray()).isEqualTo(linear.forward(x.at(2)).toArray());
  }

  @Test
  void anInputOfTheWrongSizeIsAnErrorThatNamesBothShapes() {
    assertThatThrownBy(() -> linear.forward(Tensor.zeros(4, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("affine: inner sizes differ: (4×3)·(2×3), 3 ≠ 2");
  }
}
