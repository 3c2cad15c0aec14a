package seq2seq.commands;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.nn.Parameter;

/**
 * What PyTorch calls one of our parameters, and how it lays it out.
 *
 * <p>Every matrix is transposed, since {@code nn.Linear} computes x·Wᵀ and the recurrent layers do
 * likewise; an embedding table is the same. Gates stand in the same order, r, z, n and i, f, g, o.
 * An RNN or LSTM has one bias here and two there, of which only the sum matters.
 *
 * @param name {@code encoder.rnn.weight_ih_l0}
 * @param layout how its numbers lie
 */
record TorchName(String name, Layout layout) {

  /** How PyTorch lays a parameter out. */
  enum Layout {
    /** As here. */
    SAME,
    /** (in,out) here is (out,in) there. */
    TRANSPOSED,
    /** (A) here is (1,A) there: the weight of a linear layer with one output. */
    ONE_ROW,
    /** One bias here is the sum of {@code bias_ih} and {@code bias_hh} there. */
    TWO_BIASES
  }

  private record Rule(Pattern ours, String theirs, Layout layout) {}

  private static final List<Rule> RULES =
      List.of(
          rule("embedding\\.W", "embedding.weight", Layout.SAME),
          rule("cell\\.(\\d+)\\.W_xh", "rnn.weight_ih_l$2", Layout.TRANSPOSED),
          rule("cell\\.(\\d+)\\.W_hh", "rnn.weight_hh_l$2", Layout.TRANSPOSED),
          rule("cell\\.(\\d+)\\.b_xh", "rnn.bias_ih_l$2", Layout.SAME),
          rule("cell\\.(\\d+)\\.b_hh", "rnn.bias_hh_l$2", Layout.SAME),
          rule("cell\\.(\\d+)\\.b_h", "rnn.bias_ih_l$2", Layout.TWO_BIASES),
          rule("bridge\\.hidden\\.(\\d+)\\.W", "bridge_h.$2.weight", Layout.TRANSPOSED),
          rule("bridge\\.hidden\\.(\\d+)\\.b", "bridge_h.$2.bias", Layout.SAME),
          rule("bridge\\.memory\\.(\\d+)\\.W", "bridge_c.$2.weight", Layout.TRANSPOSED),
          rule("bridge\\.memory\\.(\\d+)\\.b", "bridge_c.$2.bias", Layout.SAME),
          rule("attention\\.W_q", "attention.query.weight", Layout.TRANSPOSED),
          rule("attention\\.W_k", "attention.key.weight", Layout.TRANSPOSED),
          rule("attention\\.v", "attention.score.weight", Layout.ONE_ROW),
          rule("output\\.W", "output.weight", Layout.TRANSPOSED),
          rule("output\\.b", "output.bias", Layout.SAME));

  private static Rule rule(String ours, String theirs, Layout layout) {
    return new Rule(Pattern.compile("(encoder|decoder)\\." + ours), "$1." + theirs, layout);
  }

  /** The name and layout there of a parameter here. */
  static TorchName of(Parameter parameter) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.ours.matcher(parameter.name());
      if (matcher.matches()) {
        return new TorchName(matcher.replaceFirst(rule.theirs), rule.layout);
      }
    }
    throw new IllegalArgumentException("PyTorch: no name is known for " + parameter.name());
  }

  /** The second of two biases: {@code encoder.rnn.bias_hh_l0}. */
  String secondBias() {
    return name.replace("bias_ih", "bias_hh");
  }

  /**
   * The shape there of what has {@code shape} here.
   *
   * @param shape sizes, outermost first
   */
  int[] shape(int[] shape) {
    return switch (layout) {
      case TRANSPOSED -> new int[] {shape[1], shape[0]};
      case ONE_ROW -> new int[] {1, shape[0]};
      case SAME, TWO_BIASES -> shape.clone();
    };
  }

  /**
   * The numbers there, or back.
   *
   * @param values row-major
   * @param columns of the matrix that they are
   * @return the same numbers, a new array
   */
  float[] turned(float[] values, int columns) {
    if (layout != Layout.TRANSPOSED) {
      return values.clone();
    }
    int rows = values.length / columns;
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i % columns * rows + i / columns] = values[i];
    }
    return turned;
  }
}
