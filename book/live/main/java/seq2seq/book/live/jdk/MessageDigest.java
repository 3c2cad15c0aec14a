package seq2seq.book.live.jdk;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;

/** For {@code java.security.MessageDigest}: SHA-256 alone. Source: FIPS 180-4, sections 5 and 6. */
public final class MessageDigest {
  private static final int BLOCK = 64;
  private static final int[] FIRST = new int[8];
  private static final int[] K = new int[BLOCK];

  static {
    int found = 0;
    for (int n = 2; found < BLOCK; n++) {
      if (!isPrime(n)) continue;
      if (found < FIRST.length) FIRST[found] = fraction(StrictMath.sqrt(n), n, 2);
      K[found++] = fraction(StrictMath.cbrt(n), n, 3);
    }
  }

  private final int[] state = FIRST.clone();
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long length;

  private MessageDigest() {}

  private static boolean isPrime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) return false;
    }
    return true;
  }

  /** The first 32 bits of a root's fraction: of the largest whole r with rᵖ ≤ n·2^(32p). */
  private static int fraction(double root, int n, int power) {
    long near = (long) (root * 0x1p32);
    BigInteger whole = BigInteger.valueOf(n).shiftLeft(32 * power);
    while (BigInteger.valueOf(near).pow(power).compareTo(whole) > 0) near--;
    while (BigInteger.valueOf(near + 1).pow(power).compareTo(whole) <= 0) near++;
    return (int) near;
  }

  /**
   * The algorithm of that name.
   *
   * @throws NoSuchAlgorithmException for any other than SHA-256
   */
  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) throw new NoSuchAlgorithmException(algorithm);
    return new MessageDigest();
  }

  /** Adds the bytes that remain in {@code bytes}, which is advanced. */
  public void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) add(bytes.get());
  }

  /** Adds all of {@code bytes}. */
  public void update(byte[] bytes) {
    for (byte b : bytes) add(b);
  }

  private void add(byte b) {
    block[filled++] = b;
    length++;
    if (filled == BLOCK) {
      compress();
      filled = 0;
    }
  }

  /** The 32 bytes for all that was added; afterwards it starts anew. */
  public byte[] digest() {
    long bits = 8 * length;
    add((byte) 0x80);
    while (filled != BLOCK - 8) add((byte) 0);
    for (int shift = 56; shift >= 0; shift -= 8) add((byte) (bits >>> shift));
    byte[] digest = new byte[4 * state.length];
    for (int i = 0; i < digest.length; i++) digest[i] = (byte) (state[i / 4] >>> 24 - i % 4 * 8);
    System.arraycopy(FIRST, 0, state, 0, FIRST.length);
    length = 0;
    return digest;
  }

  private void compress() {
    int[] w = new int[BLOCK];
    for (int i = 0; i < BLOCK; i++) w[i / 4] = w[i / 4] << 8 | block[i] & 0xff;
    for (int i = 16; i < BLOCK; i++) {
      w[i] = w[i - 16] + mix(w[i - 15], 7, 18, 3) + w[i - 7] + mix(w[i - 2], 17, 19, 10);
    }
    int[] s = state.clone();
    for (int i = 0; i < BLOCK; i++) round(s, K[i] + w[i]);
    for (int i = 0; i < s.length; i++) state[i] += s[i];
  }

  private static void round(int[] s, int added) {
    int turned = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25);
    int first = s[7] + turned + (s[4] & s[5] ^ ~s[4] & s[6]) + added;
    int second = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22);
    second += s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2];
    System.arraycopy(s, 0, s, 1, 7);
    s[4] += first;
    s[0] = first + second;
  }

  private static int mix(int x, int a, int b, int shift) {
    return turned(x, a) ^ turned(x, b) ^ x >>> shift;
  }

  private static int turned(int x, int by) {
    return x >>> by | x << 32 - by;
  }
}
