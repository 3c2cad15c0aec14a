package seq2seq.solutions.ch08;

// BEGIN SOLUTION
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
// END SOLUTION
import seq2seq.graded.ch08.BeamSearch;

/**
 * Exercise 8.2, beam search: {@link BeamSearch} says what to write.
 *
 * <p>To try it: {@code ./learn check 8.2}. If you are stuck: {@code ./learn hint 8.2}.
 */
public final class MyBeamSearch implements BeamSearch {
  // BEGIN SOLUTION
  // Why it is right: in one step all continuations have the same number of tokens, so log P ranks
  // them fairly; eos is ranked among them, and what ends in it is put aside and never lost. Only
  // the finished ones differ in length, and only they are compared by the score.
  //
  // Usual mistakes: finished hypotheses thrown away, so that the longest rubbish wins; stopping at
  // the first that finishes, or at the K-th; log P compared across lengths, which favours short
  // sentences; each hypothesis keeping its own best continuation, which is greedy decoding K times.

  /** Tokens so far, eos included where it was reached, and their log P. */
  private record Hypothesis(int[] tokens, double logP) {
    boolean endsIn(int eos) {
      return tokens.length > 0 && tokens[tokens.length - 1] == eos;
    }

    double score(double gamma) {
      return logP / StrictMath.pow(tokens.length, gamma);
    }
  }

  // END SOLUTION

  @Override
  public Sentence search(Model model, int eos, int maxSteps, int width, double gamma) {
    // BEGIN SOLUTION
    if (width < 1 || maxSteps < 1) {
      throw new IllegalArgumentException(
          "beam: width and steps must be at least 1; got " + width + " and " + maxSteps);
    }
    List<Hypothesis> beam = List.of(new Hypothesis(new int[0], 0));
    List<Hypothesis> finished = new ArrayList<>();
    for (int t = 0; t < maxSteps && !beam.isEmpty(); t++) {
      List<Hypothesis> kept = likeliest(continuations(model, beam), width);
      finished.addAll(kept.stream().filter(h -> h.endsIn(eos)).toList());
      beam = kept.stream().filter(h -> !h.endsIn(eos)).toList();
    }
    return best(finished.isEmpty() ? beam : finished, eos, gamma);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static List<Hypothesis> continuations(Model model, List<Hypothesis> beam) {
    List<Hypothesis> all = new ArrayList<>();
    for (Hypothesis h : beam) {
      double[] logP = model.logProbabilities(h.tokens());
      for (int word = 0; word < logP.length; word++) {
        int[] tokens = Arrays.copyOf(h.tokens(), h.tokens().length + 1);
        tokens[h.tokens().length] = word;
        all.add(new Hypothesis(tokens, h.logP() + logP[word]));
      }
    }
    return all;
  }

  private static List<Hypothesis> likeliest(List<Hypothesis> all, int width) {
    return all.stream()
        .sorted(Comparator.comparingDouble(Hypothesis::logP).reversed())
        .limit(width)
        .toList();
  }

  private static Sentence best(List<Hypothesis> candidates, int eos, double gamma) {
    Hypothesis best =
        candidates.stream().max(Comparator.comparingDouble(h -> h.score(gamma))).orElseThrow();
    int words = best.tokens().length - (best.endsIn(eos) ? 1 : 0);
    return new Sentence(Arrays.copyOf(best.tokens(), words), best.score(gamma));
  }
  // END SOLUTION
}
