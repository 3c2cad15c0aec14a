package seq2seq.ch00_engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.engine.Scalar;

class ExpressionTest {
  private final Scalar a = Scalar.of(2);
  private final Scalar b = Scalar.of(-3);
  private final Scalar y = a.times(b).plus(a.pow(2));

  @Test
  void theExampleOfTheJavadocHolds() {
    y.backward();
    assertThat(Expression.of(y).with("a", a).with("b", b).toText())
        .isEqualTo(
            """
            a  = 2.0000                   grad 1.0000
            b  = -3.0000                  grad 2.0000
            v1 = a * b = -6.0000          grad 1.0000
            v2 = pow 2.0000 (a) = 4.0000  grad 1.0000
            v3 = v1 + v2 = -2.0000        grad 1.0000
            """);
  }

  @Test
  void thePictureShowsTheSameNumbersUnderTheSameNames() {
    y.backward();
    assertThat(Expression.of(y).with("a", a).with("b", b).with("y", y).picture().alt())
        .endsWith(
            "a (value 2.0000, gradient 1.0000); b (value -3.0000, gradient 2.0000);"
                + " v_1 = a · b (value -6.0000, gradient 1.0000);"
                + " v_2 = a^2 (value 4.0000, gradient 1.0000);"
                + " y = v_1 + v_2 (value -2.0000, gradient 1.0000).");
  }

  @Test
  void aNumberUsedTwiceStandsThereOnce() {
    Scalar square = a.times(a);
    assertThat(Expression.of(square.plus(square)).size()).isEqualTo(3);
  }

  @Test
  void aNumberComesAfterAllThatItWasMadeFrom() {
    Scalar late = a.exp();
    Scalar sum = late.plus(late.times(late.tanh()));
    assertThat(Expression.of(sum).toText().lines().map(line -> line.split(" ")[0]))
        .containsExactly("x1", "v1", "v2", "v3", "v4");
  }

  @Test
  void anExpressionOfFiftyThousandStepsDoesNotOverflowTheStack() {
    Scalar sum = a;
    for (int i = 0; i < 50_000; i++) {
      sum = sum.plus(b);
    }
    assertThat(Expression.of(sum).size()).isEqualTo(50_002);
  }

  @Test
  void aNameIsForANumberOfTheExpressionAndForOneOnly() {
    Expression graph = Expression.of(y).with("a", a);
    assertThatThrownBy(() -> graph.with("q", Scalar.of(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expression: Scalar(7.0000, grad 0.0000), to be named q, is no part of this"
                + " expression");
    assertThatThrownBy(() -> graph.with("a", b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two numbers cannot both be named a");
    assertThat(graph.with("a", a).toText()).isEqualTo(graph.toText());
  }

  @Test
  void namingReturnsAChangedCopy() {
    Expression plain = Expression.of(y);
    plain.with("a", a);
    assertThat(plain.toText()).contains("x1").doesNotContain("a ");
  }
}
