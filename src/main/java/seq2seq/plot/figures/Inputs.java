package seq2seq.plot.figures;

/** Checks that figures share, with one wording of each error. */
final class Inputs {
  private Inputs() {}

  static void notEmpty(String figure, String what, int count) {
    if (count == 0) {
      throw error(figure, "there are no " + what + " to draw");
    }
  }

  static void sameLength(String figure, String a, int sizeA, String b, int sizeB) {
    if (sizeA != sizeB) {
      throw error(figure, a + " and " + b + " differ in number: " + sizeA + " ≠ " + sizeB);
    }
  }

  /** A length of a sentence, from {@code least} to the number of steps. */
  static void validLength(String figure, int n, int length, int least, int steps) {
    if (length < least || length > steps) {
      throw error(
          figure,
          "sentence "
              + n
              + " has valid length "
              + length
              + "; it must be from "
              + least
              + " to "
              + steps
              + ", the number of steps");
    }
  }

  /** A rectangle of ids (N,T) and a valid length, at least {@code least}, for each row. */
  static void batch(String figure, int[][] ids, int[] lengths, int least) {
    notEmpty(figure, "sentences", ids.length);
    notEmpty(figure, "steps", ids[0].length);
    sameLength(figure, "sentences", ids.length, "lengths", lengths.length);
    for (int n = 0; n < ids.length; n++) {
      sameLength(figure, "steps of sentence " + n, ids[n].length, "of sentence 0", ids[0].length);
      validLength(figure, n, lengths[n], least, ids[n].length);
    }
  }

  static IllegalArgumentException error(String figure, String rule) {
    return new IllegalArgumentException(figure + ": " + rule);
  }
}
