package seq2seq.graded.ch04;

import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.grading.Graded;
import seq2seq.grading.Situation;

class StateBridgeGradedTest {
  private static final double NEAR = 1e-5;

  /** What the test puts in. */
  private record Inputs(Tensor state, Tensor weights, Tensor biases) {

    static Inputs random(int[] layers, int sentences, int encoder, int decoder, Generator random) {
      return new Inputs(
          Tensor.normal(Shape.of(layers[0], sentences, encoder), 0.7f, random),
          Tensor.normal(Shape.of(layers[1], encoder, decoder), 0.7f, random),
          Tensor.normal(Shape.of(layers[1], decoder), 0.7f, random));
    }

    int fewer() {
      return state.dim(0) - weights.dim(0);
    }

    /** The sum before tanh: a layer of the state times a layer of the weights, plus the bias. */
    double sum(int stateLayer, int layer, int n, int j) {
      double sum = biases.get(layer, j);
      for (int i = 0; i < state.dim(2); i++) {
        sum += (double) state.get(stateLayer, n, i) * weights.get(layer, i, j);
      }
      return sum;
    }

    String inWords() {
      return "a state " + state.shape() + ", weights " + weights.shape();
    }
  }

  /** One number of a result. */
  private interface Rule {
    double at(int layer, int sentence, int unit);
  }

  @Graded(exercise = "4.3", points = 2)
  void givesEachLayerWeightBiasAndTanh(StateBridge subject, Generator random) {
    compare(subject, Inputs.random(new int[] {2, 2}, 3, 4, 5, random));
    compare(subject, Inputs.random(new int[] {3, 3}, 2, 6, 4, random));
    compare(subject, Inputs.random(new int[] {2, 2}, 2, 3, 3, random));
    compare(subject, Inputs.random(new int[] {1, 1}, 1, 2, 3, random));
  }

  @Graded(exercise = "4.3", points = 1)
  void startsFewerLayersFromTheTopAndRefusesMore(StateBridge subject, Generator random) {
    compare(subject, Inputs.random(new int[] {3, 2}, 3, 4, 5, random));
    compare(subject, Inputs.random(new int[] {4, 2}, 2, 5, 3, random));
    Inputs more = Inputs.random(new int[] {2, 3}, 2, 4, 5, random);
    Situation.of("4.3", more.inWords())
        .rejects(
            () -> subject.bridge(more.state, more.weights, more.biases),
            "the decoder may not have more layers than the encoder");
  }

  private static void compare(StateBridge subject, Inputs in) {
    int k = in.fewer();
    int top = in.state.dim(0) - 1;
    Situation.of("4.3", in.inWords(), in.state, in.weights, in.biases)
        .call(() -> subject.bridge(in.state, in.weights, in.biases))
        .or(
            result(in, (l, n, j) -> in.sum(l + k, l, n, j)),
            "tanh is missing; a hidden state lies between -1 and 1")
        .or(
            result(in, (l, n, j) -> tanh(in.sum(l + k, l, n, j) - in.biases.get(l, j))),
            "the biases are missing")
        .or(
            result(in, (l, n, j) -> tanh(in.sum(l + k, 0, n, j))),
            "every layer was given layer 0's weight and bias; each has its own")
        .or(
            result(in, (l, n, j) -> tanh(in.sum(top, l, n, j))),
            "every layer starts from the encoder's top layer; each starts from its own")
        .or(
            result(in, (l, n, j) -> tanh(in.sum(l, l, n, j))),
            "these are the encoder's bottom layers; a decoder of fewer layers starts from the top")
        .or(
            result(in, (l, n, j) -> j < in.state.dim(2) ? in.state.get(l + k, n, j) : 0),
            "this is the encoder's state as it is, cut off or filled up with zeros")
        .is(result(in, (l, n, j) -> tanh(in.sum(l + k, l, n, j))), NEAR);
  }

  private static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  private static double[][][] result(Inputs in, Rule rule) {
    double[][][] result = new double[in.weights.dim(0)][in.state.dim(1)][in.weights.dim(2)];
    for (int l = 0; l < result.length; l++) {
      for (int n = 0; n < result[0].length; n++) {
        for (int j = 0; j < result[0][0].length; j++) {
          result[l][n][j] = rule.at(l, n, j);
        }
      }
    }
    return result;
  }
}
