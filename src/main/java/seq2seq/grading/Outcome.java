package seq2seq.grading;

import java.util.ArrayList;
import java.util.List;

/** What a call returned, beside what it should have and what well-known mistakes would have. */
public final class Outcome {
  private record Mistake(Values result, String meaning) {}

  private final Situation situation;
  private final Values got;
  private final List<Mistake> mistakes = new ArrayList<>();

  Outcome(Situation situation, Values got) {
    this.situation = situation;
    this.got = got;
  }

  /**
   * Names a mistake by its result on these very inputs: a failure with this result ends with {@code
   * meaning}.
   *
   * @param meaning what was done, as in "this is the mean over all 6 positions"
   * @return this, changed
   */
  public Outcome or(Object mistaken, String meaning) {
    mistakes.add(new Mistake(Values.of(mistaken), meaning));
    return this;
  }

  /**
   * Checks the result.
   *
   * @param tolerance allowed difference, absolute below 1 and relative above
   * @throws AssertionError if a size or a number differs; not a number never passes for one
   */
  public void is(Object expected, double tolerance) {
    Values right = Values.of(expected);
    if (!got.shape().equals(right.shape())) {
      throw situation.failure(
          "expected shape " + right.sizes() + ", got " + got.sizes(), meaning(tolerance));
    }
    int i = right.firstDifference(got, tolerance);
    if (i >= 0) {
      throw situation.failure(difference(right, i), meaning(tolerance));
    }
  }

  private String difference(Values right, int i) {
    boolean fine = right.show(i, false).equals(got.show(i, false));
    return "expected " + right.show(i, fine) + ", got " + got.show(i, fine) + right.place(i);
  }

  private String meaning(double tolerance) {
    return mistakes.stream()
        .filter(mistake -> got.matches(mistake.result, tolerance))
        .map(Mistake::meaning)
        .findFirst()
        .orElse("");
  }
}
