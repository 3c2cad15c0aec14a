package seq2seq.graded.ch02;

import static seq2seq.graded.ch02.CellInputs.plus;
import static seq2seq.graded.ch02.CellInputs.sigmoid;
import static seq2seq.graded.ch02.CellInputs.tanh;

import seq2seq.engine.Generator;
import seq2seq.graded.ch02.CellInputs.Unit;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class RnnStepGradedTest {
  private static final double NEAR = 1e-9;

  @Graded(exercise = "2.1", points = 1)
  void readsTheInput(RnnStep subject, Generator random) {
    compare(subject, CellInputs.random(2, 3, 2, 1, random).fromZeroState(), "zeros before");
    compare(subject, CellInputs.random(3, 2, 4, 1, random).fromZeroState(), "zeros before");
    compare(subject, CellInputs.random(2, 3, 3, 1, random).fromZeroState(), "zeros before");
  }

  @Graded(exercise = "2.1", points = 1)
  void readsTheStateBefore(RnnStep subject, Generator random) {
    compare(subject, ofTheChapter(), "the chapter's example");
    compare(subject, CellInputs.random(2, 3, 2, 1, random), "a random state before");
    compare(subject, CellInputs.random(3, 1, 4, 1, random), "a random state before");
  }

  @Graded(exercise = "2.1", points = 1)
  void staysBetweenMinusOneAndOne(RnnStep subject, Generator random) {
    CellInputs some = CellInputs.random(2, 2, 3, 1, random);
    compare(subject, some.withBias(0, 1000), "all biases 1000");
    compare(subject, some.withBias(0, -1000), "all biases -1000");
  }

  private static void compare(RnnStep subject, CellInputs in, String words) {
    Unit fromInput = in.fromInput(0);
    Unit sum = plus(fromInput, in.fromState(0));
    Unit bias = (n, k) -> in.inputBias()[k];
    call(subject, in, words)
        .or(in.units(sum), "the tanh is missing")
        .or(in.units((n, k) -> Double.NaN), "a power overflowed; StrictMath.tanh never does")
        .or(in.units(sigmoid(sum)), "this is the sigmoid of the sum; its tanh is asked for")
        .or(in.units(tanh(fromInput)), "the state before was not used")
        .or(in.units(tanh((n, k) -> sum.of(n, k) - bias.of(n, k))), "the bias is missing")
        .or(
            in.units(plus(tanh(fromInput), tanh(in.fromState(0)))),
            "tanh was taken of each part; it is taken once, of the sum")
        .or(
            in.units(tanh(plus(fromInput, CellInputs.of(in.before())))),
            "the state before was added as it is, without W_hh")
        .or(
            in.units(tanh(plus(fromInput, fromStateTransposed(in)))),
            "W_hh is on its side: unit k reads column k")
        .or(oneUnitAfterAnother(in), "units read states that belong to this step already")
        .is(in.units(tanh(sum)), NEAR);
  }

  private static Outcome call(RnnStep subject, CellInputs in, String words) {
    double[][] x = in.input();
    double[][] h = in.before();
    double[][] wx = in.inputWeight();
    double[][] wh = in.stateWeight();
    double[] b = in.inputBias();
    return Situation.of("2.1", in.inWords() + ", " + words, x, h, wx, wh, b)
        .call(() -> subject.step(x, h, wx, wh, b));
  }

  private static CellInputs ofTheChapter() {
    return new CellInputs(
        new double[][] {{1, 2}},
        new double[][] {{0.3, -0.2}},
        null,
        new double[][] {{0.5, -0.5}, {0.25, 1}},
        new double[][] {{1, 0}, {0, -1}},
        new double[] {0.1, 0},
        null);
  }

  private static Unit fromStateTransposed(CellInputs in) {
    return (n, k) -> {
      double sum = 0;
      for (int j = 0; j < in.hidden(); j++) {
        sum += in.before()[n][j] * in.stateWeight()[k][j];
      }
      return sum;
    };
  }

  /** Writes each unit over the state that the next one reads. */
  private static double[][] oneUnitAfterAnother(CellInputs in) {
    double[][] state = in.units(CellInputs.of(in.before()));
    for (int n = 0; n < state.length; n++) {
      for (int k = 0; k < in.hidden(); k++) {
        double fromState = CellInputs.product(state[n], in.stateWeight(), k);
        state[n][k] = StrictMath.tanh(in.fromInput(0).of(n, k) + fromState);
      }
    }
    return state;
  }
}
