package seq2seq.graded.ch03;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * Layers, inputs and first states for the graded test of the stack, and in plain arrays what comes
 * out of them.
 *
 * @param inputs (T,N,D)
 * @param first (L,N,H)
 * @param inputWeights for each layer (D,H), above the bottom (H,H)
 * @param stateWeights for each layer (H,H)
 */
record StackInputs(Tensor inputs, Tensor first, Tensor[] inputWeights, Tensor[] stateWeights)
    implements RecurrentStack.Cells {

  /** Chooses what a layer reads at a step, counted from 1: the right thing, or a mistake's. */
  interface Reads {
    /**
     * What is read.
     *
     * @param states [l][t] is the state of layer l after t steps (N,H)
     */
    double[][] of(double[][][][] states, int layer, int step);
  }

  /** Random layers, and first states of zeros. */
  static StackInputs random(int layers, int steps, int sentences, int d, int h, Generator random) {
    Tensor[] inputWeights = new Tensor[layers];
    Tensor[] stateWeights = new Tensor[layers];
    for (int l = 0; l < layers; l++) {
      inputWeights[l] = Tensor.normal(Shape.of(l == 0 ? d : h, h), 0.4f, random);
      stateWeights[l] = Tensor.normal(Shape.of(h, h), 0.4f, random);
    }
    Tensor inputs = Tensor.normal(Shape.of(steps, sentences, d), 1, random);
    return new StackInputs(inputs, Tensor.zeros(layers, sentences, h), inputWeights, stateWeights);
  }

  /** The same, with a random first state for {@code sentences}. */
  StackInputs startingAnywhere(int sentences, Generator random) {
    Tensor other = Tensor.normal(Shape.of(layers(), sentences, first.dim(2)), 0.4f, random);
    return new StackInputs(inputs, other, inputWeights, stateWeights);
  }

  @Override
  public Tensor next(int layer, Tensor input, Tensor before) {
    if (layer < 0 || layer >= layers()) {
      throw new IllegalStateException(
          "the layers are 0 to " + (layers() - 1) + "; asked for layer " + layer);
    }
    Tensor fromInput = input.matmul(inputWeights[layer]);
    return fromInput.plus(before.matmul(stateWeights[layer])).tanh();
  }

  /** The states that come of these choices, [layer][after how many steps][sentence][unit]. */
  double[][][][] states(Reads input, Reads before) {
    double[][][][] states = new double[layers()][steps() + 1][][];
    for (int l = 0; l < layers(); l++) {
      states[l][0] = rows(first.at(l));
    }
    for (int l = 0; l < layers(); l++) {
      for (int t = 1; t <= steps(); t++) {
        states[l][t] = next(l, input.of(states, l, t), before.of(states, l, t));
      }
    }
    return states;
  }

  private double[][] next(int layer, double[][] input, double[][] before) {
    double[][] after = new double[input.length][first.dim(2)];
    for (int n = 0; n < after.length; n++) {
      double[] x = input[n];
      double[] h = before[n];
      Arrays.setAll(
          after[n],
          j -> StrictMath.tanh(dot(x, inputWeights[layer], j) + dot(h, stateWeights[layer], j)));
    }
    return after;
  }

  private static double dot(double[] row, Tensor weight, int column) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * weight.get(i, column);
    }
    return sum;
  }

  /** What is right: the inputs at the bottom, above it the layer below after the same step. */
  double[][] below(double[][][][] states, int layer, int step) {
    return layer == 0 ? rows(inputs.at(step - 1)) : states[layer - 1][step];
  }

  /** What is right: the same layer one step before. */
  double[][] before(double[][][][] states, int layer, int step) {
    return states[layer][step - 1];
  }

  double[][] zeros() {
    return new double[sentences()][first.dim(2)];
  }

  int layers() {
    return inputWeights.length;
  }

  int steps() {
    return inputs.dim(0);
  }

  int sentences() {
    return inputs.dim(1);
  }

  /** As failures name this run. */
  String inWords() {
    return "L = "
        + layers()
        + ", T = "
        + steps()
        + ", N = "
        + sentences()
        + ", D = "
        + inputs.dim(2)
        + ", H = "
        + first.dim(2);
  }

  private static double[][] rows(Tensor matrix) {
    double[][] rows = new double[matrix.dim(0)][matrix.dim(1)];
    for (int n = 0; n < rows.length; n++) {
      int row = n;
      Arrays.setAll(rows[n], j -> matrix.get(row, j));
    }
    return rows;
  }
}
