package seq2seq.ch08_inference;

import java.util.Arrays;

/**
 * A sentence that the decoder wrote.
 *
 * @param words ids, without eos
 * @param logProbability log P(Y|X), nats: the sum over the written words and, if it was reached,
 *     eos
 * @param isFinished whether eos was reached before the limit on steps
 */
public record Translation(int[] words, double logProbability, boolean isFinished) {

  /** |Y|: how many log-probabilities were added up, one a word and, if it was reached, eos. */
  public int length() {
    return words.length + (isFinished ? 1 : 0);
  }

  /**
   * The length-normalised score, log P(Y|X) / |Y|^γ: see {@link Beam}.
   *
   * @param gamma γ, from 0 (log P itself) to 1 (the mean per token)
   */
  public double score(double gamma) {
    return Beam.score(logProbability, length(), gamma);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Translation that
        && Arrays.equals(words, that.words)
        && logProbability == that.logProbability
        && isFinished == that.isFinished;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
