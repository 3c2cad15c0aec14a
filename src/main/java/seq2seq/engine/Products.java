package seq2seq.engine;

import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/** Matrix products. Each element of a result is one chain of fused multiply-adds, k ascending. */
final class Products {
  private Products() {}

  /** C = A·B; dA += dC·Bᵀ, dB += Aᵀ·dC. */
  static Tensor matmul(Tensor a, Tensor b) {
    check("matmul", a.shape(), b.shape());
    Shape shape = a.shape().with(-1, b.dim(1));
    return Autograd.result(
        "matmul",
        shape,
        product(rows(a), rows(b)),
        dc -> {
          Matrix dC = Matrix.rows(dc, b.dim(1));
          addProduct(a, dC, rows(b).transposed());
          addProduct(b, rows(a).transposed(), dC);
        },
        a,
        b);
  }

  /** y = s + x·W, each chain starting from s; dx += dy·Wᵀ, dW += xᵀ·dy, ds = dy. */
  static Tensor affine(Tensor x, Tensor weight, Tensor start) {
    check("affine", x.shape(), weight.shape());
    Shape shape = x.shape().with(-1, weight.dim(1));
    if (!shape.broadcast(start.shape(), "affine").equals(shape)) {
      throw new ShapeException(
          "affine", "the start " + start.shape() + " does not fit into the result " + shape);
    }
    float[] y = Broadcast.copy(start, shape);
    multiply(rows(x), rows(weight), y, true);
    return Autograd.result(
        "affine",
        shape,
        y,
        dy -> {
          Matrix dY = Matrix.rows(dy, weight.dim(1));
          addProduct(x, dY, rows(weight).transposed());
          addProduct(weight, rows(x).transposed(), dY);
          Arithmetic.share(start, dy, shape);
        },
        x,
        weight,
        start);
  }

  /** A tensor as a stack of rows: (…×k) as a matrix of k columns. */
  private static Matrix rows(Tensor x) {
    return Matrix.rows(x.data(), x.dim(-1));
  }

  private static float[] product(Matrix a, Matrix b) {
    float[] c = new float[Shape.of(a.rows(), b.cols()).size()];
    multiply(a, b, c, false);
    return c;
  }

  /** C = A·B, or C += A·B. */
  private static void multiply(Matrix a, Matrix b, float[] c, boolean accumulate) {
    Kernels.active().matmul(a, b, Matrix.of(c, a.rows(), b.cols()), accumulate);
  }

  /** The gradient of {@code input} grows by A·B; the chains go on from what is there. */
  private static void addProduct(Tensor input, Matrix a, Matrix b) {
    if (!input.requiresGrad()) return;
    boolean isFirst = !input.hasGrad();
    Gradient gradient = input.gradient();
    multiply(a, b, isFirst ? gradient.toSet() : gradient.toAddTo(), !isFirst);
  }

  private static void check(String op, Shape sa, Shape sb) {
    if (sa.rank() < 2 || sb.rank() != 2) {
      throw new ShapeException(
          op, "needs a matrix (or a stack of rows) and a matrix; got " + sa + " and " + sb);
    }
    if (sa.dim(-1) != sb.dim(0)) {
      throw new ShapeException(
          op, "inner sizes differ: " + sa + "·" + sb + ", " + sa.dim(-1) + " ≠ " + sb.dim(0));
    }
  }
}
