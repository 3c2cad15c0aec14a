package seq2seq.ch05_mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;

class LengthMaskTest {
  @Test
  void theNotesExample() {
    assertThat(LengthMask.positions(3)).hasToString("(1×3)\n[[0 1 2]]");
    assertThat(LengthMask.column(new int[] {1, 2})).hasToString("(2×1)\n[[1]\n [2]]");
    assertThat(LengthMask.of(new int[] {1, 2}, 3)).hasToString("(2×3)\n[[1 0 0]\n [1 1 0]]");
  }

  @Test
  void theNotesExampleCopyByCopy() {
    BroadcastCopies copies = BroadcastCopies.of(new int[] {1, 2}, 3);
    assertThat(copies.positions()).isDeepEqualTo(new float[][] {{0, 1, 2}, {0, 1, 2}});
    assertThat(copies.lengths()).isDeepEqualTo(new float[][] {{1, 1, 1}, {2, 2, 2}});
    assertThat(copies.mask()).isDeepEqualTo(new float[][] {{1, 0, 0}, {1, 1, 0}});
    assertThat(copies)
        .hasToString("[0 1 2]  <  [1 1 1]  =  [T F F]\n[0 1 2]     [2 2 2]     [T T F]\n");
  }

  @Property
  void theMaskIsThatOfTwoPlainLoops(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 12) Integer> drawn,
      @ForAll @IntRange(min = 0, max = 5) int more) {
    int[] lengths = drawn.stream().mapToInt(length -> length).toArray();
    int steps = Math.max(1, Collections.max(drawn) + more);
    float[][] mask = LengthMask.of(lengths, steps).toRows();
    float[][] timeMajor = LengthMask.timeMajor(lengths, steps).toRows();
    float[][] copied = BroadcastCopies.of(lengths, steps).mask();
    assertThat(mask).hasDimensions(lengths.length, steps);
    for (int n = 0; n < lengths.length; n++) {
      for (int t = 0; t < steps; t++) {
        float expected = t < lengths[n] ? 1 : 0;
        assertThat(mask[n][t]).isEqualTo(expected);
        assertThat(timeMajor[t][n]).isEqualTo(expected);
        assertThat(copied[n][t]).isEqualTo(expected);
      }
    }
  }

  @Test
  void aSentenceOfValidLength0HasARowOfZeros() {
    assertThat(LengthMask.of(new int[] {0, 3}, 3).toRows())
        .isDeepEqualTo(new float[][] {{0, 0, 0}, {1, 1, 1}});
  }

  @Test
  void withTimeFirstTheMaskIsTN() {
    assertThat(LengthMask.timeMajor(new int[] {1, 2}, 3).shape()).isEqualTo(Shape.of(3, 2));
  }

  @Test
  void wideNumbersStayAligned() {
    assertThat(BroadcastCopies.of(new int[] {10}, 11).toString())
        .startsWith("[ 0  1  2  3  4  5  6  7  8  9 10]  <  [10 10 ");
  }

  @Test
  void whatDoesNotFitIsNamed() {
    fails(
        () -> LengthMask.of(new int[] {1, 4}, 3),
        "mask: sentence 1 has valid length 4; it must be from 0 to 3, the number of steps");
    fails(
        () -> LengthMask.of(new int[] {-1}, 3),
        "mask: sentence 0 has valid length -1; it must be from 0 to 3, the number of steps");
    fails(
        () -> LengthMask.of(new int[0], 3),
        "mask: needs at least one sentence and one step; got N = 0, T = 3");
    fails(
        () -> LengthMask.timeMajor(new int[] {0}, 0),
        "mask: needs at least one sentence and one step; got N = 1, T = 0");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(ShapeException.class).hasMessage(message);
  }
}
