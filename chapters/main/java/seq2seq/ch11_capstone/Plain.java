package seq2seq.ch11_capstone;

import java.util.Arrays;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/** Between tensors and the plain arrays of the exercises; always copies. */
final class Plain {
  private Plain() {}

  /** (K) numbers. */
  static double[] row(float[] values) {
    double[] row = new double[values.length];
    Arrays.setAll(row, i -> values[i]);
    return row;
  }

  /** (K) numbers. */
  static float[] floats(double[] values) {
    float[] row = new float[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) values[i];
    }
    return row;
  }

  /** (M,K) of a matrix. */
  static double[][] rows(Tensor matrix) {
    return rows(matrix.liveData(), 0, matrix.dim(0), matrix.dim(1));
  }

  /** (T,N,H) of a sequence. */
  static double[][][] steps(Tensor sequence) {
    return steps(sequence.liveData(), sequence.shape());
  }

  /** (T,N,H) of row-major numbers. */
  static double[][][] steps(float[] values, Shape shape) {
    int[] size = shape.toArray();
    double[][][] steps = new double[size[0]][][];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = rows(values, t * size[1] * size[2], size[1], size[2]);
    }
    return steps;
  }

  /** (M,K) of row-major numbers from {@code at} on. */
  static double[][] rows(float[] values, int at, int count, int width) {
    double[][] rows = new double[count][width];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) {
        rows[i][j] = values[at + i * width + j];
      }
    }
    return rows;
  }

  /** Row-major numbers of rows of one length. */
  static float[] flat(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        flat[i * width + j] = (float) rows[i][j];
      }
    }
    return flat;
  }

  /** A matrix. */
  static Tensor tensor(double[][] rows) {
    return Tensor.of(Shape.of(rows.length, rows[0].length), flat(rows));
  }

  /** A sequence. */
  static Tensor tensor(double[][][] steps) {
    return Tensor.stack(Arrays.stream(steps).map(Plain::tensor).toArray(Tensor[]::new));
  }
}
