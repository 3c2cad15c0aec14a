package seq2seq.starters.ch07;

import seq2seq.graded.ch07.TeacherShift;
import seq2seq.grading.Todo;

/**
 * Exercise 7.1, decoder inputs and targets: {@link TeacherShift} says what to write.
 *
 * <p>To try it: {@code ./learn check 7.1}. If you are stuck: {@code ./learn hint 7.1}.
 */
public final class MyTeacherShift implements TeacherShift {

  @Override
  public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
    throw new Todo("7.1");
  }
}
