package seq2seq.graded.ch02;

import java.util.Arrays;
import seq2seq.engine.Generator;

/**
 * One step of a recurrent cell for the graded tests. All numbers fit a float, so that the same step
 * can be asked for in double and in float32.
 *
 * @param input x (N,D)
 * @param before h (N,H)
 * @param memory the cell state (N,H), which only the LSTM looks at
 * @param inputWeight W_xh (D,G·H)
 * @param stateWeight W_hh (H,G·H)
 * @param inputBias (G·H)
 * @param stateBias (G·H), which only the GRU looks at
 */
record CellInputs(
    double[][] input,
    double[][] before,
    double[][] memory,
    double[][] inputWeight,
    double[][] stateWeight,
    double[] inputBias,
    double[] stateBias) {

  /** A number for unit k of sentence n. */
  interface Unit {
    double of(int n, int k);
  }

  static CellInputs random(int sentences, int d, int h, int gates, Generator random) {
    return new CellInputs(
        matrix(sentences, d, random),
        matrix(sentences, h, random),
        matrix(sentences, h, random),
        matrix(d, gates * h, random),
        matrix(h, gates * h, random),
        matrix(1, gates * h, random)[0],
        matrix(1, gates * h, random)[0]);
  }

  /** From 1/4 to 1 of either sign: no number is so small that leaving it out would not show. */
  private static double[][] matrix(int rows, int columns, Generator random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(
          row, j -> (0.25f + 0.75f * random.nextFloat()) * (random.nextInt(2) == 0 ? 1 : -1));
    }
    return matrix;
  }

  /** The same step, the first of a sentence. */
  CellInputs fromZeroState() {
    double[][] zeros = new double[before.length][before[0].length];
    return new CellInputs(input, zeros, zeros, inputWeight, stateWeight, inputBias, stateBias);
  }

  /** The same step, with a bias for all units of one gate: 1000 opens it, -1000 shuts it. */
  CellInputs withBias(int gate, double bias) {
    double[] changed = inputBias.clone();
    Arrays.fill(changed, gate * hidden(), (gate + 1) * hidden(), bias);
    return new CellInputs(input, before, memory, inputWeight, stateWeight, changed, stateBias);
  }

  /** The same step with all weights and biases of a gate 0: its sigmoid is 1/2. */
  CellInputs withGateAtHalf(int gate) {
    CellInputs still = withoutPast(gate);
    return new CellInputs(
        input,
        before,
        memory,
        cleared(inputWeight, gate),
        still.stateWeight,
        cleared(new double[][] {inputBias}, gate)[0],
        still.stateBias);
  }

  /** The same step with the state's weights and bias of a gate 0. */
  CellInputs withoutPast(int gate) {
    double[] bias = cleared(new double[][] {stateBias}, gate)[0];
    double[][] weight = cleared(stateWeight, gate);
    return new CellInputs(input, before, memory, inputWeight, weight, inputBias, bias);
  }

  private double[][] cleared(double[][] matrix, int gate) {
    double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : copy) {
      Arrays.fill(row, gate * hidden(), (gate + 1) * hidden(), 0);
    }
    return copy;
  }

  int hidden() {
    return stateWeight.length;
  }

  /** An array (N,H), unit by unit. */
  double[][] units(Unit unit) {
    double[][] units = new double[before.length][hidden()];
    for (int n = 0; n < units.length; n++) {
      int sentence = n;
      Arrays.setAll(units[n], k -> unit.of(sentence, k));
    }
    return units;
  }

  /** x·W_xh + b_xh for gate {@code gate}. */
  Unit fromInput(int gate) {
    return (n, k) -> product(input[n], inputWeight, column(gate, k)) + inputBias[column(gate, k)];
  }

  /** h·W_hh for gate {@code gate}. */
  Unit fromState(int gate) {
    return (n, k) -> product(before[n], stateWeight, column(gate, k));
  }

  /** h·W_hh + b_hh for gate {@code gate}. */
  Unit fromStateAndBias(int gate) {
    return plus(fromState(gate), (n, k) -> stateBias[column(gate, k)]);
  }

  private int column(int gate, int unit) {
    return gate * hidden() + unit;
  }

  static double product(double[] row, double[][] matrix, int column) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * matrix[i][column];
    }
    return sum;
  }

  static Unit plus(Unit a, Unit b) {
    return (n, k) -> a.of(n, k) + b.of(n, k);
  }

  static Unit times(Unit a, Unit b) {
    return (n, k) -> a.of(n, k) * b.of(n, k);
  }

  static Unit tanh(Unit a) {
    return (n, k) -> StrictMath.tanh(a.of(n, k));
  }

  static Unit sigmoid(Unit a) {
    return (n, k) -> 1 / (1 + StrictMath.exp(-a.of(n, k)));
  }

  /** The unit of (N,H) numbers. */
  static Unit of(double[][] numbers) {
    return (n, k) -> numbers[n][k];
  }

  /** As failures name this step. */
  String inWords() {
    return "N = " + input.length + ", D = " + inputWeight.length + ", H = " + hidden();
  }
}
