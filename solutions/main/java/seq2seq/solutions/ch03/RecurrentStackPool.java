package seq2seq.solutions.ch03;

import seq2seq.engine.Tensor;
import seq2seq.graded.ch03.RecurrentStack;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 3.1 that we know. */
final class RecurrentStackPool {
  private static final String OUTPUT = "outputIsTheTopLayerAfterEveryStep";
  private static final String STATE = "stateIsEveryLayerAfterTheLastStep";
  private static final String FIRST = "goesOnFromAFirstStateOfThisBatch";
  private static final RecurrentStack CORRECT = new MyRecurrentStack();

  private RecurrentStackPool() {}

  private static void check(Tensor inputs, Tensor first) {
    if (first.dim(1) != inputs.dim(1)) {
      throw new IllegalArgumentException("the first state is for another batch");
    }
  }

  /** One layer along all steps, its inputs (T,N,·) to its states (T,N,H). */
  private static Tensor walk(int layer, Tensor inputs, Tensor first, RecurrentStack.Cells cells) {
    Tensor[] states = new Tensor[inputs.dim(0)];
    Tensor state = first;
    for (int t = 0; t < states.length; t++) {
      state = cells.next(layer, inputs.at(t), state);
      states[t] = state;
    }
    return Tensor.stack(states);
  }

  private static RecurrentStack.Run layerByLayer(
      Tensor inputs, Tensor first, RecurrentStack.Cells cells) {
    Tensor sequence = inputs;
    Tensor[] last = new Tensor[first.dim(0)];
    for (int l = 0; l < last.length; l++) {
      sequence = walk(l, sequence, first.at(l), cells);
      last[l] = sequence.at(inputs.dim(0) - 1);
    }
    return new RecurrentStack.Run(sequence, Tensor.stack(last));
  }

  @Right(idea = "layer by layer, as the chapter does it by hand")
  static final class LayerByLayer implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      return layerByLayer(inputs, first, cells);
    }
  }

  @Right(idea = "asks for each state by recursion, and glues the parts with concat and reshape")
  static final class Recursive implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      int layers = first.dim(0);
      int steps = inputs.dim(0);
      Tensor[] output = new Tensor[steps];
      for (int t = 0; t < steps; t++) {
        output[t] = state(inputs, first, cells, layers - 1, t);
      }
      Tensor[] state = new Tensor[layers];
      for (int l = 0; l < layers; l++) {
        state[l] = state(inputs, first, cells, l, steps - 1);
      }
      int sentences = inputs.dim(1);
      return new Run(
          Tensor.concat(0, output).reshape(steps, sentences, first.dim(2)),
          Tensor.concat(0, state).reshape(first.shape().toArray()));
    }

    private static Tensor state(Tensor inputs, Tensor first, Cells cells, int l, int t) {
      if (t < 0) {
        return first.at(l);
      }
      Tensor below = l == 0 ? inputs.at(t) : state(inputs, first, cells, l - 1, t);
      return cells.next(l, below, state(inputs, first, cells, l, t - 1));
    }
  }

  @Wrong(
      idea = "a layer reads the layer below as it was before this step",
      fails = {OUTPUT, STATE, FIRST},
      feedback = "as it was before this step")
  static final class ReadsLate implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      Tensor[] states = new Tensor[first.dim(0)];
      for (int l = 0; l < states.length; l++) {
        states[l] = first.at(l);
      }
      Tensor[] top = new Tensor[inputs.dim(0)];
      for (int t = 0; t < top.length; t++) {
        for (int l = states.length - 1; l > 0; l--) {
          states[l] = cells.next(l, states[l - 1], states[l]);
        }
        states[0] = cells.next(0, inputs.at(t), states[0]);
        top[t] = states[states.length - 1];
      }
      return new Run(Tensor.stack(top), Tensor.stack(states));
    }
  }

  @Wrong(
      idea = "one state variable: a layer goes on where the layer below stopped",
      fails = {OUTPUT, STATE, FIRST},
      feedback = "each has a state of its own")
  static final class OneState implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      Tensor sequence = inputs;
      Tensor state = first.at(0);
      Tensor[] last = new Tensor[first.dim(0)];
      for (int l = 0; l < last.length; l++) {
        sequence = walk(l, sequence, state, cells);
        state = sequence.at(inputs.dim(0) - 1);
        last[l] = state;
      }
      return new Run(sequence, Tensor.stack(last));
    }
  }

  @Wrong(
      idea = "the new state is dropped",
      fails = {OUTPUT, STATE, FIRST},
      feedback = "the new state was dropped")
  static final class Forgetful implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      Tensor[] top = new Tensor[inputs.dim(0)];
      Tensor[] last = new Tensor[first.dim(0)];
      for (int t = 0; t < top.length; t++) {
        Tensor signal = inputs.at(t);
        for (int l = 0; l < last.length; l++) {
          signal = cells.next(l, signal, first.at(l));
          last[l] = signal;
        }
        top[t] = signal;
      }
      return new Run(Tensor.stack(top), Tensor.stack(last));
    }
  }

  @Wrong(
      idea = "Output of the bottom layer",
      fails = {OUTPUT, FIRST},
      feedback = "this is the bottom layer")
  static final class BottomLayer implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      Tensor state = CORRECT.run(inputs, first, cells).state();
      return new Run(walk(0, inputs, first.at(0), cells), state);
    }
  }

  @Wrong(
      idea = "State of the top layer alone",
      fails = {STATE, FIRST},
      feedback = "this is the top layer alone")
  static final class TopAlone implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      Tensor output = CORRECT.run(inputs, first, cells).output();
      return new Run(output, Tensor.stack(output.at(inputs.dim(0) - 1)));
    }
  }

  @Wrong(
      idea = "State sentence first, (N,L,H)",
      fails = {STATE, FIRST},
      feedback = "sentence first")
  static final class SentenceFirst implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      Run right = CORRECT.run(inputs, first, cells);
      return new Run(right.output(), right.state().transpose(1, 0, 2));
    }
  }

  @Wrong(idea = "starts from zeros", fails = FIRST, feedback = "this starts from zeros")
  static final class FromZeros implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      check(inputs, first);
      return CORRECT.run(inputs, first.times(0), cells);
    }
  }

  @Wrong(idea = "the first state needs no check", fails = FIRST, feedback = "expected an Illegal")
  static final class Unchecked implements RecurrentStack {
    @Override
    public Run run(Tensor inputs, Tensor first, Cells cells) {
      return layerByLayer(inputs, first, cells);
    }
  }
}
