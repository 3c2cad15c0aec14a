package seq2seq.engine;

/**
 * A small seeded random generator, xoshiro256** by Blackman and Vigna (2018), whose state can be
 * saved and restored.
 *
 * <p>The only source of randomness in the course: it arrives as an argument, so the same seed gives
 * the same run. The four state words are filled from the seed by SplitMix64. Mutable: each draw
 * advances the state.
 */
public final class Generator {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private Generator() {}

  /** A generator whose draws are fixed by {@code seed}. */
  public static Generator seeded(long seed) {
    Generator g = new Generator();
    long s = seed;
    long[] words = new long[4];
    for (int i = 0; i < 4; i++) {
      s += 0x9E3779B97F4A7C15L;
      long z = (s ^ (s >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      words[i] = z ^ (z >>> 31);
    }
    g.set(words);
    return g;
  }

  /**
   * A generator that goes on exactly where {@link #state} was taken.
   *
   * @throws IllegalArgumentException if {@code state} is not four words, or all of them are 0
   */
  public static Generator restored(long[] state) {
    if (state.length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0) {
      throw new IllegalArgumentException(
          "generator: a state is 4 words, not all 0; got " + state.length + " words");
    }
    Generator g = new Generator();
    g.set(state);
    return g;
  }

  private void set(long[] words) {
    s0 = words[0];
    s1 = words[1];
    s2 = words[2];
    s3 = words[3];
  }

  /** The four words of state, a copy. */
  public long[] state() {
    return new long[] {s0, s1, s2, s3};
  }

  /** The next 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** A float from 0 (included) to 1 (excluded), a multiple of 2⁻²⁴. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /**
   * Sets each element to {@code yes} with probability {@code p}, else to {@code no}: where {@link
   * #nextFloat()} is less than p, one draw an element. Mutates {@code to}.
   *
   * <p>The four words stay in registers meanwhile, and no branch has to guess what was drawn: a
   * dropout mask is made four times as fast.
   */
  void fillByChance(float[] to, double p, float yes, float no) {
    long below = (long) Math.ceil(p * 0x1p24);
    float[] answers = {no, yes};
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = 0; i < to.length; i++) {
      long drawn = Long.rotateLeft(b * 5, 7) * 9 >>> 40;
      to[i] = answers[(int) (drawn - below >>> 63)];
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
    }
    set(new long[] {a, b, c, d});
  }

  /** A double from 0 (included) to 1 (excluded), a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * A whole number from 0 (included) to {@code bound} (excluded), each equally likely (Lemire's
   * method with rejection).
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("generator: the bound must be at least 1; got " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * A draw from the normal distribution with mean 0 and standard deviation 1 (Marsaglia's polar
   * method, one value a call).
   */
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Shuffles {@code items} in place: each order equally likely (Fisher and Yates). */
  public void shuffle(int[] items) {
    for (int i = items.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int held = items[i];
      items[i] = items[j];
      items[j] = held;
    }
  }
}
