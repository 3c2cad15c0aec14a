package seq2seq.engine.kernel;

import static seq2seq.engine.kernel.VectorLanes.WIDTH;

/**
 * The innermost loop of the SIMD matrix product: a tile of C, some rows by two vectors, stays in
 * registers while k runs.
 *
 * <p>How many rows is what the processor's registers allow: with their accumulators, two vectors of
 * B and an element of A for each row, spread over all lanes, {@link VectorTile4} takes 14 registers
 * and {@link VectorTile8} 26. One register too many, and chains go through memory: half the speed.
 *
 * <p>A and B are read from arrays of their own, from 0 on, at places that are constants apart: so
 * the JIT proves all accesses in bounds before the loop, and has general registers left. With two
 * more in use it keeps one in a vector register, and each step of k waits for the way back. The
 * code is written out by hand: a loop over an array of vectors would put every vector on the heap.
 */
abstract class VectorTile {
  /** Steps of k in a tile, at most. */
  static final int DEPTH = 256;

  /**
   * From a row of A to the next: a little more than {@link #DEPTH}, since rows a power of 2 apart
   * would share few lines of a cache.
   */
  static final int STRIDE = DEPTH + 16;

  /** Columns of C in a tile: two vectors. */
  static final int COLUMNS = 2 * WIDTH;

  /** The tile for this processor, as the JVM shows it. */
  static final VectorTile BEST = hasManyRegisters() ? new VectorTile8() : new VectorTile4();

  /** Rows of C in a tile. */
  final int rows;

  VectorTile(int rows) {
    this.rows = rows;
  }

  /** 32 vector registers come with vectors of 512 bits (AVX-512) and with ARM's 64-bit mode. */
  private static boolean hasManyRegisters() {
    return WIDTH == 16 || System.getProperty("os.arch").equals("aarch64");
  }

  /**
   * The tile of C whose first element is (i, j) = that of S + A·B.
   *
   * @param a a row for each of the tile's, {@link #STRIDE} apart
   * @param b k rows of {@link #COLUMNS} numbers
   * @param start S; may be C
   */
  abstract void run(float[] a, float[] b, int k, Matrix start, Matrix c, int i, int j);
}
