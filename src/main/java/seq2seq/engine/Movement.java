package seq2seq.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import seq2seq.engine.kernel.Kernels;

/**
 * The same elements in another arrangement. Forward copies; backward copies the other way, or adds
 * where copies met.
 */
final class Movement {
  private Movement() {}

  /** y = x in another shape; dx = dy in the old one. */
  static Tensor reshape(Tensor x, int... sizes) {
    Shape shape = Shape.of(workedOut(x, sizes));
    if (shape.size() != x.size()) {
      throw new ShapeException(
          "reshape",
          x.shape() + " has " + x.size() + " elements, " + shape + " has " + shape.size());
    }
    return Autograd.result("reshape", shape, x.data(), dy -> x.gradient().addShared(dy), x);
  }

  private static int[] workedOut(Tensor x, int[] sizes) {
    int[] full = sizes.clone();
    int known = 1;
    int unknown = -1;
    for (int i = 0; i < full.length; i++) {
      if (full[i] == -1 && unknown < 0) {
        unknown = i;
      } else {
        known *= full[i];
      }
    }
    if (unknown >= 0 && known > 0) {
      full[unknown] = x.size() / known;
    }
    return full;
  }

  /** y[.., i_axes[k], ..] = x[..]: the axes in another order; dx is dy with the order undone. */
  static Tensor transpose(Tensor x, int... axes) {
    checkPermutation(x.shape(), axes);
    Shape shape = permuted(x.shape(), axes);
    int[] back = new int[axes.length];
    for (int i = 0; i < axes.length; i++) back[axes[i]] = i;
    float[] y = permute(x.data(), x.shape(), axes);
    return Autograd.result(
        "transpose", shape, y, dy -> x.gradient().add(permute(dy, shape, back)), x);
  }

  /** The transpose of a matrix. */
  static Tensor transpose(Tensor x) {
    checkRank("transpose", x.shape(), 2);
    return transpose(x, 1, 0);
  }

  private static Shape permuted(Shape shape, int[] axes) {
    return Shape.of(Arrays.stream(axes).map(shape::dim).toArray());
  }

