package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Vocabulary;

/**
 * Puts translations that somebody else proposed into the model's order: Cho et al. (2014), section
 * 3.1, where another system proposes and the encoder-decoder scores.
 *
 * <p>A word that the vocabulary does not have is scored as unk. The score is then that of a
 * sentence with some unknown word in its place, and {@link Scored#unknown} says which.
 */
public final class Rescoring {
  private Rescoring() {}

  /**
   * A candidate with its score.
   *
   * @param place its place in the list that was given, from 0
   * @param tokens its words, without eos
   * @param logProbability log P(Y|X), nats, eos included
   * @param unknown its words that the vocabulary does not have, each once
   */
  public record Scored(
      int place, List<String> tokens, double logProbability, List<String> unknown) {

    /** log P(Y|X) / |Y|^γ, as {@link Beam} compares; |Y| counts eos. */
    public double score(double gamma) {
      return Beam.score(logProbability, tokens.size() + 1, gamma);
    }
  }

  /**
   * The candidates, best first; of two with the same score the earlier one.
   *
   * @param source the words of the sentence, without eos
   * @param candidates the words of each candidate, without eos; one without words is scored as the
   *     empty sentence, by the probability that eos comes first
   * @param gamma γ, from 0 (compare by log P) to 1 (by its mean per token)
   * @throws IllegalArgumentException if there is no candidate, or {@code gamma} is not from 0 to 1
   */
  public static List<Scored> rank(
      Seq2Seq model,
      Vocabulary sourceVocabulary,
      Vocabulary targetVocabulary,
      List<String> source,
      List<List<String>> candidates,
      double gamma) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("rescoring: needs at least one candidate; got none");
    }
    Beam.checkGamma("rescoring", gamma);
    int[] ids = whole(sourceVocabulary, source);
    PaddedBatch batch =
        PaddedBatch.of(
            Collections.nCopies(candidates.size(), ids),
            candidates.stream().map(tokens -> whole(targetVocabulary, tokens)).toList());
    List<Scored> all = scored(LogProbability.of(model, batch), candidates, targetVocabulary);
    all.sort(Comparator.comparingDouble(candidate -> -candidate.score(gamma)));
    return all;
  }

  /** The ids of all the words, and eos: nothing is cut off. */
  private static int[] whole(Vocabulary vocabulary, List<String> tokens) {
    return vocabulary.encode(tokens, tokens.size() + 1);
  }

  private static List<Scored> scored(
      double[] logs, List<List<String>> candidates, Vocabulary vocabulary) {
    List<Scored> all = new ArrayList<>();
    for (int n = 0; n < logs.length; n++) {
      List<String> tokens = List.copyOf(candidates.get(n));
      all.add(new Scored(n, tokens, logs[n], vocabulary.unknown(tokens)));
    }
    return all;
  }
}
