package seq2seq.graded.ch05;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class AttentionMaskGradedTest {
  /** Decides one place: target step, sentence, source step. */
  private interface Rule {
    boolean isReal(int target, int sentence, int source);
  }

  @Graded(exercise = "5.2", points = 2)
  void letsEveryTargetStepSeeTheRealSourceTokens(AttentionMask subject, Generator random) {
    compare(subject, new int[] {1, 2}, 3, 2);
    compare(subject, MaskInputs.lengths(4, 6, random), 6, 5);
    compare(subject, MaskInputs.lengths(3, 5, random), 5, 2);
    compare(subject, new int[] {1, 2, 1}, 3, 3);
  }

  @Graded(exercise = "5.2", points = 1)
  void takesEmptyAndFullSourcesAndNoOthers(AttentionMask subject) {
    compare(subject, new int[] {0, 3}, 3, 2);
    compare(subject, new int[] {2, 0, 1}, 2, 1);
    rejects(subject, new int[] {1, 4}, 3);
    rejects(subject, new int[] {-1, 2}, 3);
  }

  private static void compare(AttentionMask subject, int[] lengths, int steps, int targets) {
    int count = lengths.length;
    Situation.of("5.2", words(lengths, steps) + " and T' = " + targets, lengths)
        .call(() -> subject.mask(lengths, steps, targets))
        .or(
            mask(targets, count, steps, (u, n, t) -> t <= lengths[n]),
            "one token too many; positions count from 0, so position < length")
        .or(
            mask(targets, count, steps, (u, n, t) -> u < lengths[n]),
            "this masks target steps by the source lengths; mask the last axis")
        .or(
            mask(count, targets, steps, (n, u, t) -> t < lengths[n]),
            "this is sentence first, (N,T',T)")
        .or(
            mask(1, count, steps, (u, n, t) -> t < lengths[n]),
            "this would broadcast, but all T' copies are asked for")
        .or(
            mask(targets, steps, count, (u, t, n) -> t < lengths[n]),
            "the last two axes are exchanged")
        .is(mask(targets, count, steps, (u, n, t) -> t < lengths[n]), 0);
  }

  private static Tensor mask(int first, int second, int third, Rule rule) {
    float[] data = new float[first * second * third];
    for (int i = 0; i < data.length; i++) {
      boolean real = rule.isReal(i / third / second, i / third % second, i % third);
      data[i] = real ? 1 : 0;
    }
    return Tensor.of(Shape.of(first, second, third), data);
  }

  private static void rejects(AttentionMask subject, int[] lengths, int steps) {
    Situation.of("5.2", words(lengths, steps))
        .rejects(() -> subject.mask(lengths, steps, 2), "a length must be from 0 to T");
  }

  private static String words(int[] lengths, int steps) {
    return "source lengths " + Arrays.toString(lengths) + ", T = " + steps;
  }
}
