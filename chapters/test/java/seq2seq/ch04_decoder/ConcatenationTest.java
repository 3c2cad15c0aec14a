package seq2seq.ch04_decoder;

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

class ConcatenationTest {

  /**
   * Both are sums of the same D+H products. A chain of n fused multiply-adds is off by at most
   * γ_n·Σ|x||w| with γ_n = nu/(1-nu), u = 2⁻²⁴ (Higham 2002, section 3.1); cutting it in two adds
   * one rounding. So the two differ by at most (γ_{D+H} + γ_{D+H+1})·Σ|x||w|.
   */
  @Property(tries = 60)
  void togetherAndApartAgreeToWithinTheirRounding(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 40) int h,
      @ForAll @IntRange(min = 1, max = 20) int k,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Tensor x = Tensor.normal(Shape.of(n, d), 1, generator);
    Tensor c = Tensor.normal(Shape.of(n, h), 1, generator);
    Tensor wide = Tensor.normal(Shape.of(d + h, k), 1, generator);
    Tensor together = Concatenation.together(x, c, wide);
    Tensor apart = Concatenation.apart(x, c, wide);
    Tensor side = Tensor.concat(1, x, c);
    double bound = gamma(d + h) + gamma(d + h + 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        double size = 0;
        for (int p = 0; p < d + h; p++) {
          size += Math.abs((double) side.get(i, p) * wide.get(p, j));
        }
        double difference = Math.abs((double) together.get(i, j) - apart.get(i, j));
        assertThat(difference).isLessThanOrEqualTo(bound * size);
      }
    }
  }

  private static double gamma(int n) {
    double nu = n * 0x1p-24;
    return nu / (1 - nu);
  }

  /** Going back no sum is cut in two: dx = dy·W_xᵀ and dW_x = xᵀ·dy are the same chains. */
  @Property(tries = 40)
  void theGradientsAreEqualToTheLastBit(
      @ForAll @IntRange(min = 1, max = 6) int n,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll @IntRange(min = 1, max = 20) int h,
      @ForAll long seed) {
    Generator generator = Generator.seeded(seed);
    Tensor x = Tensor.normal(Shape.of(n, d), 1, generator);
    Tensor c = Tensor.normal(Shape.of(n, h), 1, generator);
    Tensor wide = Tensor.normal(Shape.of(d + h, 7), 1, generator);
    Tensor dY = Tensor.normal(Shape.of(n, 7), 1, generator);
    Tensor[] one = {x.withGrad(), c.withGrad(), wide.withGrad()};
    Tensor[] two = {x.withGrad(), c.withGrad(), wide.withGrad()};
    Concatenation.together(one[0], one[1], one[2]).times(dY).sum().backward();
    Concatenation.apart(two[0], two[1], two[2]).times(dY).sum().backward();
    for (int i = 0; i < 3; i++) {
      Bits.assertEqual("gradient " + i, one[i].grad(), two[i].grad());
    }
  }

  @Test
  void wholeNumbersAgreeExactly() {
    Tensor x = Tensor.of(new float[][] {{1, 2}});
    Tensor c = Tensor.of(new float[][] {{3}});
    Tensor wide = Tensor.of(new float[][] {{1, 0}, {0, 1}, {10, 100}});
    assertThat(Concatenation.together(x, c, wide).toArray()).containsExactly(31, 302);
    assertThat(Concatenation.apart(x, c, wide).toArray()).containsExactly(31, 302);
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    Tensor x = Tensor.zeros(2, 3);
    Tensor c = Tensor.zeros(2, 4);
    assertThatThrownBy(() -> Concatenation.together(x, c, Tensor.zeros(6, 5)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("matmul: inner sizes differ: (2×7)·(6×5), 7 ≠ 6");
    assertThatThrownBy(() -> Concatenation.apart(x, c, Tensor.zeros(6, 5)))
        .hasMessage("matmul: inner sizes differ: (2×4)·(3×5), 4 ≠ 3");
    assertThatThrownBy(() -> Concatenation.together(x, Tensor.zeros(1, 4), Tensor.zeros(7, 5)))
        .hasMessage("concat: (2×3) and (1×4) may differ only in axis 1");
  }
}
