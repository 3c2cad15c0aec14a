package seq2seq.engine.kernel;

/** The one order in which the kernels add many numbers: see {@link Kernel#sum}. */
final class Lanes {
  /** Partial sums, side by side. */
  static final int COUNT = 16;

  /** Elements that are added as floats before their sum goes on as a double. */
  static final int BLOCK = 4096;

  private Lanes() {}

  /** Adds the 16 lanes, halving: j and j+8, j and j+4, j and j+2, the last two. Mutates them. */
  static float total(float[] lanes) {
    for (int half = COUNT / 2; half > 0; half /= 2) {
      for (int j = 0; j < half; j++) lanes[j] += lanes[j + half];
    }
    return lanes[0];
  }
}
