package seq2seq.engine;

import java.util.Arrays;

/** New tensors, made of numbers. */
final class Creation {
  private Creation() {}

  static Tensor ofRows(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Shape shape = Shape.of(rows.length, columns);
    float[] flat = new float[shape.size()];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeException(
            "tensor", "row " + i + " has " + rows[i].length + " numbers, row 0 has " + columns);
      }
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    return Tensor.wrap(shape, flat);
  }

  static Tensor full(Shape shape, float value) {
    float[] data = new float[shape.size()];
    Arrays.fill(data, value);
    return Tensor.wrap(shape, data);
  }

  static Tensor ofInts(int... values) {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) data[i] = values[i];
    return Tensor.wrap(Shape.of(data.length), data);
  }

  static Tensor arange(int n) {
    Shape shape = Shape.of(n);
    float[] data = new float[n];
    for (int i = 0; i < n; i++) data[i] = i;
    return Tensor.wrap(shape, data);
  }

  static Tensor oneHot(int[] ids, int size) {
    Shape shape = Shape.of(ids.length, size);
    float[] data = new float[shape.size()];
    for (int i = 0; i < ids.length; i++) {
      Lookup.checkId("oneHot", ids[i], i, size);
      data[i * size + ids[i]] = 1f;
    }
    return Tensor.wrap(shape, data);
  }

  static Tensor uniform(Shape shape, float low, float high, Generator generator) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = low + (high - low) * generator.nextFloat();
    }
    return Tensor.wrap(shape, data);
  }

  static Tensor normal(Shape shape, float standardDeviation, Generator generator) {
    float[] data = new float[shape.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (standardDeviation * generator.nextGaussian());
    }
    return Tensor.wrap(shape, data);
  }
}
