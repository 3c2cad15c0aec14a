package seq2seq.engine;

import java.util.Arrays;
import seq2seq.engine.kernel.Parallel;

/** Plus, minus, times and division, element by element, both sides broadcast. */
final class Arithmetic {
  private Arithmetic() {}

  /** c = a + b; da = dc, db = dc. */
  static Tensor plus(Tensor a, Tensor b) {
    Shape shape = a.shape().broadcast(b.shape(), "plus");
    float[] x = Broadcast.expand(a, shape);
    float[] y = Broadcast.expand(b, shape);
    float[] c = new float[shape.size()];
    loop(
        c.length,
        (from, to) -> {
          for (int i = from; i < to; i++) c[i] = x[i] + y[i];
        });
    return Autograd.result(
        "plus",
        shape,
        c,
        dc -> {
          share(a, dc, shape);
          share(b, dc, shape);
        },
        a,
        b);
  }

  /** c = a - b; da = dc, db = -dc. */
  static Tensor minus(Tensor a, Tensor b) {
    Shape shape = a.shape().broadcast(b.shape(), "minus");
    float[] x = Broadcast.expand(a, shape);
    float[] y = Broadcast.expand(b, shape);
    float[] c = new float[shape.size()];
    loop(
        c.length,
        (from, to) -> {
          for (int i = from; i < to; i++) c[i] = x[i] - y[i];
        });
    return Autograd.result(
        "minus",
        shape,
        c,
        dc -> {
          share(a, dc, shape);
          if (b.requiresGrad()) give(b, scaled(dc, -1f), shape);
        },
        a,
        b);
  }

  /** c = a·b; da = dc·b, db = dc·a. */
  static Tensor times(Tensor a, Tensor b) {
    Shape shape = a.shape().broadcast(b.shape(), "times");
    float[] c = product(Broadcast.expand(a, shape), Broadcast.expand(b, shape));
    return Autograd.result(
        "times",
        shape,
        c,
        dc -> {
          if (a.requiresGrad()) give(a, product(dc, Broadcast.expand(b, shape)), shape);
          if (b.requiresGrad()) give(b, product(dc, Broadcast.expand(a, shape)), shape);
        },
        a,
        b);
  }

  /** c = a/b; da = dc/b, db = -dc·c/b. */
  static Tensor dividedBy(Tensor a, Tensor b) {
    Shape shape = a.shape().broadcast(b.shape(), "dividedBy");
    float[] c = quotient(Broadcast.expand(a, shape), Broadcast.expand(b, shape));
    return Autograd.result(
        "dividedBy",
        shape,
        c,
        dc -> {
          float[] divisor = Broadcast.expand(b, shape);
          give(a, quotient(dc, divisor), shape);
          // c/b first: 1/b is infinite for the smallest b, and 0 times that no number.
          if (b.requiresGrad()) give(b, scaled(product(dc, quotient(c, divisor)), -1f), shape);
        },
        a,
        b);
  }

  /** c = f·a for a number f; da = f·dc. */
  static Tensor scale(Tensor a, float f) {
    return Autograd.result(
        "scale", a.shape(), scaled(a.data(), f), dc -> a.gradient().add(scaled(dc, f)), a);
  }

  /** target += more. */
  static void addInto(float[] target, float[] more) {
    loop(
        target.length,
        (from, to) -> {
          for (int i = from; i < to; i++) target[i] += more[i];
        });
  }

  /** target *= factor. */
  static void multiplyInto(float[] target, float[] factor) {
    loop(
        target.length,
        (from, to) -> {
          for (int i = from; i < to; i++) target[i] *= factor[i];
        });
  }

  /** Adds a gradient in the broadcast shape to an input, adding up over the copies. */
  private static void give(Tensor input, float[] gradient, Shape shape) {
    if (input.requiresGrad()) {
      input.gradient().add(Broadcast.sumTo(gradient, shape, input.shape()));
    }
  }

  /** As {@link #give}, for the gradient of the result itself, which stays as it is. */
  static void share(Tensor input, float[] dc, Shape shape) {
    if (!input.requiresGrad()) return;
    if (input.size() == dc.length) {
      input.gradient().addShared(dc);
    } else {
      input.gradient().add(Broadcast.sumTo(dc, shape, input.shape()));
    }
  }

  static float[] product(float[] x, float[] y) {
    float[] z = new float[x.length];
    loop(
        z.length,
        (from, to) -> {
          for (int i = from; i < to; i++) z[i] = x[i] * y[i];
        });
    return z;
  }

  static float[] quotient(float[] x, float[] y) {
    float[] z = new float[x.length];
    loop(
        z.length,
        (from, to) -> {
          for (int i = from; i < to; i++) z[i] = x[i] / y[i];
        });
    return z;
  }

  private static float[] scaled(float[] x, float f) {
    float[] z = Arrays.copyOf(x, x.length);
    loop(
        z.length,
        (from, to) -> {
          for (int i = from; i < to; i++) z[i] *= f;
        });
    return z;
  }

  static void loop(int count, Parallel.Range body) {
    Parallel.elements(count, body);
  }
}
