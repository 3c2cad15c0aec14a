package seq2seq.graded.ch02;

import static seq2seq.graded.ch02.CellInputs.plus;
import static seq2seq.graded.ch02.CellInputs.sigmoid;
import static seq2seq.graded.ch02.CellInputs.tanh;
import static seq2seq.graded.ch02.CellInputs.times;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch02.CellInputs.Unit;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class LstmStepGradedTest {
  private static final double NEAR = 1e-5;
  private static final int I = 0;
  private static final int F = 1;
  private static final int G = 2;
  private static final int O = 3;
  private static final double OPEN = 1000;
  private static final double SHUT = -1000;

  @Graded(exercise = "2.3", points = 1)
  void keepsSomeOfTheMemoryAndWritesSomeNew(LstmStep subject, Generator random) {
    compareMemory(subject, example(), "the example of the specification");
    compareMemory(subject, CellInputs.random(2, 3, 2, 4, random), "random numbers");
    compareMemory(subject, CellInputs.random(3, 2, 3, 4, random), "random numbers");
  }

  @Graded(exercise = "2.3", points = 1)
  void showsSomeOfTheNewMemory(LstmStep subject, Generator random) {
    compareHidden(subject, example(), "the example of the specification");
    compareHidden(subject, CellInputs.random(2, 3, 2, 4, random), "random numbers");
    compareHidden(subject, CellInputs.random(3, 2, 3, 4, random), "random numbers");
  }

  @Graded(exercise = "2.3", points = 1)
  void isALatchWhenItsGatesAreOpenOrShut(LstmStep subject, Generator random) {
    CellInputs some = CellInputs.random(2, 2, 3, 4, random);
    CellInputs keeps = some.withBias(I, SHUT).withBias(F, OPEN).withBias(O, OPEN);
    compareMemory(subject, keeps, "biases that make i 0, f 1 and o 1");
    compareHidden(subject, keeps, "biases that make i 0, f 1 and o 1");
    CellInputs writes = some.withBias(I, OPEN).withBias(F, SHUT).withBias(O, SHUT);
    compareMemory(subject, writes, "biases that make i 1, f 0 and o 0");
    compareHidden(subject, writes, "biases that make i 1, f 0 and o 0");
  }

  private static void compareMemory(LstmStep subject, CellInputs in, String words) {
    Outcome outcome =
        call(subject, in, "cell' with " + words, LstmState::memory)
            .or(in.units(hidden(in, memory(in))), "this is h'; the two were exchanged");
    for (Mistake mistake : mistakes(in)) {
      outcome.or(in.units(mistake.memory), mistake.meaning);
    }
    outcome.is(in.units(memory(in)), NEAR);
  }

  private static void compareHidden(LstmStep subject, CellInputs in, String words) {
    Unit c = memory(in);
    Outcome outcome =
        call(subject, in, "h' with " + words, LstmState::hidden)
            .or(
                in.units(times(gate(in, O), c)),
                "the tanh of the cell state is missing: h' = o ⊙ tanh(cell')")
            .or(in.units(c), "this is cell'; the two were exchanged")
            .or(
                in.units(hidden(in, CellInputs.of(in.memory()))),
                "the old cell state is shown; h' is made from the new one")
            .or(in.units(tanh(c)), "the output gate was not used");
    for (Mistake mistake : mistakes(in)) {
      outcome.or(in.units(mistake.hidden), mistake.meaning);
    }
    outcome.is(in.units(hidden(in, c)), NEAR);
  }

  /** What a mistake in the gates makes of the memory, and of the hidden state made from it. */
  private record Mistake(Unit memory, Unit hidden, String meaning) {}

  private static List<Mistake> mistakes(CellInputs in) {
    Unit kept = times(gate(in, F), CellInputs.of(in.memory()));
    Unit written = times(gate(in, I), candidate(in));
    Unit keptOfHidden = times(gate(in, F), CellInputs.of(in.before()));
    Unit coupled = times((n, k) -> 1 - gate(in, F).of(n, k), candidate(in));
    Unit otherOrder = memory(in, I, F, O);
    CellInputs blind = withoutState(in);
    return List.of(
        mistake(in, memory(in, F, I, G), "i and f are exchanged; the order is i, f, g, o"),
        new Mistake(
            otherOrder,
            times(gate(in, G), tanh(otherOrder)),
            "g and o are exchanged; the order is i, f, g, o"),
        mistake(
            in,
            plus(kept, times(gate(in, I), gate(in, G))),
            "the candidate g is a tanh, from -1 to 1, not a sigmoid"),
        mistake(
            in,
            plus(kept, coupled),
            "1 - f stands for i here, but the input gate is a gate of its own"),
        mistake(
            in, plus(keptOfHidden, written), "the forget gate acts on the cell state, not on h"),
        mistake(in, written, "nothing of the old cell state was kept"),
        mistake(blind, memory(blind), "the state h was not used"));
  }

  private static Mistake mistake(CellInputs in, Unit memory, String meaning) {
    return new Mistake(memory, hidden(in, memory), meaning);
  }

  private static Unit gate(CellInputs in, int gate) {
    return sigmoid(plus(in.fromInput(gate), in.fromState(gate)));
  }

  private static Unit candidate(CellInputs in) {
    return tanh(plus(in.fromInput(G), in.fromState(G)));
  }

  private static Unit memory(CellInputs in) {
    return memory(in, I, F, G);
  }

  /** With the columns read in this order. */
  private static Unit memory(CellInputs in, int i, int f, int g) {
    Unit written = times(gate(in, i), tanh(plus(in.fromInput(g), in.fromState(g))));
    return plus(times(gate(in, f), CellInputs.of(in.memory())), written);
  }

  private static Unit hidden(CellInputs in, Unit memory) {
    return times(gate(in, O), tanh(memory));
  }

  private static CellInputs withoutState(CellInputs in) {
    double[][] zeros = in.units((n, k) -> 0);
    return new CellInputs(
        in.input(), zeros, in.memory(), in.inputWeight(), in.stateWeight(), in.inputBias(), null);
  }

  private static Outcome call(
      LstmStep subject, CellInputs in, String words, Function<LstmState, Tensor> part) {
    Tensor x = tensor(in.input());
    LstmState before = new LstmState(tensor(in.before()), tensor(in.memory()));
    Tensor wx = tensor(in.inputWeight());
    Tensor wh = tensor(in.stateWeight());
    Tensor b = Tensor.of(floats(in.inputBias()));
    Object[] watched = {x, before.hidden(), before.memory(), wx, wh, b};
    return Situation.of("2.3", words + ", " + in.inWords(), watched)
        .call(() -> part.apply(subject.step(x, before, wx, wh, b)));
  }

  private static Tensor tensor(double[][] rows) {
    return Tensor.of(Arrays.stream(rows).map(LstmStepGradedTest::floats).toArray(float[][]::new));
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private static CellInputs example() {
    return new CellInputs(
        new double[][] {{1}},
        new double[][] {{0.5}},
        new double[][] {{2}},
        new double[][] {{0, 1, 0.5, -1}},
        new double[][] {{0, 0, 1, 2}},
        new double[] {0, -1, 0, 0},
        null);
  }
}
