package seq2seq.grading;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SituationTest {
  private record Pair(double[] first, double[] second) {}

  private static Situation situation(Object... inputs) {
    return new Situation("6.2 masked cross-entropy", "valid lengths [3, 1]", inputs);
  }

  private static void fails(Supplier<?> call, String words, Object... inputs) {
    assertThatThrownBy(() -> situation(inputs).call(call))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("6.2 masked cross-entropy: " + words);
  }

  @Test
  void theRightResultPasses() {
    double[] input = {1, 2};
    assertThatCode(() -> situation(input).call(() -> input[0] + input[1]).is(3.0, 1e-9))
        .doesNotThrowAnyException();
  }

  @Test
  void aFailureReadsAsTheCourseWantsIt() {
    assertThatThrownBy(
            () ->
                situation()
                    .call(() -> 14 / 6.0)
                    .or(14.0, "this is the sum; divide it")
                    .or(14 / 6.0, "this is the mean over all 6 positions; only 4 are real tokens")
                    .is(0.7, 1e-9))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "6.2 masked cross-entropy: expected 0.7000, got 2.3333 for valid lengths [3, 1]:"
                + " this is the mean over all 6 positions; only 4 are real tokens.");
  }

  @Test
  void anUnknownMistakeIsNotExplained() {
    assertThatThrownBy(() -> situation().call(() -> 1.0).or(2.0, "twice").is(0.7, 1e-9))
        .hasMessage(
            "6.2 masked cross-entropy: expected 0.7000, got 1.0000 for valid lengths [3, 1].");
  }

  @Test
  void aMistakeInARecordIsFound() {
    Pair wrong = new Pair(new double[] {1}, new double[] {2});
    assertThatThrownBy(
            () ->
                situation()
                    .call(() -> new Pair(new double[] {1}, new double[] {2}))
                    .or(wrong, "they are exchanged")
                    .is(new Pair(new double[] {2}, new double[] {1}), 0))
        .hasMessageContaining("expected 2, got 1 at first[0] for")
        .hasMessageEndingWith(": they are exchanged.");
  }

  @Test
  void nullAndRaggedResultsAreRefused() {
    fails(() -> null, "returned null for");
    fails(() -> new Pair(null, null), "returned null in first for");
    assertThatThrownBy(() -> situation().call(() -> new int[][] {{1}, {2, 3}}).is(new int[2][2], 0))
        .hasMessageContaining("returned rows of different length, 1 and 2 for");
    assertThatCode(
            () ->
                situation().call(() -> new int[][] {{1}, {2, 3}}).is(new int[][] {{1}, {2, 3}}, 0))
        .doesNotThrowAnyException();
  }

  @Test
  void aChangedInputIsFound() {
    double[] first = {1};
    double[][] second = {{1, 2}};
    fails(() -> second[0][1] = 3, "changed its input number 2;", first, second);
    Pair pair = new Pair(new double[] {1}, new double[] {2});
    fails(() -> pair.second()[0] = 3, "changed its input number 1;", pair);
    int[] counts = {1};
    fails(() -> counts[0]++, "changed its input number 1;", counts);
  }

  @Test
  void anInputsOwnArrayAsResultIsFound() {
    double[] input = {1};
    double[][] rows = {{1}, {2}};
    Pair pair = new Pair(new double[] {1}, new double[] {2});
    fails(() -> input, "returned an input's own array;", input);
    fails(() -> new double[][] {{5}, rows[0]}, "returned an input's own array;", (Object) rows);
    fails(() -> new Pair(new double[1], input), "returned an input's own array;", input);
    fails(() -> new Pair(new double[1], pair.first()), "returned an input's own array;", pair);
    fails(() -> pair.first(), "returned an input's own array;", pair);
  }

  @Test
  void anEmptyInputMayComeBack() {
    double[] empty = {};
    assertThatCode(() -> situation(empty).call(() -> empty).is(new double[0], 0))
        .doesNotThrowAnyException();
  }

  @Test
  void anAnswerThatChangesBetweenCallsIsFound() {
    AtomicInteger calls = new AtomicInteger();
    fails(calls::incrementAndGet, "the same call made twice gave two answers");
    double[] shared = {0};
    fails(
        () -> {
          shared[0]++;
          return shared;
        },
        "the same call made twice gave two answers");
  }

  @Test
  void whatIsThrownIsNamed() {
    fails(
        () -> {
          throw new IllegalStateException("no");
        },
        "threw IllegalStateException: no for");
    fails(
        () -> {
          throw new StackOverflowError();
        },
        "calls itself too deep (StackOverflowError)");
  }

  @Test
  void aWaitingStarterIsNoFailure() {
    assertThatThrownBy(
            () ->
                situation()
                    .call(
                        () -> {
                          throw new Todo("6.2");
                        }))
        .isInstanceOf(Todo.class);
    assertThatThrownBy(
            () ->
                situation()
                    .rejects(
                        () -> {
                          throw new Todo("6.2");
                        },
                        "a rule"))
        .isInstanceOf(Todo.class);
  }

  @Test
  void aRefusalMustBeTheRightOne() {
    assertThatCode(
            () ->
                situation()
                    .rejects(
                        () -> {
                          throw new IllegalArgumentException("bad length");
                        },
                        "a rule"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> situation().rejects(() -> 1, "a length must be from 0 to T"))
        .hasMessageContaining("expected an IllegalArgumentException, got an answer for ")
        .hasMessageEndingWith(": a length must be from 0 to T.");
    assertThatThrownBy(
            () ->
                situation()
                    .rejects(
                        () -> {
                          throw new NullPointerException();
                        },
                        "a rule"))
        .hasMessageContaining("expected an IllegalArgumentException, got NullPointerException");
  }
}
