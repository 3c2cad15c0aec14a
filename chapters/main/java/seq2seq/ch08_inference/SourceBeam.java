package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import seq2seq.data.Vocabulary;

/**
 * The beam of one source: the K likeliest beginnings so far, and what has finished. {@link Beam}
 * says what it is for, and asks the model.
 */
final class SourceBeam {
  private final int width;
  private final double gamma;
  private final int maxSteps;
  private final List<Translation> finished = new ArrayList<>();
  private List<Hypothesis> living = List.of(new Hypothesis(new int[0], 0, 0));

  /**
   * A beginning in the beam.
   *
   * @param words written so far
   * @param logProbability their sum, nats
   * @param parent the row, in the step that gave it its last word, of the hypothesis it came from
   */
  record Hypothesis(int[] words, double logProbability, int parent) {
    int lastWord() {
      return words.length == 0 ? Vocabulary.BOS : words[words.length - 1];
    }

    int[] wordsAnd(int word) {
      int[] longer = Arrays.copyOf(words, words.length + 1);
      longer[words.length] = word;
      return longer;
    }
  }

  /** A hypothesis, the row it stands in, and a word to go on with. */
  private record Candidate(
      Hypothesis from, int row, int word, float logit, double logProbability) {}

  // Equally likely ones: the earlier parent first, then as arg max decides, so K = 1 is greedy.
  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparingDouble((Candidate c) -> -c.logProbability())
          .thenComparingInt(Candidate::row)
          .thenComparingDouble(c -> -c.logit())
          .thenComparingInt(Candidate::word);

  SourceBeam(int width, double gamma, int maxSteps) {
    this.width = width;
    this.gamma = gamma;
    this.maxSteps = maxSteps;
  }

  /** The hypotheses that go on, likeliest first. */
  List<Hypothesis> living() {
    return living;
  }

  /**
   * One step: the K likeliest continuations stay, and those that end in eos leave the beam.
   *
   * @param logits of all rows of the step (n,V')
   * @param logProbabilities of the same rows
   * @param first the row of the first of {@link #living}; the others follow
   */
  void advance(float[][] logits, float[][] logProbabilities, int first) {
    List<Hypothesis> next = new ArrayList<>();
    for (Candidate c : likeliest(logits, logProbabilities, first)) {
      if (c.word() == Vocabulary.EOS) {
        finished.add(new Translation(c.from().words(), c.logProbability(), true));
      } else {
        next.add(new Hypothesis(c.from().wordsAnd(c.word()), c.logProbability(), c.row()));
      }
    }
    finished.sort(Comparator.comparingDouble(t -> -t.score(gamma)));
    living = next;
  }

  /** The K likeliest of all continuations, likeliest first. */
  private List<Candidate> likeliest(float[][] logits, float[][] logProbabilities, int first) {
    PriorityQueue<Candidate> kept = new PriorityQueue<>(LIKELIEST_FIRST.reversed());
    for (int i = 0; i < living.size(); i++) {
      Hypothesis from = living.get(i);
      int row = first + i;
      for (int w = 0; w < logits[row].length; w++) {
        double total = from.logProbability() + logProbabilities[row][w];
        if (kept.size() == width && total < kept.peek().logProbability()) {
          continue;
        }
        kept.add(new Candidate(from, row, w, logits[row][w], total));
        if (kept.size() > width) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(LIKELIEST_FIRST).toList();
  }

  /** Whether something in the beam can still come among the K best finished ones. */
  boolean isOpen() {
    if (living.isEmpty()) {
      return false;
    }
    double atBest = Beam.score(living.get(0).logProbability(), maxSteps, gamma);
    return finished.size() < width || atBest > finished.get(width - 1).score(gamma);
  }

  /** The best finished sentences, at most K; the unfinished ones where none finished. */
  List<Translation> result() {
    if (finished.isEmpty()) {
      return living.stream()
          .map(h -> new Translation(h.words(), h.logProbability(), false))
          .toList();
    }
    return List.copyOf(finished.subList(0, Math.min(width, finished.size())));
  }
}
