package seq2seq.graded.ch08;

/**
 * Exercise 8.2, 4 points, rebuild: keep several beginnings, and compare long and short sentences
 * fairly.
 *
 * <p>The beam starts with one hypothesis, the empty beginning. In each step:
 *
 * <ol>
 *   <li>continue every hypothesis in the beam with every word, eos among them; the log-probability
 *       of a continuation is that of the hypothesis plus that of the word;
 *   <li>of all these continuations keep the K with the largest log P (all, if there are fewer);
 *   <li>those of the K that end in eos are finished: put them aside. The others are the new beam,
 *       which may have become narrower. It is not filled up again from those not kept.
 * </ol>
 *
 * <p>That goes on until the beam is empty or the limit on steps is reached. The answer is the
 * finished sentence with the best score
 *
 * <pre>
 * score(Y) = log P(Y) / |Y|^γ        |Y| counts the words and eos
 * </pre>
 *
 * <p>To stop sooner is allowed where it cannot change the answer. Chapter 8; Sutskever, Vinyals and
 * Le (2014), section 3.2; for the score, Zhang et al., Dive into Deep Learning, section 10.8.3.
 *
 * <p>Use StrictMath for pow.
 */
public interface BeamSearch {

  /** What is to be searched: the probability of each word after each beginning. */
  interface Model {

    /**
     * The log-probabilities of the next word.
     *
     * @param prefix the words so far, without bos and without eos; none at the start; not changed
     * @return (V'), nats, finite and at most 0; a new array each time
     */
    double[] logProbabilities(int[] prefix);
  }

  /**
   * What was found.
   *
   * @param words ids, without eos
   * @param score log P / |Y|^γ
   */
  record Sentence(int[] words, double score) {}

  /**
   * The best sentence that the beam finds.
   *
   * <p>Example: three words, eos 2, with the probabilities [0.5 0.4 0.1] at the start, [0.4 0.3
   * 0.3] after [0], [0.9 0.06 0.04] after [1], [0.2 0.2 0.6] after [0 0], [0.04 0.06 0.9] after [1
   * 0]; at most 3 steps, γ = 1. A beam of 1 finds [0 0] with P = 0.5 · 0.4 · 0.6 = 0.12 and the
   * score log 0.12 / 3 = -0.7068. A beam of 2 finds [1 0], P = 0.4 · 0.9 · 0.9 = 0.324, score
   * -0.3757.
   *
   * @param eos the id that ends a sentence
   * @param maxSteps steps at most, so no hypothesis has more tokens, eos included; at least 1
   * @param width K, at least 1
   * @param gamma γ, from 0 (log P itself) to 1 (the mean per token)
   * @return the finished sentence with the best score; if none has finished within the limit, the
   *     likeliest of the beam, with |Y| = {@code maxSteps}. Which of two equally good ones is up to
   *     you
   * @throws IllegalArgumentException if {@code width} or {@code maxSteps} is below 1
   */
  Sentence search(Model model, int eos, int maxSteps, int width, double gamma);
}
