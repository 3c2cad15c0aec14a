package seq2seq.graded.ch07;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import seq2seq.engine.Generator;

/**
 * Sentences for the graded test of the shift, and the rectangles that come of them.
 *
 * @param words (N,S), with rubbish behind each sentence's own words
 * @param lengths (N)
 */
record ShiftInputs(int[][] words, int[] lengths, int bos, int eos, int pad) {

  static ShiftInputs random(int width, Generator random, int... lengths) {
    int[][] words = new int[lengths.length][width];
    for (int[] row : words) {
      Arrays.setAll(row, t -> 10 + random.nextInt(90));
    }
    return new ShiftInputs(words, lengths, 1, 2, 0);
  }

  /** The same sentences, in a vocabulary that numbers its marks differently. */
  ShiftInputs withMarks(int otherBos, int otherEos, int otherPad) {
    return new ShiftInputs(words, lengths, otherBos, otherEos, otherPad);
  }

  int width() {
    return words[0].length;
  }

  /** (N,{@code steps}), of the ids that {@code rule} gives for a sentence and a step. */
  int[][] ids(int steps, IntBinaryOperator rule) {
    int[][] ids = new int[lengths.length][steps];
    for (int n = 0; n < ids.length; n++) {
      int sentence = n;
      Arrays.setAll(ids[n], t -> rule.applyAsInt(sentence, t));
    }
    return ids;
  }

  /** The right word to say at a place, or {@code behind} where the sentence is over. */
  int target(int n, int t, int end, int behind) {
    if (t < lengths[n]) {
      return words[n][t];
    }
    return t == lengths[n] ? end : behind;
  }

  int target(int n, int t) {
    return target(n, t, eos, pad);
  }

  /** A target, if what stands behind the words were kept. */
  int kept(int n, int t) {
    return t == lengths[n] ? eos : words[n][t];
  }

  int input(int n, int t) {
    return t == 0 ? bos : target(n, t - 1);
  }

  /** As failures name this batch. */
  String inWords() {
    return "words "
        + Arrays.deepToString(words)
        + ", lengths "
        + Arrays.toString(lengths)
        + ", bos "
        + bos
        + ", eos "
        + eos
        + " and pad "
        + pad;
  }
}
