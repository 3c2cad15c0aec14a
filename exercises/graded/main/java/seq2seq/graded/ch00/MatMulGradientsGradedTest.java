package seq2seq.graded.ch00;

import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class MatMulGradientsGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "0.3", points = 1)
  void sendsTheGradientBackToA(MatMulGradients subject, Generator random) {
    compareA(subject, ProductInputs.random(3, 3, 3, random));
    compareA(subject, ProductInputs.ofTheChapter());
    compareA(subject, ProductInputs.random(2, 4, 3, random));
    compareA(subject, ProductInputs.random(1, 1, 5, random));
  }

  @Graded(exercise = "0.3", points = 1)
  void sendsTheGradientBackToB(MatMulGradients subject, Generator random) {
    compareB(subject, ProductInputs.random(3, 3, 3, random));
    compareB(subject, ProductInputs.ofTheChapter());
    compareB(subject, ProductInputs.random(4, 2, 3, random));
    compareB(subject, ProductInputs.random(5, 1, 1, random));
  }

  @Graded(exercise = "0.3", points = 1)
  void refusesMatricesThatDoNotFit(MatMulGradients subject, Generator random) {
    double[][] wide = ProductInputs.matrix(2, 3, random);
    double[][] tall = ProductInputs.matrix(3, 2, random);
    double[][] square = ProductInputs.matrix(2, 2, random);
    rejects(subject, wide, wide, wide);
    rejects(subject, wide, square, square);
    rejects(subject, wide, tall, tall);
    rejects(subject, wide, tall, wide);
    rejects(subject, tall, wide, square);
  }

  private static void compareA(MatMulGradients subject, ProductInputs in) {
    Situation.of("0.3", "dA with " + in.inWords(), in.a(), in.b(), in.dC())
        .call(() -> subject.gradients(in.a(), in.b(), in.dC()).dA())
        .or(
            in.asIfWorthOne().gradientOfA(),
            "dC was left out, as if every element of C were worth 1")
        .or(in.fits(in.dC(), in.b()), "this is dC·B; B has to be transposed")
        .or(in.fits(Matrices.transposed(in.b()), in.dC()), "the order of the factors is wrong")
        .or(Matrices.transposed(in.gradientOfA()), "this is dA on its side")
        .or(in.gradientOfB(), "this is dB; the two were exchanged")
        .or(in.lastColumnOnly(), "this is the share of C's last column; the columns add up")
        .is(in.gradientOfA(), NEAR);
  }

  private static void compareB(MatMulGradients subject, ProductInputs in) {
    Situation.of("0.3", "dB with " + in.inWords(), in.a(), in.b(), in.dC())
        .call(() -> subject.gradients(in.a(), in.b(), in.dC()).dB())
        .or(
            in.asIfWorthOne().gradientOfB(),
            "dC was left out, as if every element of C were worth 1")
        .or(in.fits(in.a(), in.dC()), "this is A·dC; A has to be transposed")
        .or(in.fits(in.dC(), Matrices.transposed(in.a())), "the order of the factors is wrong")
        .or(Matrices.transposed(in.gradientOfB()), "this is dB on its side")
        .or(in.gradientOfA(), "this is dA; the two were exchanged")
        .or(in.lastRowOnly(), "this is the share of C's last row; the rows add up")
        .is(in.gradientOfB(), NEAR);
  }

  private static void rejects(MatMulGradients subject, double[][] a, double[][] b, double[][] dC) {
    String words = new ProductInputs(a, b, dC).inWords();
    Situation.of("0.3", words)
        .rejects(
            () -> subject.gradients(a, b, dC),
            "A·B needs as many columns of A as rows of B, and dC the shape of A·B");
  }
}