  private static float[] permute(float[] x, Shape shape, int[] axes) {
    float[] y = new float[x.length];
    int[] steps = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      steps[i] = shape.product(axes[i] + 1, shape.rank());
    }
    Shape out = permuted(shape, axes);
    int[] index = new int[axes.length];
    int from = 0;
    for (int at = 0; at < y.length; at++) {
      y[at] = x[from];
      for (int axis = axes.length - 1; axis >= 0; axis--) {
        from += steps[axis];
        if (++index[axis] < out.dim(axis)) break;
        from -= steps[axis] * out.dim(axis);
        index[axis] = 0;
      }
    }
    return y;
  }

  /** y = x copied along axes of size 1; dx = dy added up over the copies. */
  static Tensor broadcastTo(Tensor x, Shape shape) {
    if (!x.shape().broadcast(shape, "broadcastTo").equals(shape)) {
      throw new ShapeException("broadcastTo", x.shape() + " does not fit into " + shape);
    }
    float[] y = Broadcast.expand(x, shape);
    return Autograd.result(
        "broadcastTo",
        shape,
        y,
        dy -> x.gradient().add(Broadcast.sumTo(dy.clone(), shape, x.shape())),
        x);
  }

  /** y = x[.., from:to, ..] along one axis; dx[.., from:to, ..] += dy. */
  static Tensor slice(Tensor x, int anyAxis, int from, int to) {
    int axis = x.shape().axis(anyAxis);
    if (from < 0 || to > x.dim(axis) || from >= to) {
      throw new ShapeException(
          "slice", "[" + from + ", " + to + ") is not within axis " + axis + " of " + x.shape());
    }
    int inner = x.shape().product(axis + 1, x.shape().rank());
    int stride = x.dim(axis) * inner;
    int run = (to - from) * inner;
    Shape shape = x.shape().with(axis, to - from);
    float[] y = new float[shape.size()];
    copyColumns(run, x.data(), from * inner, stride, y, 0, run);
    return Autograd.result(
        "slice",
        shape,
        y,
        dy -> {
          float[] dx = x.gradient().toAddTo();
          for (int i = 0; i < dy.length / run; i++)
            Kernels.active().add(dy, i * run, dx, i * stride + from * inner, run);
        },
        x);
  }

  /** y = x[index] along the first axis; dx[index] += dy. */
  static Tensor at(Tensor x, int index) {
    if (x.shape().rank() == 0) throw new ShapeException("at", "a single number has no first axis");
    checkIndex("at", index, x.shape(), 0);
    Shape shape = x.shape().without(0);
    int run = shape.size();
    float[] y = Arrays.copyOfRange(x.data(), index * run, (index + 1) * run);
    return Autograd.result(
        "at",
        shape,
        y,
        dy -> Kernels.active().add(dy, 0, x.gradient().toAddTo(), index * run, run),
        x);
  }

  /** y = the parts side by side along one axis; each part's gradient is its slice of dy. */
  static Tensor concat(int anyAxis, Tensor... parts) {
    if (parts.length == 0) throw new ShapeException("concat", "needs at least one tensor");
    Shape first = parts[0].shape();
    int axis = first.axis(anyAxis);
    int total = 0;
    for (Tensor part : parts) {
      if (part.shape().rank() != first.rank()
          || !part.shape().with(axis, 1).equals(first.with(axis, 1))) {
        throw new ShapeException(
            "concat", first + " and " + part.shape() + " may differ only in axis " + axis);
      }
      total += part.dim(axis);
    }
    Shape shape = first.with(axis, total);
    int inner = first.product(axis + 1, first.rank());
    int stride = total * inner;
    float[] y = new float[shape.size()];
    int[] starts = new int[parts.length + 1];
    for (int p = 0; p < parts.length; p++) {
      int run = parts[p].dim(axis) * inner;
      copyColumns(run, parts[p].data(), 0, run, y, starts[p], stride);
      starts[p + 1] = starts[p] + run;
    }
    return Autograd.result(
        "concat",
        shape,
        y,
        dy -> {
          for (int p = 0; p < parts.length; p++) {
            if (!parts[p].requiresGrad()) continue;
            int run = starts[p + 1] - starts[p];
            float[] dx = new float[parts[p].size()];
            copyColumns(run, dy, starts[p], stride, dx, 0, run);
            parts[p].gradient().add(dx);
          }
        },
        parts.clone());
  }

  /** Copies {@code run} columns of each row: x from column i on, rows so wide, y from j on. */
  private static void copyColumns(
      int run, float[] x, int i, int xWidth, float[] y, int j, int yWidth) {
    for (int row = 0; row < y.length / yWidth; row++)
      System.arraycopy(x, row * xWidth + i, y, row * yWidth + j, run);
  }

  /** y[t] = part t; each part's gradient is dy[t]. */
  static Tensor stack(Tensor... parts) {
    if (parts.length == 0) throw new ShapeException("stack", "needs at least one tensor");
    Shape one = parts[0].shape();
    int run = one.size();
    Shape shape = one.stacked(parts.length);
    float[] y = new float[shape.size()];
    for (int t = 0; t < parts.length; t++) {
      if (!parts[t].shape().equals(one)) {
        throw new ShapeException(
            "stack",
            "all shapes must be equal; part 0 is "
                + one
                + ", part "
                + t
                + " is "
                + parts[t].shape());
      }
      System.arraycopy(parts[t].data(), 0, y, t * run, run);
    }
    return Autograd.result(
        "stack",
        shape,
        y,
        dy -> {
          for (int t = 0; t < parts.length; t++)
            parts[t].gradient().add(Arrays.copyOfRange(dy, t * run, (t + 1) * run));
        },
        parts.clone());
  }

  static void checkRank(String op, Shape shape, int rank) {
    if (shape.rank() != rank) {
      throw new ShapeException(op, "needs " + rank + " axes; " + shape + " has " + shape.rank());
    }
  }

  /** Where the element of these indices lies. */
  static int place(Shape shape, int... index) {
    if (index.length != shape.rank()) {
      throw new ShapeException(
          "get", shape + " needs " + shape.rank() + " indices; got " + index.length);
    }
    int at = 0;
    for (int axis = 0; axis < index.length; axis++) {
      checkIndex("get", index[axis], shape, axis);
      at = at * shape.dim(axis) + index[axis];
    }
    return at;
  }

  static float[][] toRows(Tensor x) {
    checkRank("toRows", x.shape(), 2);
    float[][] rows = new float[x.dim(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(x.data(), i * x.dim(1), (i + 1) * x.dim(1));
    }
    return rows;
  }

  static void checkIndex(String op, int index, Shape shape, int axis) {
    if (index < 0 || index >= shape.dim(axis)) {
      throw new ShapeException(
          op,
          "index "
              + index
              + " is not in 0.."
              + (shape.dim(axis) - 1)
              + ", axis "
              + axis
              + " of "
              + shape);
    }
  }

  private static void checkPermutation(Shape shape, int[] axes) {
    int[] sorted = axes.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, shape.rank()).toArray())) {
      throw new ShapeException(
          "transpose",
          "needs each of the "
              + shape.rank()
              + " axes of "
              + shape
              + " once; got "
              + Arrays.toString(axes));
    }
  }
}
