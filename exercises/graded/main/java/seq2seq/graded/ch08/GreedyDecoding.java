package seq2seq.graded.ch08;

/**
 * Exercise 8.1, 3 points, rebuild: let a model write the likeliest word at every step.
 *
 * <p>The first word before is bos. At each step the model reads the word before and its own state,
 * and gives logits and the next state; the word with the largest logit is written, and read in the
 * next step. At eos the sentence is finished. Chapter 8; Sutskever, Vinyals and Le, Sequence to
 * Sequence Learning with Neural Networks (2014), section 3.2, with a beam of size 1.
 */
public interface GreedyDecoding {

  /** A decoder, for one sentence. */
  interface Model {

    /**
     * One step.
     *
     * @param token the word before, an id from 0 to V'-1; bos in the first step
     * @param state what the model remembers (H): the start in the first step, then what the step
     *     before returned; not changed
     * @return the logits of the next word, and the state after this step; new arrays each time
     */
    Step step(int token, double[] state);
  }

  /**
   * What a step gives.
   *
   * @param logits (V'), finite; they need not be probabilities, and all may be below 0
   * @param state (H), for the next step
   */
  record Step(double[] logits, double[] state) {}

  /**
   * The sentence that the model writes.
   *
   * <p>Example: four words, bos 1, eos 2. A model whose logits are [1 0 0 3], then [2 0 1 0], then
   * [0 0 5 1] writes [3 0]: word 3, word 0, eos.
   *
   * @param model is not asked again once eos has been written
   * @param start the state before the first step (H); not changed
   * @param bos the id that stands before the first word
   * @param eos the id that ends a sentence
   * @param maxSteps steps at most, the one that writes eos included; at least 1
   * @return the words, without bos and eos: none if eos comes at once, the first {@code maxSteps}
   *     if eos has not come by then. Where several logits are the largest, the lowest id is written
   * @throws IllegalArgumentException if {@code maxSteps} is below 1
   */
  int[] decode(Model model, double[] start, int bos, int eos, int maxSteps);
}
