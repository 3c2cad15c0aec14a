package seq2seq.solutions.ch07;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch07.TeacherShift;

/**
 * Exercise 7.1, decoder inputs and targets: {@link TeacherShift} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.1}. If you are stuck: {@code ./learn hint 7.1}.
 */
public final class MyTeacherShift implements TeacherShift {
  // BEGIN SOLUTION
  // Why it is right: place t of the inputs is place t - 1 of the targets, so the decoder has read
  // every right word before the one that it is asked for, and never that one itself.
  //
  // Usual mistakes: no shift, which gives a loss that is too good to be true; a shift to the left;
  // eos at the end of the rectangle instead of the end of the sentence; a rectangle without room
  // for the longest sentence's eos.
  // END SOLUTION

  @Override
  public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
    // BEGIN SOLUTION
    int steps = words[0].length + 1;
    int[][] inputs = new int[words.length][steps];
    int[][] targets = new int[words.length][steps];
    for (int n = 0; n < words.length; n++) {
      Arrays.fill(targets[n], pad);
      System.arraycopy(words[n], 0, targets[n], 0, lengths[n]);
      targets[n][lengths[n]] = eos;
      inputs[n][0] = bos;
      System.arraycopy(targets[n], 0, inputs[n], 1, steps - 1);
    }
    return new Shifted(inputs, targets);
    // END SOLUTION
  }
}
