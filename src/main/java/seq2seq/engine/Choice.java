package seq2seq.engine;

/** Comparison, choice by a mask, and choice by chance. */
final class Choice {
  private Choice() {}

  /** A yes-or-no question about two numbers. */
  interface Question {
    boolean ask(float a, float b);
  }

  /** c = 1 where the answer is yes, else 0. A step has no slope: no gradient. */
  static Tensor compare(String op, Tensor a, Tensor b, Question question) {
    Shape shape = a.shape().broadcast(b.shape(), op);
    float[] x = Broadcast.expand(a, shape);
    float[] y = Broadcast.expand(b, shape);
    float[] c = new float[shape.size()];
    for (int i = 0; i < c.length; i++) c[i] = question.ask(x[i], y[i]) ? 1f : 0f;
    return Tensor.wrap(shape, c);
  }

  /** c = yes where mask ≠ 0, else no; the gradient goes to the one that was chosen. */
  static Tensor where(Tensor mask, Tensor yes, Tensor no) {
    Shape shape = mask.shape().broadcast(yes.shape(), "where").broadcast(no.shape(), "where");
    float[] m = Broadcast.expand(mask, shape);
    float[] c = chosen(m, Broadcast.expand(yes, shape), Broadcast.expand(no, shape));
    return Autograd.result(
        "where",
        shape,
        c,
        dc -> {
          float[] zero = new float[dc.length];
          if (yes.requiresGrad())
            yes.gradient().add(Broadcast.sumTo(chosen(m, dc, zero), shape, yes.shape()));
          if (no.requiresGrad())
            no.gradient().add(Broadcast.sumTo(chosen(m, zero, dc), shape, no.shape()));
        },
        yes,
        no);
  }

  private static float[] chosen(float[] mask, float[] yes, float[] no) {
    float[] c = new float[mask.length];
    for (int i = 0; i < c.length; i++) c[i] = mask[i] != 0f ? yes[i] : no[i];
    return c;
  }

  /**
   * y = x·m with m = 0 with probability p, else 1/(1-p); dx = dy·m. Srivastava et al. (2014), the
   * scaling done in training.
   */
  static Tensor dropout(Tensor x, double p, Generator generator) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException(
          "dropout: the probability must be at least 0 and below 1; got " + Numbers.show(p));
    }
    if (p == 0) return x;
    float kept = (float) (1 / (1 - p));
    float[] m = new float[x.size()];
    generator.fillByChance(m, p, 0f, kept);
    return Autograd.result(
        "dropout",
        x.shape(),
        Arithmetic.product(x.data(), m),
        dy -> {
          // The mask is not needed again: it becomes the gradient.
          Arithmetic.multiplyInto(m, dy);
          x.gradient().add(m);
        },
        x);
  }
}
