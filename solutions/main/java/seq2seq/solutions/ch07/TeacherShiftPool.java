package seq2seq.solutions.ch07;

import java.util.Arrays;
import seq2seq.graded.ch07.TeacherShift;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 7.1 that we know: above all the input that is not shifted. */
final class TeacherShiftPool {
  private static final String TARGETS = "targetsAreTheWordsAndEos";
  private static final String INPUTS = "inputsAreTheTargetsMovedRight";
  private static final TeacherShift CORRECT = new MyTeacherShift();

  private TeacherShiftPool() {}

  private static int[][] copy(int[][] rows, int width) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, width)).toArray(int[][]::new);
  }

  private static int[][] movedRight(int[][] targets, int bos) {
    int[][] inputs = copy(targets, targets[0].length);
    for (int n = 0; n < inputs.length; n++) {
      inputs[n][0] = bos;
      System.arraycopy(targets[n], 0, inputs[n], 1, targets[n].length - 1);
    }
    return inputs;
  }

  @Right(idea = "one row of bos, words, eos and padding, of which both are parts")
  static final class TwoWindows implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      int steps = words[0].length + 1;
      int[][] inputs = new int[words.length][];
      int[][] targets = new int[words.length][];
      for (int n = 0; n < words.length; n++) {
        int[] whole = new int[steps + 1];
        whole[0] = bos;
        for (int t = 0; t < steps; t++) {
          int end = t == lengths[n] ? eos : pad;
          whole[t + 1] = t < lengths[n] ? words[n][t] : end;
        }
        inputs[n] = Arrays.copyOfRange(whole, 0, steps);
        targets[n] = Arrays.copyOfRange(whole, 1, steps + 1);
      }
      return new Shifted(inputs, targets);
    }
  }

  @Wrong(idea = "the target itself as the input", fails = INPUTS, feedback = "the very word")
  static final class NotShifted implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      int[][] targets = CORRECT.shift(words, lengths, bos, eos, pad).targets();
      return new Shifted(copy(targets, targets[0].length), targets);
    }
  }

  @Wrong(idea = "shifted to the left", fails = INPUTS, feedback = "moved to the left")
  static final class MovedLeft implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      int[][] targets = CORRECT.shift(words, lengths, bos, eos, pad).targets();
      int[][] inputs = copy(targets, targets[0].length);
      for (int n = 0; n < inputs.length; n++) {
        System.arraycopy(targets[n], 1, inputs[n], 0, targets[n].length - 1);
        inputs[n][targets[n].length - 1] = pad;
      }
      return new Shifted(inputs, targets);
    }
  }

  @Wrong(idea = "no eos in the inputs", fails = INPUTS, feedback = "eos was left out")
  static final class WithoutEos implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      Shifted right = CORRECT.shift(words, lengths, bos, eos, pad);
      for (int n = 0; n < words.length; n++) {
        if (lengths[n] < words[n].length) {
          right.inputs()[n][lengths[n] + 1] = pad;
        }
      }
      return right;
    }
  }

  @Wrong(
      idea = "no room for the longest sentence's end token",
      fails = {TARGETS, INPUTS},
      feedback = "no room for the end token")
  static final class EndCutOff implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      Shifted right = CORRECT.shift(words, lengths, bos, eos, pad);
      int width = words[0].length;
      return new Shifted(copy(right.inputs(), width), copy(right.targets(), width));
    }
  }

  @Wrong(
      idea = "eos at the end of the rectangle",
      fails = {TARGETS, INPUTS},
      feedback = "eos stands at the end of the rectangle")
  static final class EosLast implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      int[][] targets = CORRECT.shift(words, lengths, bos, pad, pad).targets();
      for (int[] row : targets) {
        row[row.length - 1] = eos;
      }
      return new Shifted(movedRight(targets, bos), targets);
    }
  }

  @Wrong(
      idea = "keeps what stands behind the words",
      fails = {TARGETS, INPUTS},
      feedback = "behind the sentence's own words was kept")
  static final class KeepsTheRest implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      int[][] targets = copy(words, words[0].length + 1);
      for (int n = 0; n < targets.length; n++) {
        targets[n][lengths[n]] = eos;
      }
      return new Shifted(movedRight(targets, bos), targets);
    }
  }

  @Wrong(
      idea = "pads with 0, whatever pad is",
      fails = {TARGETS, INPUTS},
      feedback = "padding is 0 here")
  static final class PadsWithZero implements TeacherShift {
    @Override
    public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
      return CORRECT.shift(words, lengths, bos, eos, 0);
    }
  }
}
