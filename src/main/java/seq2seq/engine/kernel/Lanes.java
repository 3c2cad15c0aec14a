package seq2seq.engine.kernel;

/** The one order in which the kernels add many numbers: see {@link Kernel#sum}. */
final class Lanes {
  /** Partial sums, side by side. */
  static final int COUNT = 16;

  /** Elements that are added as floats before their sum goes on as a double. */
  static final int BLOCK = 4096;

  private Lanes() {}

  /**
   * Adds the 16 lanes, halving: j and j+8, j and j+4, j and j+2, the last two. Written out, for a
   * loop takes longer than what it adds.
   */
  static float total(float[] x) {
    float even = (x[0] + x[8] + (x[4] + x[12])) + (x[2] + x[10] + (x[6] + x[14]));
    float odd = (x[1] + x[9] + (x[5] + x[13])) + (x[3] + x[11] + (x[7] + x[15]));
    return even + odd;
  }
}
