package seq2seq.solutions.ch02;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch02.LstmState;
import seq2seq.graded.ch02.LstmStep;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 2.3 that we know. */
final class LstmStepPool {
  private static final String MEMORY = "keepsSomeOfTheMemoryAndWritesSomeNew";
  private static final String HIDDEN = "showsSomeOfTheNewMemory";
  private static final String LATCH = "isALatchWhenItsGatesAreOpenOrShut";

  private LstmStepPool() {}

  /** What goes into each gate, before its sigmoid or tanh. */
  private record Sums(Tensor i, Tensor f, Tensor g, Tensor o) {

    static Sums of(Tensor x, Tensor h, Tensor wx, Tensor wh, Tensor b) {
      Tensor all = x.affine(wx, b).plus(h.matmul(wh));
      return new Sums(part(all, 0), part(all, 1), part(all, 2), part(all, 3));
    }

    private static Tensor part(Tensor all, int gate) {
      int size = all.dim(1) / 4;
      return all.slice(1, gate * size, (gate + 1) * size);
    }

    Tensor memory(Tensor old) {
      return f.sigmoid().times(old).plus(i.sigmoid().times(g.tanh()));
    }

    LstmState state(Tensor old) {
      Tensor memory = memory(old);
      return new LstmState(o.sigmoid().times(memory.tanh()), memory);
    }
  }

  @Right(idea = "cuts the weights instead of the sums: one small product a gate")
  static final class GateByGate implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Tensor[] gates = new Tensor[4];
      int size = before.memory().dim(1);
      for (int g = 0; g < 4; g++) {
        int from = g * size;
        Tensor bias = b.slice(0, from, from + size).reshape(1, size);
        Tensor fromState = before.hidden().matmul(wh.slice(1, from, from + size));
        gates[g] = x.matmul(wx.slice(1, from, from + size)).plus(fromState).plus(bias);
      }
      Tensor written = gates[0].sigmoid().times(gates[2].tanh());
      Tensor memory = before.memory().times(gates[1].sigmoid()).plus(written);
      return new LstmState(memory.tanh().times(gates[3].sigmoid()), memory);
    }
  }

  @Wrong(
      idea = "the order i, f, o, g",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "g and o are exchanged")
  static final class OtherOrder implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      return new Sums(sums.i, sums.f, sums.o, sums.g).state(before.memory());
    }
  }

  @Wrong(
      idea = "forget gate first",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "i and f are exchanged")
  static final class ForgetFirst implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      return new Sums(sums.f, sums.i, sums.g, sums.o).state(before.memory());
    }
  }

  @Wrong(
      idea = "shows the memory without its tanh",
      fails = {HIDDEN, LATCH},
      feedback = "the tanh of the cell state is missing")
  static final class NoTanh implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      Tensor memory = sums.memory(before.memory());
      return new LstmState(sums.o.sigmoid().times(memory), memory);
    }
  }

  @Wrong(idea = "shows the old memory", fails = HIDDEN, feedback = "the old cell state is shown")
  static final class ShowsTheOld implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      Tensor shown = sums.o.sigmoid().times(before.memory().tanh());
      return new LstmState(shown, sums.memory(before.memory()));
    }
  }

  @Wrong(
      idea = "no output gate",
      fails = {HIDDEN, LATCH},
      feedback = "the output gate was not used")
  static final class NoOutputGate implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Tensor memory = Sums.of(x, before.hidden(), wx, wh, b).memory(before.memory());
      return new LstmState(memory.tanh(), memory);
    }
  }

  @Wrong(
      idea = "1 - f for the input gate, as the GRU has it",
      fails = {MEMORY, HIDDEN},
      feedback = "the input gate is a gate of its own")
  static final class Coupled implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      return new Sums(sums.f.negate(), sums.f, sums.g, sums.o).state(before.memory());
    }
  }

  @Wrong(
      idea = "a sigmoid for the candidate too",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "the candidate g is a tanh")
  static final class SigmoidCandidate implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Sums sums = Sums.of(x, before.hidden(), wx, wh, b);
      Tensor written = sums.i.sigmoid().times(sums.g.sigmoid());
      Tensor memory = sums.f.sigmoid().times(before.memory()).plus(written);
      return new LstmState(sums.o.sigmoid().times(memory.tanh()), memory);
    }
  }

  @Wrong(
      idea = "the forget gate acts on h",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "acts on the cell state, not on h")
  static final class ForgetsTheState implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      return Sums.of(x, before.hidden(), wx, wh, b).state(before.hidden());
    }
  }

  @Wrong(
      idea = "the gates look at x only",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "the state h was not used")
  static final class NoState implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      Tensor zeros = before.hidden().times(0);
      return Sums.of(x, zeros, wx, wh, b).state(before.memory());
    }
  }

  @Wrong(
      idea = "memory first, hidden state second",
      fails = {MEMORY, HIDDEN, LATCH},
      feedback = "the two were exchanged")
  static final class Exchanged implements LstmStep {
    @Override
    public LstmState step(Tensor x, LstmState before, Tensor wx, Tensor wh, Tensor b) {
      LstmState state = Sums.of(x, before.hidden(), wx, wh, b).state(before.memory());
      return new LstmState(state.memory(), state.hidden());
    }
  }
}
