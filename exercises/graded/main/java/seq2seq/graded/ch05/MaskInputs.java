package seq2seq.graded.ch05;

import seq2seq.engine.Generator;

/**
 * What the graded tests of this chapter put in, and the rectangles that well-known mistakes give.
 */
final class MaskInputs {
  /** Decides one place of a mask. */
  interface Rule {
    boolean isReal(int sentence, int step);
  }

  private MaskInputs() {}

  static int[][] mask(int sentences, int steps, Rule rule) {
    int[][] mask = new int[sentences][steps];
    for (int n = 0; n < sentences; n++) {
      for (int t = 0; t < steps; t++) {
        mask[n][t] = rule.isReal(n, t) ? 1 : 0;
      }
    }
    return mask;
  }

  /**
   * {@code count} lengths from 1 to {@code steps} - 1, so that each row has both kinds of place.
   */
  static int[] lengths(int count, int steps, Generator random) {
    int[] lengths = new int[count];
    for (int n = 0; n < count; n++) {
      lengths[n] = 1 + random.nextInt(steps - 1);
    }
    return lengths;
  }

  static int[][] transposed(int[][] mask) {
    return mask(mask[0].length, mask.length, (t, n) -> mask[n][t] == 1);
  }
}
