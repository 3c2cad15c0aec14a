package seq2seq.engine;

import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;

/**
 * Copying along axes of size 1, and its reverse, adding up along them.
 *
 * <p>Broadcasting is spelt as what it means: the smaller operand is copied to the larger shape,
 * then the op runs element by element. The gradient of a copy is the sum over all the copies.
 */
final class Broadcast {
  private Broadcast() {}

  /**
   * One visit per run of consecutive elements of the large shape: where it starts, and where its
   * source starts.
   */
  private interface Visit {
    void run(int large, int small);
  }

  /**
   * {@code data} of shape {@code from} copied to shape {@code to}; the array itself where nothing
   * needs copying.
   */
  static float[] expand(float[] data, Shape from, Shape to) {
    if (from.size() == to.size()) {
      return data;
    }
    float[] out = new float[to.size()];
    if (data.length == 1) {
      java.util.Arrays.fill(out, data[0]);
      return out;
    }
    int run = run(from, to);
    visit(from, to, run, (large, small) -> System.arraycopy(data, small, out, large, run));
    return out;
  }

  /** The elements of {@code x} copied to shape {@code to}; where nothing needs copying, its own. */
  static float[] expand(Tensor x, Shape to) {
    return expand(x.data(), x.shape(), to);
  }

  /** As {@link #expand}, into an array that nobody else holds. */
  static float[] copy(Tensor x, Shape to) {
    float[] expanded = expand(x, to);
    return expanded == x.data() ? expanded.clone() : expanded;
  }

  /**
   * Adds {@code gradient} of shape {@code from} up into shape {@code to}: the reverse of {@link
   * #expand}. Copies are added in ascending order of their place. The result may be {@code
   * gradient} itself.
   */
  static float[] sumTo(float[] gradient, Shape from, Shape to) {
    if (from.size() == to.size()) {
      return gradient;
    }
    Kernel kernel = Kernels.active();
    float[] out = new float[to.size()];
    if (out.length == 1) {
      out[0] = kernel.sum(gradient, 0, gradient.length);
      return out;
    }
    int run = run(to, from);
    visit(to, from, run, (large, small) -> kernel.add(gradient, large, out, small, run));
    return out;
  }

  /**
   * The length of the longest stretch at the end that both shapes share: it is copied as one piece.
   */
  private static int run(Shape small, Shape large) {
    int run = 1;
    for (int back = 1; back <= small.rank() && small.dim(-back) == large.dim(-back); back++) {
      run *= large.dim(-back);
    }
    return run;
  }

  private static void visit(Shape small, Shape large, int run, Visit visit) {
    int[] steps = steps(small, large);
    int[] index = new int[large.rank()];
    int from = 0;
    for (int at = 0; at < large.size(); at += run) {
      visit.run(at, from);
      from = advance(index, steps, large, run, from);
    }
  }

  /**
   * How far the source moves when an axis of the large shape moves by one: 0 along a copied axis.
   */
  private static int[] steps(Shape small, Shape large) {
    int[] steps = new int[large.rank()];
    int step = 1;
    for (int back = 1; back <= small.rank(); back++) {
      steps[large.rank() - back] = small.dim(-back) == 1 ? 0 : step;
      step *= small.dim(-back);
    }
    return steps;
  }

  /** Moves the odometer {@code index} past one run and returns the new place in the source. */
  private static int advance(int[] index, int[] steps, Shape large, int run, int from) {
    int axis = large.rank() - 1;
    for (int covered = 1; covered < run; axis--) {
      covered *= large.dim(axis);
    }
    for (; axis >= 0; axis--) {
      from += steps[axis];
      if (++index[axis] < large.dim(axis)) {
        return from;
      }
      from -= steps[axis] * large.dim(axis);
      index[axis] = 0;
    }
    return from;
  }
}
