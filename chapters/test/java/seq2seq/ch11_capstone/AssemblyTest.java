package seq2seq.ch11_capstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.cli.Contents;
import seq2seq.engine.Tensor;

/** Parts of two hands, and what is said of those that cannot be used. */
class AssemblyTest {
  private static final double[][] LOGITS = {{2, 0, 1}};

  private static Assembly with(Parts yours, Part part) {
    return new Assembly(yours, List.of(part));
  }

  private static void refused(Part part, String what, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(PartException.class)
        .hasMessage("your " + part + " " + what)
        .extracting(e -> ((PartException) e).part())
        .isEqualTo(part);
  }

  @Test
  void onlyWhatIsNamedIsTakenFromYou() {
    Parts zeros =
        new CourseParts() {
          @Override
          public double[][] logSoftmax(double[][] logits) {
            return new double[logits.length][logits[0].length];
          }
        };
    assertThat(with(zeros, Part.LOG_SOFTMAX).logSoftmax(LOGITS)[0]).containsOnly(0);
    assertThat(with(zeros, Part.MASK).logSoftmax(LOGITS)[0]).doesNotContain(0);
  }

  @Test
  void aPartThatThrowsIsNamedWithItsExercise() {
    Parts throwing =
        new CourseParts() {
          @Override
          public int[][] mask(int[] lengths, int steps) {
            throw new IllegalStateException("not today");
          }
        };
    refused(
        Part.MASK,
        "threw java.lang.IllegalStateException: not today",
        () -> with(throwing, Part.MASK).mask(new int[] {1}, 2));
  }

  @Test
  void aResultOfAnotherShapeIsNamedWithBothShapes() {
    Parts short1 =
        new CourseParts() {
          @Override
          public double[][] logSoftmax(double[][] logits) {
            return new double[][] {{0, 0}};
          }
        };
    refused(
        Part.LOG_SOFTMAX,
        "returned log-probabilities of another shape than (1×3): row 0 is 2 numbers",
        () -> with(short1, Part.LOG_SOFTMAX).logSoftmax(LOGITS));
  }

  @Test
  void aNumberThatIsNotFiniteIsNamedWithItsStepRowAndPlace() {
    Parts holed =
        new CourseParts() {
          @Override
          public double[][][] embed(int[][] ids, double[][] table) {
            return new double[][][] {{{0, 0}}, {{0, Double.NaN}}};
          }
        };
    refused(
        Part.EMBED,
        "returned X, step 1, row 0 with NaN at 1",
        () -> with(holed, Part.EMBED).embed(new int[][] {{0, 1}}, new double[2][2]));
  }

  @Test
  void aTensorOfAnotherShapeOrWithNanIsRefused() {
    Tensor state = Tensor.zeros(1, 2, 3);
    Tensor weights = Tensor.zeros(1, 3, 4);
    Tensor biases = Tensor.zeros(1, 4);
    Parts same =
        new CourseParts() {
          @Override
          public Tensor bridge(Tensor given, Tensor w, Tensor b) {
            return given;
          }
        };
    refused(
        Part.BRIDGE,
        "returned the state of shape (1×2×3) instead of (1×2×4)",
        () -> with(same, Part.BRIDGE).bridge(state, weights, biases));
    Parts nan =
        new CourseParts() {
          @Override
          public Tensor bridge(Tensor given, Tensor w, Tensor b) {
            return super.bridge(given, w, b).times(Float.NaN);
          }
        };
    refused(
        Part.BRIDGE,
        "returned the state with NaN or infinity",
        () -> with(nan, Part.BRIDGE).bridge(state, weights, biases));
  }

  @Test
  void nullAndNumbersThatAreNotFiniteAreRefused() {
    Parts bad =
        new CourseParts() {
          @Override
          public double bleu(int[][] written, int[][] references) {
            return Double.NaN;
          }

          @Override
          public int[][] mask(int[] lengths, int steps) {
            return null;
          }
        };
    refused(Part.BLEU, "returned BLEU of NaN", () -> with(bad, Part.BLEU).bleu(null, null));
    refused(Part.MASK, "returned null", () -> with(bad, Part.MASK).mask(new int[] {1}, 2));
  }

  @Test
  void whileOneOfYoursIsAtWorkItCanBeSeenFromOutside() {
    Part[] seen = new Part[2];
    Assembly[] parts = new Assembly[1];
    Parts watching =
        new CourseParts() {
          @Override
          public int[][] mask(int[] lengths, int steps) {
            seen[0] = parts[0].running();
            int[][] mask = super.mask(lengths, steps);
            seen[1] = parts[0].running();
            return mask;
          }
        };
    parts[0] = with(watching, Part.MASK);
    parts[0].mask(new int[] {1}, 2);
    assertThat(seen).containsOnly(Part.MASK);
    assertThat(parts[0].running()).isNull();
  }

  @Test
  void theHomePageCountsThesePartsAndNoOthers() {
    assertThat(Contents.capstone())
        .containsExactlyElementsOf(Arrays.stream(Part.values()).map(Part::exercise).toList());
  }
}
