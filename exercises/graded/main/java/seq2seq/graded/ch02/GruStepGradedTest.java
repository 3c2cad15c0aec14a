package seq2seq.graded.ch02;

import static seq2seq.graded.ch02.CellInputs.plus;
import static seq2seq.graded.ch02.CellInputs.product;
import static seq2seq.graded.ch02.CellInputs.sigmoid;
import static seq2seq.graded.ch02.CellInputs.tanh;
import static seq2seq.graded.ch02.CellInputs.times;

import seq2seq.engine.Generator;
import seq2seq.graded.ch02.CellInputs.Unit;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class GruStepGradedTest {
  private static final double NEAR = 1e-9;
  private static final int R = 0;
  private static final int Z = 1;
  private static final int N = 2;
  private static final double OPEN = 1000;
  private static final double SHUT = -1000;

  @Graded(exercise = "2.2", points = 1)
  void mixesTheOldStateAndTheCandidate(GruStep subject, Generator random) {
    compare(subject, CellInputs.random(2, 3, 2, 3, random), "random numbers");
    compare(subject, CellInputs.random(3, 2, 3, 3, random), "random numbers");
    compare(subject, example(), "the example of the specification");
  }

  @Graded(exercise = "2.2", points = 1)
  void keepsTheStateAtOneAndTakesTheCandidateAtZero(GruStep subject, Generator random) {
    CellInputs some = CellInputs.random(2, 2, 3, 3, random);
    compare(subject, some.withBias(Z, SHUT).withBias(R, OPEN), "biases that make z 0 and r 1");
    compare(subject, some.withBias(Z, OPEN).withBias(R, SHUT), "biases that make z 1 and r 0");
  }

  @Graded(exercise = "2.2", points = 1)
  void forgetsThatThereWasAPastAtResetZero(GruStep subject, Generator random) {
    CellInputs some = CellInputs.random(3, 2, 2, 3, random);
    CellInputs half = some.withGateAtHalf(Z);
    compare(subject, half.withBias(R, SHUT), "weights and biases that make r 0 and z 1/2");
  }

  @Graded(exercise = "2.2", points = 1)
  void takesHalfOfTheOldStateAndHalfOfTheNew(GruStep subject, Generator random) {
    CellInputs some = CellInputs.random(2, 3, 2, 3, random);
    compare(
        subject,
        some.withGateAtHalf(R).withGateAtHalf(Z).withoutPast(N),
        "weights and biases that make r and z 1/2, and a candidate that does not ask the past");
  }

  private static void compare(GruStep subject, CellInputs in, String words) {
    Unit r = gate(in, R);
    Unit z = gate(in, Z);
    Unit n = tanh(plus(in.fromInput(N), times(r, in.fromStateAndBias(N))));
    Unit hidden = CellInputs.of(in.before());
    call(subject, in, words)
        .or(
            in.units(mixed(z, biasOutside(in, r), hidden)),
            "b_hh̃ stands outside the reset; r multiplies it too")
        .or(
            in.units(mixed(z, resetBefore(in, r), hidden)),
            "the state was reset before its product with W_hh̃; here r multiplies the result")
        .or(
            in.units(mixed(z, tanh(plus(in.fromInput(N), in.fromStateAndBias(N))), hidden)),
            "the reset gate was not used")
        .or(
            in.units(hidden),
            "this is the old state; z of it stays, 1 - z of the candidate comes in")
        .or(in.units(n), "this is the candidate; 1 - z of it comes in, z of the old state stays")
        .or(
            in.units(mixed(z, hidden, n)),
            "z and 1 - z are exchanged: z is how much of the old state stays")
        .or(
            in.units(
                mixed(r, tanh(plus(in.fromInput(N), times(z, in.fromStateAndBias(N)))), hidden)),
            "r and z are exchanged; the order of the columns is r, z, h̃")
        .or(in.units(mixed(z, n, (s, k) -> 0)), "the old state is missing: z of it stays")
        .or(
            in.units((s, k) -> Double.NaN),
            "a power overflowed; 1/(1 + e^-a) is safe on both sides")
        .or(right(withoutStateBias(in)), "b_hh is missing")
        .is(right(in), NEAR);
  }

  private static double[][] right(CellInputs in) {
    Unit n = tanh(plus(in.fromInput(N), times(gate(in, R), in.fromStateAndBias(N))));
    return in.units(mixed(gate(in, Z), n, CellInputs.of(in.before())));
  }

  private static Unit gate(CellInputs in, int gate) {
    return sigmoid(plus(in.fromInput(gate), in.fromStateAndBias(gate)));
  }

  private static Unit mixed(Unit z, Unit candidate, Unit old) {
    return (n, k) -> (1 - z.of(n, k)) * candidate.of(n, k) + z.of(n, k) * old.of(n, k);
  }

  /** tanh(x·W_xh̃ + b_xh̃ + (r ⊙ h)·W_hh̃ + b_hh̃), the first paper's. */
  private static Unit resetBefore(CellInputs in, Unit r) {
    int hidden = in.hidden();
    double[][] reset = in.units(times(r, CellInputs.of(in.before())));
    Unit fromState =
        (n, k) ->
            product(reset[n], in.stateWeight(), N * hidden + k) + in.stateBias()[N * hidden + k];
    return tanh(plus(in.fromInput(N), fromState));
  }

  /** tanh(x·W_xh̃ + b_xh̃ + r ⊙ (h·W_hh̃) + b_hh̃). */
  private static Unit biasOutside(CellInputs in, Unit r) {
    Unit bias = (n, k) -> in.stateBias()[N * in.hidden() + k];
    return tanh(plus(plus(in.fromInput(N), times(r, in.fromState(N))), bias));
  }

  private static CellInputs withoutStateBias(CellInputs in) {
    double[] zeros = new double[in.stateBias().length];
    return new CellInputs(
        in.input(), in.before(), null, in.inputWeight(), in.stateWeight(), in.inputBias(), zeros);
  }

  private static Outcome call(GruStep subject, CellInputs in, String words) {
    double[][] x = in.input();
    double[][] h = in.before();
    double[][] wx = in.inputWeight();
    double[][] wh = in.stateWeight();
    double[] bx = in.inputBias();
    double[] bh = in.stateBias();
    return Situation.of("2.2", in.inWords() + ", " + words, x, h, wx, wh, bx, bh)
        .call(() -> subject.step(x, h, wx, wh, bx, bh));
  }

  private static CellInputs example() {
    return new CellInputs(
        new double[][] {{1}},
        new double[][] {{0.5}},
        null,
        new double[][] {{0, 1, 0.5}},
        new double[][] {{0, -1, 2}},
        new double[] {0, 0.5, 0.25},
        new double[] {0, -0.5, 1});
  }
}
