package seq2seq.ch07_training;

import java.util.Arrays;
import seq2seq.data.Vocabulary;

/**
 * What the decoder reads in training: not its own words but the right ones, one place to the right.
 *
 * <pre>
 * target:  je   vois  le   chat  eos
 * input:   bos  je    vois le    chat
 * </pre>
 *
 * <p>Williams and Zipser (1989).
 */
public final class TeacherForcing {
  private TeacherForcing() {}

  /**
   * The decoder's inputs: bos, then each row without its last id.
   *
   * @param target ids (N,T'), each row ended by eos and padded
   * @return ids (N,T')
   */
  public static int[][] inputs(int[][] target) {
    int[][] inputs = new int[target.length][];
    for (int n = 0; n < target.length; n++) {
      inputs[n] = new int[target[n].length];
      inputs[n][0] = Vocabulary.BOS;
      System.arraycopy(target[n], 0, inputs[n], 1, target[n].length - 1);
    }
    return inputs;
  }

  /**
   * How many of the inputs are real: bos and the words of the target that follow it, eos too where
   * there is room.
   *
   * @param lengths real ids of each target (N), eos included, from 1 to T'
   * @param steps T'
   * @return (N), from 1 to T'
   */
  public static int[] lengths(int[] lengths, int steps) {
    return Arrays.stream(lengths).map(length -> Math.min(length + 1, steps)).toArray();
  }
}
