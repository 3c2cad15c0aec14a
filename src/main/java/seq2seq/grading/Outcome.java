package seq2seq.grading;

import java.util.ArrayList;
import java.util.List;

/** What a call returned, beside what it should have and what well-known mistakes would have. */
public final class Outcome {
  private record Mistake(Values result, String meaning) {}

  private final Situation situation;
  private final Values got;
  private final List<Mistake> mistakes = new ArrayList<>();
  private List<String> axes = List.of();

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
   * Says what the indices of the result count, outermost first, so that a failure can name the
   * place: {@code got NaN at [2][0][1] (position 2, sentence 0, number 1)}.
   *
   * @return this, changed
   */
  public Outcome countedBy(String... names) {
    axes = List.of(names);
    return this;
  }

  /**
   * Checks the result: a number, a text, an array of those, a tensor, or a record with any of them.
   *
   * @param tolerance allowed difference, absolute below 1 and relative above
   * @throws AssertionError if a size or an element differs; not a number never passes for one
   */
  public void is(Object expected, double tolerance) {
    Values right = Values.of(expected);
    if (right.ragged().isEmpty() && !got.ragged().isEmpty()) {
      throw situation.failure("returned " + got.ragged());
    }
    right
        .difference(got, tolerance, axes)
        .ifPresent(
            difference -> {
              throw situation.failure(difference, meaning(tolerance));
            });
  }

  private String meaning(double tolerance) {
    return mistakes.stream()
        .filter(mistake -> mistake.result.matches(got, tolerance))
        .map(Mistake::meaning)
        .findFirst()
        .orElse("");
  }
}
