package seq2seq.engine.kernel;

import java.util.Arrays;

/**
 * A matrix as a window on an array: element (i, j) is {@code data[at + i * rowStride + j *
 * colStride]}.
 *
 * <p>The array is shared, not copied; a {@code Matrix} says only how to read it.
 */
public record Matrix(float[] data, int at, int rows, int cols, int rowStride, int colStride) {

  /** The row-major matrix (rows×cols) that starts at {@code data[at]}. */
  public static Matrix of(float[] data, int at, int rows, int cols) {
    return new Matrix(data, at, rows, cols, cols, 1);
  }

  /** The row-major matrix (rows×cols) that starts at {@code data[0]}. */
  public static Matrix of(float[] data, int rows, int cols) {
    return of(data, 0, rows, cols);
  }

  /** The same memory read as the transpose (cols×rows). */
  public Matrix transposed() {
    return new Matrix(data, at, cols, rows, colStride, rowStride);
  }

  /** The same memory from element (i, j) on, as a matrix (rows×cols). */
  public Matrix window(int i, int j, int rows, int cols) {
    return new Matrix(data, index(i, j), rows, cols, rowStride, colStride);
  }

  /** The place in {@link #data} of element (i, j). */
  public int index(int i, int j) {
    return at + i * rowStride + j * colStride;
  }

  /**
   * Sets every element to that of {@code start}, or to 0 if it is null; column strides are 1.
   * Mutates {@link #data}, unless {@code start} is the same window.
   */
  public void set(Matrix start) {
    if (equals(start)) return;
    for (int i = 0; i < rows; i++) {
      int row = index(i, 0);
      if (start == null) {
        Arrays.fill(data, row, row + cols, 0f);
      } else {
        System.arraycopy(start.data, start.index(i, 0), data, row, cols);
      }
    }
  }
}
