package seq2seq.ch00_engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.support.Bits;

class MatMulByHandTest {
  @Test
  void aProductIsRowTimesColumn() {
    float[][] a = {{1, 2, 3}, {4, 5, 6}};
    float[][] b = {{1, 0}, {0, 3}, {2, -1}};
    assertThat(MatMulByHand.product(a, b)).isDeepEqualTo(new float[][] {{7, 3}, {16, 9}});
  }

  @Property(tries = 100)
  void threeLoopsGiveTheBitsOfTheEngineForwardAndBackward(
      @ForAll @IntRange(min = 1, max = 20) int m,
      @ForAll @IntRange(min = 1, max = 20) int k,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Tensor a = Tensor.normal(Shape.of(m, k), 1, generator).withGrad();
    Tensor b = Tensor.normal(Shape.of(k, n), 1, generator).withGrad();
    Tensor dC = Tensor.normal(Shape.of(m, n), 1, generator);
    Tensor c = a.matmul(b);
    c.times(dC).sum().backward();
    Bits.assertEqual("C", Tensor.of(MatMulByHand.product(a.toRows(), b.toRows())), c);
    Bits.assertEqual("dA", Tensor.of(MatMulByHand.gradientOfA(dC.toRows(), b.toRows())), a.grad());
    Bits.assertEqual("dB", Tensor.of(MatMulByHand.gradientOfB(a.toRows(), dC.toRows())), b.grad());
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    float[][] twoByThree = new float[2][3];
    assertThatThrownBy(() -> MatMulByHand.product(twoByThree, twoByThree))
        .isInstanceOf(ShapeException.class)
        .hasMessage("matmul by hand: inner sizes differ: (2×3) and (2×3), 3 ≠ 2");
    assertThatThrownBy(() -> MatMulByHand.gradientOfA(twoByThree, new float[4][5]))
        .hasMessageContaining("(2×3) and (4×5), 3 ≠ 5");
    assertThatThrownBy(() -> MatMulByHand.gradientOfB(twoByThree, new float[4][5]))
        .hasMessageContaining("(2×3) and (4×5), 2 ≠ 4");
    assertThatThrownBy(() -> MatMulByHand.product(new float[][] {{1, 2}, {3}}, new float[2][2]))
        .hasMessage("matmul by hand: A: row 1 has 1 numbers, row 0 has 2");
    assertThatThrownBy(() -> MatMulByHand.product(new float[0][], twoByThree))
        .hasMessage("matmul by hand: A is empty");
  }
}
