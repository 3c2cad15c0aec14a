package seq2seq.ch11_capstone;

import java.util.List;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.ModelSizes;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * A decoder of chapter 4 around a function that knows one sentence, so that chapter 8 can write
 * with it. What the function remembers is the state, one row for each hypothesis.
 */
final class StepDecoder implements Decoder {
  private final Parts.Stepper stepper;
  private final double[] first;

  private StepDecoder(Parts.Stepper stepper, double[] first) {
    this.stepper = stepper;
    this.first = first.clone();
  }

  /** A model that starts from {@code first} (H), whatever its source is. */
  static Seq2Seq model(Parts.Stepper stepper, double[] first) {
    Seq2Seq any =
        new ModelSizes(CellKind.RNN, ContextMode.INITIAL, 4, 4, 1, 1, 1, 0)
            .initialise(Generator.seeded(1));
    return new Seq2Seq(any.encoder(), new StepDecoder(stepper, first));
  }

  /** A model whose state is what was written so far: how many words, then their ids. */
  static Seq2Seq model(Parts.Continuations known, int maxSteps) {
    Parts.Stepper stepper =
        (token, state) -> {
          double[] written = state.clone();
          boolean isStart = written[0] < 0;
          written[0] = isStart ? 0 : written[0] + 1;
          if (!isStart) {
            written[(int) written[0]] = token;
          }
          int[] prefix = new int[(int) written[0]];
          java.util.Arrays.setAll(prefix, i -> (int) written[i + 1]);
          return new Parts.Step(known.logProbabilities(prefix), written);
        };
    double[] nothing = new double[maxSteps + 1];
    nothing[0] = -1;
    return model(stepper, nothing);
  }

  @Override
  public State start(Encoded source) {
    Tensor state = Tensor.of(Shape.of(1, first.length), Plain.floats(first));
    return new State(List.of(CellState.of(state)), source);
  }

  @Override
  public Step step(int[] words, State before, Mode mode) {
    double[][] states = Plain.rows(before.cells().get(0).hidden());
    double[][] logits = new double[words.length][];
    for (int n = 0; n < words.length; n++) {
      Parts.Step step = stepper.step(words[n], states[n]);
      logits[n] = step.logits();
      states[n] = step.state();
    }
    CellState after = CellState.of(Plain.tensor(states));
    return new Step(Plain.tensor(logits), new State(List.of(after), before.source()));
  }

  @Override
  public Tensor forward(int[][] words, int[] lengths, Encoded source, Mode mode) {
    throw new UnsupportedOperationException("only step by step");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
