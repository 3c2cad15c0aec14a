package seq2seq.graded.ch05;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class LengthMaskGradedTest {

  @Graded(exercise = "5.1", points = 2)
  void marksTheRealTokens(LengthMask subject, Generator random) {
    compare(subject, new int[] {1, 2}, 3);
    compare(subject, MaskInputs.lengths(4, 6, random), 6);
    compare(subject, MaskInputs.lengths(5, 3, random), 3);
    compare(subject, new int[] {2, 1, 3}, 4);
    compare(subject, new int[] {1, 2, 1}, 3);
  }

  @Graded(exercise = "5.1", points = 1)
  void takesEmptyAndFullSentencesAndNoOthers(LengthMask subject) {
    compare(subject, new int[] {0, 3}, 3);
    compare(subject, new int[] {2, 0, 2}, 2);
    rejects(subject, new int[] {1, 4}, 3);
    rejects(subject, new int[] {-1, 2}, 3);
  }

  private static void compare(LengthMask subject, int[] lengths, int steps) {
    int[][] right = MaskInputs.mask(lengths.length, steps, (n, t) -> t < lengths[n]);
    Situation.of("5.1", words(lengths, steps), lengths)
        .call(() -> subject.mask(lengths, steps))
        .or(
            MaskInputs.mask(lengths.length, steps, (n, t) -> t <= lengths[n]),
            "one token too many; positions count from 0, so position < length")
        .or(
            MaskInputs.mask(lengths.length, steps, (n, t) -> t >= lengths[n]),
            "1 and 0 are exchanged; 1 is a real token")
        .or(MaskInputs.transposed(right), "this is the mask on its side, (T,N); asked for is (N,T)")
        .or(
            MaskInputs.mask(lengths.length, steps, (n, t) -> t < lengths[t % lengths.length]),
            "position t was compared with the length of sentence t; lengths are a column")
        .is(right, 0);
  }

  private static void rejects(LengthMask subject, int[] lengths, int steps) {
    Situation.of("5.1", words(lengths, steps))
        .rejects(() -> subject.mask(lengths, steps), "a length must be from 0 to T");
  }

  private static String words(int[] lengths, int steps) {
    return "valid lengths " + Arrays.toString(lengths) + " and T = " + steps;
  }
}
