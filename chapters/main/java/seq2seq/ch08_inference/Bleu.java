package seq2seq.ch08_inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BLEU: how many of a translation's 1-, 2-, 3- and 4-grams stand in the reference, and whether it
 * is long enough. Papineni et al. (2002), section 2.3, for one reference a sentence:
 *
 * <pre>
 * p_n  = Σ clipped matches of n-grams / Σ n-grams written     over the whole corpus
 * BP   = 1 if c &gt; r, else e^(1 - r/c)                          c words written, r words in the references
 * BLEU = BP · (p_1 · p_2 · p_3 · p_4)^(1/4)
 * </pre>
 *
 * <p>Without smoothing: if no n-gram of some order matches, BLEU is 0. Where every sentence is
 * shorter than n there are no n-grams to match either, and BLEU is 0 as well, not 0/0.
 *
 * <p>That is meant for a corpus. {@link #sentence} is for a single sentence, and smooths.
 */
public final class Bleu {
  /** The longest n-grams that count. */
  public static final int MAX_ORDER = 4;

  private Bleu() {}

  /**
   * BLEU over a corpus.
   *
   * @param written token lists, one per sentence
   * @param references the right ones, in the same order
   * @return from 0 to 1
   * @throws IllegalArgumentException if there is no sentence, or not one reference for each
   */
  public static double corpus(List<? extends List<?>> written, List<? extends List<?>> references) {
    if (written.isEmpty() || written.size() != references.size()) {
      throw new IllegalArgumentException(
          "BLEU: needs one reference for each sentence, and at least one; got "
              + written.size()
              + " sentences, "
              + references.size()
              + " references");
    }
    double logPrecision = 0;
    for (int order = 1; order <= MAX_ORDER; order++) {
      double precision = precision(written, references, order);
      if (precision == 0) {
        return 0;
      }
      logPrecision += StrictMath.log(precision) / MAX_ORDER;
    }
    return brevityPenalty(words(written), words(references)) * StrictMath.exp(logPrecision);
  }

  /**
   * The share of written n-grams that stand in the reference, each counted at most as often as it
   * stands there; 0 where there is no n-gram at all.
   *
   * @param order n, at least 1
   */
  public static double precision(
      List<? extends List<?>> written, List<? extends List<?>> references, int order) {
    Matches matches = matches(written, references, order);
    return matches.total() == 0 ? 0 : (double) matches.matched() / matches.total();
  }

  /**
   * BLEU of one sentence, smoothed: a single sentence often has no 4-gram right, and would score 0
   * whatever else is. For n above 1, one is added to the matches and to the n-grams written, so
   * that p_n = (m+1)/(w+1) (Lin and Och 2004; method 2 of Chen and Cherry 2014). It is not
   * comparable with unsmoothed BLEU.
   *
   * @param written its tokens; none, or none that is in the reference, scores 0
   * @param reference the right ones
   * @return from 0 to 1
   */
  public static double sentence(List<?> written, List<?> reference) {
    double logPrecision = 0;
    for (int order = 1; order <= MAX_ORDER; order++) {
      Matches matches = matches(List.of(written), List.of(reference), order);
      int added = order == 1 ? 0 : 1;
      if (matches.matched() + added == 0) {
        return 0;
      }
      double precision = (double) (matches.matched() + added) / (matches.total() + added);
      logPrecision += StrictMath.log(precision) / MAX_ORDER;
    }
    return brevityPenalty(written.size(), reference.size()) * StrictMath.exp(logPrecision);
  }

  /** Clipped matches of n-grams, and n-grams written. */
  private record Matches(long matched, long total) {}

  private static Matches matches(
      List<? extends List<?>> written, List<? extends List<?>> references, int order) {
    long matched = 0;
    long total = 0;
    for (int i = 0; i < written.size(); i++) {
      Map<List<?>, Integer> wanted = counts(references.get(i), order);
      for (Map.Entry<List<?>, Integer> gram : counts(written.get(i), order).entrySet()) {
        matched += Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0));
        total += gram.getValue();
      }
    }
    return new Matches(matched, total);
  }

  /**
   * The penalty for writing too little: 1 if more words were written than the references have, else
   * e^(1 - r/c).
   *
   * @param c words written
   * @param r words in the references
   */
  public static double brevityPenalty(long c, long r) {
    if (c > r) {
      return 1;
    }
    return c == 0 ? 0 : StrictMath.exp(1 - (double) r / c);
  }

  private static long words(List<? extends List<?>> sentences) {
    return sentences.stream().mapToLong(List::size).sum();
  }

  private static Map<List<?>, Integer> counts(List<?> sentence, int order) {
    Map<List<?>, Integer> counts = new LinkedHashMap<>();
    for (int from = 0; from + order <= sentence.size(); from++) {
      counts.merge(sentence.subList(from, from + order), 1, Integer::sum);
    }
    return counts;
  }
}
