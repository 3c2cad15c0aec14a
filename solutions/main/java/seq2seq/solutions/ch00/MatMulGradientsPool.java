package seq2seq.solutions.ch00;

import java.util.Arrays;
import seq2seq.graded.ch00.MatMulGradients;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 0.3 that we know. */
final class MatMulGradientsPool {
  private static final String A = "sendsTheGradientBackToA";
  private static final String B = "sendsTheGradientBackToB";
  private static final String REFUSES = "refusesMatricesThatDoNotFit";
  private static final MatMulGradients CORRECT = new MyMatMulGradients();

  private MatMulGradientsPool() {}

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < turned.length; i++) {
      int column = i;
      Arrays.setAll(turned[i], j -> matrix[j][column]);
    }
    return turned;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        for (int k = 0; k < right.length; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  @Right(idea = "transposes, then multiplies matrices")
  static final class Transposed implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      if (a[0].length != b.length || a.length != dC.length || b[0].length != dC[0].length) {
        throw new IllegalArgumentException("the shapes do not fit");
      }
      return new Gradients(product(dC, transposed(b)), product(transposed(a), dC));
    }
  }

  @Wrong(
      idea = "dC·B and A·dC, without the transposition",
      fails = {A, B},
      feedback = "B has to be transposed")
  static final class NotTransposed implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      CORRECT.gradients(a, b, dC);
      return new Gradients(product(dC, b), product(a, dC));
    }
  }

  @Wrong(
      idea = "dC on the same side of both: dB = dC·Aᵀ",
      fails = B,
      feedback = "the order of the factors is wrong")
  static final class SameSide implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      double[][] dA = CORRECT.gradients(a, b, dC).dA();
      boolean fits = dC[0].length == a[0].length;
      return new Gradients(dA, fits ? product(dC, transposed(a)) : new double[1][1]);
    }
  }

  @Wrong(
      idea = "every element of C is worth 1",
      fails = {A, B},
      feedback = "as if every element of C were worth 1")
  static final class WorthOne implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      double[][] ones = new double[dC.length][dC[0].length];
      Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
      return CORRECT.gradients(a, b, ones);
    }
  }

  @Wrong(
      idea = "replaces instead of adding",
      fails = {A, B},
      feedback = "the columns add up")
  static final class Replaces implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      Gradients sized = CORRECT.gradients(a, b, dC);
      for (int i = 0; i < a.length; i++) {
        for (int k = 0; k < b.length; k++) {
          for (int j = 0; j < b[0].length; j++) {
            sized.dA()[i][k] = dC[i][j] * b[k][j];
            sized.dB()[k][j] = dC[i][j] * a[i][k];
          }
        }
      }
      return sized;
    }
  }

  @Wrong(
      idea = "the two exchanged",
      fails = {A, B},
      feedback = "the two were exchanged")
  static final class Exchanged implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      Gradients right = CORRECT.gradients(a, b, dC);
      return new Gradients(right.dB(), right.dA());
    }
  }

  @Wrong(idea = "shapes need no check", fails = REFUSES, feedback = "expected an Illegal")
  static final class Unchecked implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      return new Gradients(product(dC, transposed(b)), product(transposed(a), dC));
    }
  }

  @Wrong(
      idea = "checks the inner sizes and forgets dC",
      fails = REFUSES,
      feedback = "expected an Illegal")
  static final class InnerSizesOnly implements MatMulGradients {
    @Override
    public Gradients gradients(double[][] a, double[][] b, double[][] dC) {
      if (a[0].length != b.length) {
        throw new IllegalArgumentException("the inner sizes differ");
      }
      return new Gradients(product(dC, transposed(b)), product(transposed(a), dC));
    }
  }
}
