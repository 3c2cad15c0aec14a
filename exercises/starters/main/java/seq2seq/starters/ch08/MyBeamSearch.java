package seq2seq.starters.ch08;

import seq2seq.graded.ch08.BeamSearch;
import seq2seq.grading.Todo;

/**
 * Exercise 8.2, beam search: {@link BeamSearch} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.2}. If you are stuck: {@code ./learn hint 8.2}.
 */
public final class MyBeamSearch implements BeamSearch {

  @Override
  public Sentence search(Model model, int eos, int maxSteps, int width, double alpha) {
    throw new Todo("8.2");
  }
}
