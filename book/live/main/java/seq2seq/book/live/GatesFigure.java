package seq2seq.book.live;

import java.util.Arrays;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch02_recurrence.GradientOverTime;
import seq2seq.ch02_recurrence.GruCell;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;

/** Chapter 2: the gates of one unit; how far back a gradient reaches. */
final class GatesFigure implements Figure {
  private static final int HIDDEN = 16;
  private static final int STEPS = 50;

  @Override
  public void answer(Request request, Json answer) {
    unit(request, answer);
    reach(request, answer);
  }

  /** One GRU unit with weights of 1: what reaches its gates is what the reader sets. */
  private static void unit(Request request, Json answer) {
    float h = (float) request.number("before", "the state before", -1, 1);
    float toReset = (float) request.number("reset", "what reaches the reset gate", -10, 10);
    float toUpdate = (float) request.number("update", "what reaches the update gate", -10, 10);
    float input = (float) request.number("input", "what the input gives the candidate", -5, 5);
    GruCell cell =
        new GruCell(
            Tensor.zeros(1, 3),
            Tensor.of(new float[][] {{0, 0, 1}}),
            Tensor.zeros(3),
            Tensor.zeros(3));
    Tensor before = Tensor.of(new float[][] {{h}});
    GruCell.Gates gates = cell.gates(Tensor.of(new float[][] {{toReset, toUpdate, input}}), before);
    answer
        .fixed("r", gates.reset().item())
        .fixed("z", gates.update().item())
        .fixed("candidate", gates.candidate().item())
        .fixed("after", GruCell.mix(gates, before).item());
  }

  private static void reach(Request request, Json answer) {
    CellKind kind =
        switch (request.text("cell")) {
          case "rnn" -> CellKind.RNN;
          case "gru" -> CellKind.GRU;
          case "lstm" -> CellKind.LSTM;
          default -> throw new IllegalArgumentException("cell: rnn, gru or lstm is needed");
        };
    double scale = request.number("scale", "scale of W", 0.1, 3);
    double keep = request.number("keep", "bias of the gate that keeps", -6, 6);
    GradientOverTime measured =
        GradientOverTime.measure(kind, HIDDEN, STEPS, scale, keep, 0, Generator.seeded(3));
    double[] sizes = kind == CellKind.LSTM ? measured.cell() : measured.hidden();
    answer.texts(
        "sizes", Arrays.stream(sizes).mapToObj(size -> Numbers.scientific(size, 3)).toList());
  }
}
