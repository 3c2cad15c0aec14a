package seq2seq.engine;

import seq2seq.engine.kernel.Buffers;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Matrix;

/** Matrix products. Each element of a result is one chain of fused multiply-adds, k ascending. */
final class Products {
  private Products() {}

  /** C = A·B; dA += dC·Bᵀ, dB += Aᵀ·dC. */
  static Tensor matmul(Tensor a, Tensor b) {
    check("matmul", a.shape(), b.shape(), -1, 0);
    if (b.stepWeight() != null) return b.stepWeight().product("matmul", a, b, null);
    Shape shape = a.shape().with(-1, b.dim(1));
    float[] c = new float[shape.size()];
    multiply(a.asMatrix(), b.asMatrix(), c, false);
    return Tensor.result(
        "matmul",
        shape,
        c,
        dc -> {
          try (RowGradient rows = new RowGradient(dc, 0, dc.length / b.dim(1), b.dim(1))) {
            rows.addToInput(a, b.asMatrix());
            rows.addToWeight(b, a.data(), 0, b.dim(0));
          }
        },
        a,
        b);
  }

  /** C = A·Bᵀ; dA += dC·B, dB += dCᵀ·A. */
  static Tensor matmulTransposed(Tensor a, Tensor b) {
    check("matmulTransposed", a.shape(), b.shape(), -1, 1);
    Shape shape = a.shape().with(-1, b.dim(0));
    float[] c = new float[shape.size()];
    multiply(a.asMatrix(), b.asMatrix().transposed(), c, false);
    return Tensor.result(
        "matmulTransposed",
        shape,
        c,
        dc -> {
          Matrix dC = Matrix.of(dc, dc.length / b.dim(0), b.dim(0));
          addProduct(a, dC, b.asMatrix());
          addProduct(b, dC.transposed(), a.asMatrix());
        },
        a,
        b);
  }

  /** C = Aᵀ·B; dA += B·dCᵀ, dB += A·dC. */
  static Tensor transposedMatmul(Tensor a, Tensor b) {
    Movement.checkRank("transposedMatmul", a.shape(), 2);
    check("transposedMatmul", a.shape(), b.shape(), 0, 0);
    Shape shape = Shape.of(a.dim(1), b.dim(1));
    float[] c = new float[shape.size()];
    multiply(a.asMatrix().transposed(), b.asMatrix(), c, false);
    return Tensor.result(
        "transposedMatmul",
        shape,
        c,
        dc -> {
          Matrix dC = Matrix.of(dc, a.dim(1), b.dim(1));
          addProduct(a, b.asMatrix(), dC.transposed());
          addProduct(b, a.asMatrix(), dC);
        },
        a,
        b);
  }

  /** y = x·W + b; dx += dy·Wᵀ, dW += xᵀ·dy, db += Σ dy over the rows. */
  static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
    checkAffine(x.shape(), weight, bias);
    if (weight.stepWeight() != null) {
      boolean parts = x.parts() != null && !Tensor.joinsGraph(x, weight, bias);
      return parts
          ? weight.stepWeight().product(x.parts(), bias)
          : weight.stepWeight().product("affine", x, weight, bias);
    }
    if (x.parts() != null) return x.parts().affine(weight, bias);
    int in = weight.dim(0);
    int out = weight.dim(1);
    int rows = x.size() / in;
    Shape shape = x.shape().with(-1, out);
    float[] y = Buffers.takeExactly(shape.size());
    Matrix w = weight.asMatrix();
    Kernels.active().matmul(x.asMatrix(), w, copies(bias, rows), Matrix.of(y, rows, out));
    return Tensor.result(
        "affine",
        shape,
        y,
        dy -> {
          try (RowGradient rowsOfY = new RowGradient(dy, 0, rows, out)) {
            rowsOfY.addToInput(x, w);
            rowsOfY.addToWeight(weight, x.data(), 0, in);
            rowsOfY.addToBias(bias);
          }
        },
        x,
        weight,
        bias);
  }

  private static void checkAffine(Shape x, Tensor weight, Tensor bias) {
    check("affine", x, weight.shape(), -1, 0);
    if (!bias.shape().equals(Shape.of(weight.dim(1)))) {
      throw new ShapeException(
          "affine",
          "the bias of a "
              + weight.shape()
              + " weight has shape "
              + Shape.of(weight.dim(1))
              + "; got "
              + bias.shape());
    }
  }

  /** One row as a matrix in which it stands {@code rows} times. */
  static Matrix copies(Tensor row, int rows) {
    return new Matrix(row.data(), 0, rows, row.size(), 0, 1);
  }

  /** C = A·B, or C += A·B. */
  private static void multiply(Matrix a, Matrix b, float[] c, boolean accumulate) {
    Kernels.active().matmul(a, b, Matrix.of(c, a.rows(), b.cols()), accumulate);
  }

  /** The gradient of {@code input} grows by A·B; the chains go on from what is there. */
  private static void addProduct(Tensor input, Matrix a, Matrix b) {
    if (input.requiresGrad()) {
      boolean first = !input.hasGrad();
      multiply(a, b, first ? input.gradToSet() : input.gradToAddTo(), !first);
    }
  }

  private static void check(String op, Shape sa, Shape sb, int axisA, int axisB) {
    if (sa.rank() < 2 || sb.rank() != 2) {
      throw new ShapeException(
          op, "needs a matrix (or a stack of rows) and a matrix; got " + sa + " and " + sb);
    }
    if (sa.dim(axisA) != sb.dim(axisB)) {
      throw new ShapeException(
          op,
          "inner sizes differ: " + sa + "·" + sb + ", " + sa.dim(axisA) + " ≠ " + sb.dim(axisB));
    }
  }
}
