package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import seq2seq.ch02_recurrence.Cell;
import seq2seq.ch02_recurrence.GruCell;
import seq2seq.ch02_recurrence.LstmCell;
import seq2seq.ch02_recurrence.RnnCell;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;

/** Puts a case's weights into a model. */
final class Filling {
  private Filling() {}

  /** Overwrites every parameter by name; the names and the shapes must be exactly the case's. */
  static void fill(List<Parameter> parameters, ReferenceCase reference) {
    assertThat(parameters)
        .extracting(Parameter::name)
        .as("%s: the parameters", reference)
        .containsExactlyInAnyOrderElementsOf(reference.weightNames());
    for (Parameter p : parameters) {
      Tensor first = reference.weight(p.name());
      assertThat(p.value().shape()).as("shape of %s", p.name()).isEqualTo(first.shape());
      System.arraycopy(first.liveData(), 0, p.value().liveData(), 0, first.size());
    }
  }

  /** A cell of the case's kind around the weights whose names start with {@code prefix}. */
  static Cell cell(ReferenceCase reference, String prefix) {
    Tensor input = reference.weight(prefix + "W_xh");
    Tensor state = reference.weight(prefix + "W_hh");
    return switch (reference.option("cell")) {
      case "rnn" -> new RnnCell(input, state, reference.weight(prefix + "b_h"));
      case "lstm" -> new LstmCell(input, state, reference.weight(prefix + "b_h"));
      case "gru" ->
          new GruCell(
              input, state, reference.weight(prefix + "b_xh"), reference.weight(prefix + "b_hh"));
      default -> throw new IllegalArgumentException("no cell " + reference.option("cell"));
    };
  }

  /** The case's L cells. */
  static List<Cell> cells(ReferenceCase reference) {
    return java.util.stream.IntStream.range(0, reference.size("layers"))
        .mapToObj(l -> cell(reference, "cell." + l + "."))
        .toList();
  }
}
