package seq2seq.ch00_engine;

import seq2seq.engine.Numbers;
import seq2seq.engine.Scalar;
import seq2seq.engine.Tensor;

/** Chapter 0 in numbers: a graph and its gradients, broadcasting, a matrix product. */
public final class Tour {
  private Tour() {}

  /** Prints the tour; this chapter has no picture, and takes no argument. */
  public static void main(String[] args) {
    show(Page.withoutPicture());
  }

  static void show(Page page) {
    expression(page);
    broadcasting(page);
    product(page);
    bothEngines(page);
  }

  private static void expression(Page page) {
    page.title("An expression and its gradients: y = a·b + a²");
    Scalar a = Scalar.of(2);
    Scalar b = Scalar.of(-3);
    Scalar y = a.times(b).plus(a.pow(2));
    y.backward();
    Expression graph = Expression.of(y).with("a", a).with("b", b).with("y", y);
    page.print(graph.toText());
    page.print("By hand: dy/da = b + 2a = 1, dy/db = a = 2. The same as a Mermaid flow chart:");
    page.print(graph.toMermaid());
  }

  private static void broadcasting(Page page) {
    page.title("Broadcasting: (2×1) + (3) → (2×3)");
    Tensor column = Tensor.of(new float[][] {{10}, {20}}).withGrad();
    Tensor row = Tensor.of(1, 2, 3).withGrad();
    Tensor sum = column.plus(row);
    page.print("column + row", sum);
    sum.sum().backward();
    page.print("A number that was copied collects the gradients of all its copies:");
    page.print("gradient of the column, 3 copies each", column.grad());
    page.print("gradient of the row, 2 copies each", row.grad());
  }

  private static void product(Page page) {
    page.title("A matrix product and its gradient");
    float[][] a = {{1, 2, 3}, {4, 5, 6}};
    float[][] b = {{1, 0}, {0, 3}, {2, -1}};
    float[][] dC = {{1, 1}, {1, 1}};
    Tensor left = Tensor.of(a).withGrad();
    Tensor right = Tensor.of(b).withGrad();
    Tensor c = left.matmul(right);
    c.sum().backward();
    page.print("A·B", c);
    page.print("dA by the engine", left.grad());
    page.print("dA by three loops", Tensor.of(MatMulByHand.gradientOfA(dC, b)));
    page.print("dB by the engine", right.grad());
    page.print("dB by three loops", Tensor.of(MatMulByHand.gradientOfB(a, dC)));
  }

  private static void bothEngines(Page page) {
    page.title("Scalars and tensors agree: s = Σ tanh(x·W + b)");
    double[] x = {0.5, -1};
    double[][] w = {{0.1, -0.4, 0.3}, {0.7, 0.2, -0.6}};
    double[] b = {0, 0.1, -0.2};
    OneLayer.Answer scalars = OneLayer.onScalars(x, w, b);
    OneLayer.Answer tensors = OneLayer.onTensors(x, w, b);
    page.print("s on scalars, double", Numbers.fixed(scalars.value(), 9));
    page.print("s on tensors, float32", Numbers.fixed(tensors.value(), 9));
    page.print(
        "largest difference, gradients included",
        Numbers.scientific(scalars.largestDifference(tensors), 2));
  }
}
