package seq2seq.engine.fused;

import seq2seq.engine.Autograd;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;
import seq2seq.engine.kernel.Packed;

/**
 * The inputs' share of each step of a loop, the weight being packed once for all of them. Chains as
 * those of {@link ContextAffine}.
 */
final class StepProjection {
  private final Kernel kernel = Kernels.active();
  private final PackedWeight weight;
  private final Tensor bias;
  private final int out;

  /** c·W_c + b of the context before, which is that of the next step too, and W_x packed. */
  private Tensor context;

  private float[] share;
  private Packed weightOfX;

  StepProjection(Tensor weight, Tensor bias) {
    this.weight = PackedWeight.forLoop(weight);
    this.bias = bias;
    this.out = weight.dim(1);
  }

  /** One step's: x (N×D), and a context (N×C) or null. */
  Projection of(Tensor x, Tensor c) {
    ContextAffine checked = new ContextAffine(x, c, weight.weight(), bias);
    if (c == null) return new WithoutContext(x);
    return Autograd.records(checked.inputs()) ? checked : new KnownContext(x, c);
  }

  /** y = x·W + b; dW is collected. */
  private final class WithoutContext implements Projection {
    private final Tensor x;
    private final int rows;

    WithoutContext(Tensor x) {
      this.x = x;
      this.rows = x.dim(0);
    }

    @Override
    public Tensor[] inputs() {
      return new Tensor[] {x, weight.node(), bias};
    }

    @Override
    public void forward(float[] y) {
      Matrix start = ContextAffine.copies(bias, rows);
      weight.multiply(ContextAffine.matrix(x), weight.packed(rows), start, Matrix.of(y, rows, out));
    }

    @Override
    public void backward(float[] dy) {
      try (NonZeroRows ofY = new NonZeroRows(dy, 0, rows, out)) {
        if (x.requiresGrad()) {
          Packed transposed = weight.transposed(rows);
          ofY.addToInput(x, x.dim(1), (a, s, c) -> weight.multiply(a, transposed, s, c));
        }
        ofY.addToBias(bias);
      }
      weight.addGradient(x.liveData(), 0, dy, 0, rows, null);
    }
  }

  /** y = x·W_x + (c·W_c + b), where nobody will ask for a gradient. */
  private final class KnownContext implements Projection {
    private final Tensor x;

    KnownContext(Tensor x, Tensor c) {
      this.x = x;
      if (context != c) {
        context = c;
        share = shareOf(c);
      }
      if (weightOfX == null) {
        Matrix upper = ContextAffine.matrix(weight.weight()).window(0, 0, x.dim(1), out);
        weightOfX = kernel.pack(upper, x.dim(0));
      }
    }

    private float[] shareOf(Tensor c) {
      Matrix lower = ContextAffine.matrix(weight.weight()).window(x.dim(1), 0, c.dim(1), out);
      float[] y = new float[c.dim(0) * out];
      Matrix start = ContextAffine.copies(bias, c.dim(0));
      kernel.matmul(ContextAffine.matrix(c), lower, start, Matrix.of(y, c.dim(0), out));
      return y;
    }

    @Override
    public Tensor[] inputs() {
      return new Tensor[] {x, context, weight.node(), bias};
    }

    @Override
    public void forward(float[] y) {
      System.arraycopy(share, 0, y, 0, share.length);
      Matrix all = Matrix.of(y, x.dim(0), out);
      weight.multiply(ContextAffine.matrix(x), weightOfX, all, all);
    }

    @Override
    public void backward(float[] dy) {
      throw new IllegalStateException("a step without a graph has no way back");
    }
  }
}
