package seq2seq.starters.ch08;

import seq2seq.graded.ch08.GreedyDecoding;
import seq2seq.grading.Todo;

/**
 * Exercise 8.1, 3 points, rebuild: let a model write the likeliest word at every step.
 *
 * <p>The first word before is bos. At each step the model reads the word before and its own state,
 * and gives logits and the next state; the word with the largest logit is written, and read in the
 * next step. At eos the sentence is finished. Chapter 8; Sutskever, Vinyals and Le, Sequence to
 * Sequence Learning with Neural Networks (2014), section 3.2, with a beam of size 1.
 *
 * <p>To try it: {@code ./learn check 8.1}. If you are stuck: {@code ./learn hint 8.1}.
 */
public final class MyGreedyDecoding implements GreedyDecoding {

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
  @Override
  public int[] decode(Model model, double[] start, int bos, int eos, int maxSteps) {
    throw new Todo("8.1");
  }
}
