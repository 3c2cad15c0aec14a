package seq2seq.graded.ch04;

import java.util.Arrays;
import java.util.function.Function;
import seq2seq.engine.Generator;
import seq2seq.graded.Matrices;
import seq2seq.graded.ch04.WeightSplit.Parts;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class WeightSplitGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "4.2", points = 1)
  void cutsTheRowsOfTheWordFromThoseOfTheContext(WeightSplit subject, Generator random) {
    compareParts(subject, Matrices.random(5, 6, 1, random), 2);
    compareParts(subject, Matrices.random(6, 5, 1, random), 3);
    compareParts(subject, Matrices.random(4, 4, 1, random), 3);
    compareParts(subject, Matrices.random(5, 3, 1, random), 1);
  }

  @Graded(exercise = "4.2", points = 1)
  void bothSidesAgree(WeightSplit subject, Generator random) {
    compareProduct(subject, 2, 3, 4, 5, random);
    compareProduct(subject, 3, 3, 3, 3, random);
    compareProduct(subject, 1, 1, 2, 4, random);
  }

  @Graded(exercise = "4.2", points = 1)
  void leavesSomethingForEachSide(WeightSplit subject, Generator random) {
    double[][] wide = Matrices.random(4, 6, 1, random);
    for (int embed : new int[] {0, 4, -1, 5}) {
      Situation.of("4.2", words(wide, embed))
          .rejects(
              () -> subject.split(wide, embed),
              "D must be from 1 to one less than the rows of the wide weight");
    }
  }

  private static void compareParts(WeightSplit subject, double[][] wide, int embed) {
    comparePart(subject, wide, embed, "W_x", Parts::ofWord);
    comparePart(subject, wide, embed, "W_c", Parts::ofContext);
  }

  private static void comparePart(
      WeightSplit subject,
      double[][] wide,
      int embed,
      String name,
      Function<Parts, double[][]> part) {
    Parts right = cutRows(wide, embed);
    Parts turned = cutRows(wide, wide.length - embed);
    Situation.of("4.2", name + ", " + words(wide, embed), (Object) wide)
        .call(() -> part.apply(subject.split(wide, embed)))
        .or(
            part.apply(cutColumns(wide, embed)),
            "columns were cut; here vectors are rows, and W_x stands above W_c")
        .or(
            part.apply(new Parts(turned.ofContext(), turned.ofWord())),
            "the context's rows were taken from the top; the word comes first, so W_x is on top")
        .or(part.apply(new Parts(right.ofContext(), right.ofWord())), "the two parts are exchanged")
        .or(
            part.apply(cutRows(wide, wide.length / 2)),
            "the weight was cut in the middle; W_x has D rows, W_c has the others")
        .is(part.apply(right), 0);
  }

  private static void compareProduct(
      WeightSplit subject, int n, int d, int h, int out, Generator random) {
    double[][] x = Matrices.random(n, d, 1, random);
    double[][] c = Matrices.random(n, h, 1, random);
    double[][] wide = Matrices.random(d + h, out, 1, random);
    Parts parts = cutRows(wide, d);
    double[][] ofWord = Matrices.product(x, parts.ofWord());
    double[][] ofContext = Matrices.product(c, parts.ofContext());
    String sizes = "N = " + n + ", D = " + d + ", H = " + h + " and out = " + out;
    Situation.of("4.2", sizes, x, c, parts.ofWord(), parts.ofContext())
        .call(() -> subject.product(x, c, parts))
        .or(
            Matrices.sideBySide(ofWord, ofContext),
            "the two products stand side by side; they are added")
        .or(ofWord, "this is x·W_x alone; c·W_c is missing")
        .or(ofContext, "this is c·W_c alone; x·W_x is missing")
        .is(Matrices.product(Matrices.sideBySide(x, c), wide), NEAR);
  }

  private static Parts cutRows(double[][] wide, int embed) {
    return new Parts(
        Arrays.copyOfRange(wide, 0, embed), Arrays.copyOfRange(wide, embed, wide.length));
  }

  private static Parts cutColumns(double[][] wide, int embed) {
    Parts ofTurned = cutRows(Matrices.transposed(wide), embed);
    return new Parts(
        Matrices.transposed(ofTurned.ofWord()), Matrices.transposed(ofTurned.ofContext()));
  }

  private static String words(double[][] wide, int embed) {
    return "a wide weight (" + wide.length + "×" + wide[0].length + ") and D = " + embed;
  }
}
