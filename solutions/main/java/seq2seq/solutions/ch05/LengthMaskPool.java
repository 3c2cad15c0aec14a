package seq2seq.solutions.ch05;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.graded.ch05.LengthMask;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 5.1 that we know. */
final class LengthMaskPool {
  private static final String MARKS = "marksTheRealTokens";
  private static final String EDGES = "takesEmptyAndFullSentencesAndNoOthers";

  private LengthMaskPool() {}

  private static final LengthMask CORRECT = new MyLengthMask();

  @Right(idea = "fills the first part of each row")
  static final class Filled implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      if (IntStream.of(lengths).anyMatch(length -> length < 0 || length > steps)) {
        throw new IllegalArgumentException("a length must be from 0 to " + steps);
      }
      int[][] mask = new int[lengths.length][steps];
      for (int n = 0; n < mask.length; n++) {
        Arrays.fill(mask[n], 0, lengths[n], 1);
      }
      return mask;
    }
  }

  @Wrong(
      idea = "position <= length",
      fails = {MARKS, EDGES},
      feedback = "one token too many")
  static final class OneTooMany implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      CORRECT.mask(lengths, steps);
      int[][] mask = new int[lengths.length][steps];
      for (int n = 0; n < mask.length; n++) {
        Arrays.fill(mask[n], 0, Math.min(steps, lengths[n] + 1), 1);
      }
      return mask;
    }
  }

  @Wrong(
      idea = "time first, (T,N)",
      fails = {MARKS, EDGES},
      feedback = "on its side")
  static final class OnItsSide implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      int[][] right = CORRECT.mask(lengths, steps);
      int[][] mask = new int[steps][lengths.length];
      for (int t = 0; t < steps; t++) {
        for (int n = 0; n < lengths.length; n++) {
          mask[t][n] = right[n][t];
        }
      }
      return mask;
    }
  }

  @Wrong(
      idea = "the lengths are a row too: position t against the length of sentence t",
      fails = {MARKS, EDGES},
      feedback = "compared with the length of sentence t")
  static final class RowAgainstRow implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      CORRECT.mask(lengths, steps);
      int[][] mask = new int[lengths.length][steps];
      for (int[] row : mask) {
        Arrays.setAll(row, t -> t < lengths[t % lengths.length] ? 1 : 0);
      }
      return mask;
    }
  }

  @Wrong(idea = "lengths need no check", fails = EDGES, feedback = "expected an Illegal")
  static final class Unchecked implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      int[][] mask = new int[lengths.length][steps];
      for (int n = 0; n < mask.length; n++) {
        int length = lengths[n];
        Arrays.setAll(mask[n], t -> t < length ? 1 : 0);
      }
      return mask;
    }
  }

  @Wrong(
      idea = "counts the lengths down in place",
      fails = {MARKS, EDGES},
      feedback = "changed its input")
  static final class CountsDown implements LengthMask {
    @Override
    public int[][] mask(int[] lengths, int steps) {
      int[][] mask = CORRECT.mask(lengths, steps);
      Arrays.fill(lengths, 0);
      return mask;
    }
  }
}
