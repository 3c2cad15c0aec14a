package seq2seq.ch02_recurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Linear;
import seq2seq.nn.Parameter;

/**
 * The smallest task that needs a long memory: read T random symbols, then say which was the first.
 *
 * <p>The symbols after the first are noise: a cell must keep one thing and ignore T-1 others, and
 * it can learn to do so only if the gradient reaches back T-1 steps. The latching problem of
 * Bengio, Simard and Frasconi (1994).
 *
 * @param loss the mean cross-entropy of the last quarter of the training, nats; log 4 = 1.3863 is
 *     guessing
 * @param right how often the trained cell is right on new sequences, from 0 to 1; 0.25 is guessing
 */
public record FirstSymbol(double loss, double right) {
  private static final int SYMBOLS = 4;
  private static final int HIDDEN = 16;
  private static final int BATCH = 32;
  private static final int TRIALS = 1000;
  private static final double LEARNING_RATE = 0.01;

  /**
   * Trains a cell of 16 units and tries it on 1000 new sequences.
   *
   * @param keep added, before training, to the bias of the gate that keeps the old state (the GRU's
   *     update gate, the LSTM's forget gate); the plain cell has none, and ignores it
   * @param steps T, at least 1
   * @param updates of the weights, at least 4, each from 32 sequences
   * @param generator draws weights and symbols
   * @throws IllegalArgumentException if {@code steps} is below 1 or {@code updates} below 4
   */
  public static FirstSymbol train(
      CellKind kind, double keep, int steps, int updates, Generator generator) {
    if (steps < 1 || updates < 4) {
      throw new IllegalArgumentException(
          "first symbol: needs T ≥ 1 and at least 4 updates; got T = " + steps + ", " + updates);
    }
    Cell cell = cell(kind, keep, generator);
    Linear answer = Linear.xavier(HIDDEN, SYMBOLS, generator);
    List<Parameter> parameters = new ArrayList<>(Parameter.within("cell", cell));
    parameters.addAll(Parameter.within("answer", answer));
    Adam adam = new Adam(LEARNING_RATE);
    double sum = 0;
    for (int update = 0; update < updates; update++) {
      int[][] symbols = draw(steps, BATCH, generator);
      Parameter.clearGrads(parameters);
      Tensor loss = logits(cell, answer, symbols).crossEntropy(symbols[0]).mean();
      loss.backward();
      adam.step(parameters);
      sum += update >= updates - updates / 4 ? loss.item() : 0;
    }
    double right = NoGrad.get(() -> right(cell, answer, draw(steps, TRIALS, generator)));
    return new FirstSymbol(sum / (updates / 4), right);
  }

  /** Logits (N,4) after all of symbols (T,N). */
  private static Tensor logits(Cell cell, Linear answer, int[][] symbols) {
    CellState state = cell.zeroState(symbols[0].length);
    for (int[] step : symbols) {
      state = cell.next(Tensor.oneHot(step, SYMBOLS), state);
    }
    return answer.forward(state.hidden());
  }

  private static double right(Cell cell, Linear answer, int[][] symbols) {
    int[] said = logits(cell, answer, symbols).argMax();
    int right = 0;
    for (int n = 0; n < said.length; n++) {
      right += said[n] == symbols[0][n] ? 1 : 0;
    }
    return (double) right / said.length;
  }

  private static int[][] draw(int steps, int sentences, Generator generator) {
    int[][] symbols = new int[steps][sentences];
    for (int[] step : symbols) {
      Arrays.setAll(step, n -> generator.nextInt(SYMBOLS));
    }
    return symbols;
  }

  /** In both gated cells the gate that keeps is the second: columns H to 2H-1 of the bias. */
  private static Cell cell(CellKind kind, double keep, Generator generator) {
    Cell cell = kind.create(SYMBOLS, HIDDEN, generator);
    float[] bias = cell.inputBias().toArray();
    for (int column = HIDDEN; column < Math.min(2 * HIDDEN, bias.length); column++) {
      bias[column] += (float) keep;
    }
    Tensor raised = Tensor.of(bias);
    return switch (kind) {
      case RNN -> cell;
      case GRU ->
          new GruCell(cell.inputWeight(), cell.stateWeight(), raised, ((GruCell) cell).stateBias());
      case LSTM -> new LstmCell(cell.inputWeight(), cell.stateWeight(), raised);
    };
  }
}
