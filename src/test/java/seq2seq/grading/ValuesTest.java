package seq2seq.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

class ValuesTest {
  private record State(double[][] h, double[] c) {}

  private record Step(State state, int word, String text) {}

  private static Optional<String> difference(Object expected, Object got) {
    return Values.of(expected).difference(Values.of(got), 1e-9, List.of());
  }

  private static void same(Object expected, Object got) {
    assertThat(difference(expected, got)).isEmpty();
  }

  private static void differs(Object expected, Object got, String words) {
    assertThat(difference(expected, got)).contains(words);
  }

  @Test
  void equalValuesDoNotDiffer() {
    same(0.7, 0.7);
    same(3, 3);
    same("a", "a");
    same(true, true);
    same(new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 2}, {3, 4}});
    same(Tensor.of(Shape.of(1, 2), 1, 2), Tensor.of(Shape.of(1, 2), 1, 2));
    same(new String[] {"a", "b"}, new String[] {"a", "b"});
    same(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2, 3}});
    same(new int[0], new int[0]);
  }

  @Test
  void aDifferenceSaysWhere() {
    differs(0.7, 7 / 3.0, "expected 0.7000, got 2.3333");
    differs(new int[] {1, 0, 1}, new int[] {1, 1, 1}, "expected 0, got 1 at [1]");
    differs(new double[][] {{1, 2}}, new double[][] {{1, 2.5}}, "expected 2, got 2.5000 at [0][1]");
    differs(new String[] {"a"}, new String[] {"b"}, "expected \"a\", got \"b\" at [0]");
    differs(true, false, "expected true, got false");
    differs(new boolean[] {true}, new boolean[] {false}, "expected true, got false at [0]");
    differs('a', 'b', "expected \"a\", got \"b\"");
    differs(Tensor.of(Shape.of(2), 1, 2), Tensor.of(Shape.of(2), 1, 3), "expected 2, got 3 at [1]");
  }

  @Test
  void aDifferenceCallsItsPlaceByNameWhereTheNamesFit() {
    Values right = Values.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    Values wrong = Values.of(new double[][] {{1, 2, 3}, {4, 5, 7}});
    assertThat(right.difference(wrong, 0, List.of("sentence", "step")))
        .contains("expected 6, got 7 at [1][2] (sentence 1, step 2)");
    assertThat(right.difference(wrong, 0, List.of("step"))).contains("expected 6, got 7 at [1][2]");
  }

  @Test
  void aDifferenceInARecordNamesTheComponent() {
    State right = new State(new double[][] {{1, 2, 3}}, new double[] {4});
    State wrong = new State(new double[][] {{1, 2, 9}}, new double[] {4});
    differs(right, wrong, "expected 3, got 9 at h[0][2]");
    differs(new Step(right, 1, "a"), new Step(wrong, 1, "a"), "expected 3, got 9 at state.h[0][2]");
    differs(new Step(right, 1, "a"), new Step(right, 2, "a"), "expected 1, got 2 at word");
    differs(new Step(right, 1, "a"), new Step(right, 1, "b"), "expected \"a\", got \"b\" at text");
    differs(
        new Step[] {new Step(right, 1, "a")},
        new Step[] {new Step(right, 3, "a")},
        "expected 1, got 3 at [0].word");
  }

  @Test
  void aDifferenceOfShapesComesFirst() {
    differs(new int[2][3], new int[3][2], "expected shape (2×3), got (3×2)");
    differs(new int[2], 1, "expected shape (2), got ()");
    differs(new String[] {"a", "b"}, new String[0], "expected shape (2), got (0)");
    differs(
        new State(new double[1][2], new double[1]),
        new State(new double[2][1], new double[1]),
        "expected shape (1×2) of h, got (2×1)");
    State state = new State(new double[0][], new double[0]);
    differs(new Step[0], new Step[] {new Step(state, 0, "")}, "expected shape (0), got (1)");
    differs(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2}}, "expected shape (2), got (2×1)");
    differs(
        new int[][] {{1}, {2, 3}}, new int[][] {{1, 2}, {3}}, "expected shape (1) of [0], got (2)");
  }

  @Test
  void notANumberIsNearToItselfOnly() {
    differs(1.0, Double.NaN, "expected 1.0000, got NaN");
    differs(Double.NaN, 1.0, "expected NaN, got 1.0000");
    differs(Double.POSITIVE_INFINITY, 1e300, "expected Infinity, got 1.0000e+300");
    differs(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, "expected Infinity, got -Infinity");
    same(Double.NaN, Double.NaN);
  }

  @Test
  void theToleranceIsAbsoluteBelowOneAndRelativeAbove() {
    assertThat(Values.of(0.1).matches(Values.of(0.109), 0.01)).isTrue();
    assertThat(Values.of(0.1).matches(Values.of(0.111), 0.01)).isFalse();
    assertThat(Values.of(100.0).matches(Values.of(100.9), 0.01)).isTrue();
    assertThat(Values.of(100.0).matches(Values.of(101.1), 0.01)).isFalse();
    differs(0.7, 0.70000001, "expected 7.00000000000e-01, got 7.00000010000e-01");
  }

  @Test
  void largeWholeNumbersAreComparedExactly() {
    Values odd = Values.of((1L << 53) + 1);
    assertThat(odd.matches(Values.of(1L << 53), 0)).isFalse();
  }

  @Test
  void nullIsRefusedWithItsPlace() {
    refuses(null, "null");
    refuses(new double[][] {{1}, null}, "an array with a null row");
    refuses(new State(null, new double[0]), "null in h");
    refuses(new State(new double[][] {null}, new double[0]), "an array with a null row in h");
    refuses(new Step[] {null}, "null in [0]");
    refuses(new Object(), "a Object");
  }

  private static void refuses(Object result, String words) {
    assertThatThrownBy(() -> Values.of(result))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void aRaggedArraySaysSo() {
    assertThat(Values.of(new int[][] {{1}, {2, 3}}).ragged())
        .isEqualTo("rows of different length, 1 and 2");
    assertThat(Values.of(new int[][] {{}, {2, 3}}).ragged())
        .isEqualTo("rows of different length, 0 and 2");
    assertThat(Values.of(new State(new double[][] {{1}, {2, 3}}, new double[0])).ragged())
        .isEqualTo("rows of different length, 1 and 2 in h");
    assertThat(Values.of(new int[2][0]).ragged()).isEmpty();
  }
}
