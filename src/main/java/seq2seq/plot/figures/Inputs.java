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
      String range = "from " + least + " to " + steps + ", the number of steps";
      throw error(
          figure, "sentence " + n + " has valid length " + length + "; it must be " + range);
    }
  }

  static IllegalArgumentException error(String figure, String rule) {
    return new IllegalArgumentException(figure + ": " + rule);
  }
}
