package seq2seq.ch02_recurrence;

import java.nio.file.Path;
import seq2seq.ch00_engine.Page;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.nn.Parameter;
import seq2seq.plot.Heatmap;
import seq2seq.plot.LinePlot;

/** Chapter 2 in numbers: one step by hand, the gates at work, gradients over time. */
public final class Tour {
  private static final int HIDDEN = 32;
  private static final int STEPS = 50;

  private Tour() {}

  /**
   * Prints the tour.
   *
   * @param args none, or the file of the picture instead of {@code runs/ch02/gradients.png}; the
   *     gates are drawn beside it as {@code gates.png}
   */
  public static void main(String[] args) {
    show(Page.of(args, "runs/ch02/gradients.png"));
  }

  static void show(Page page) {
    oneStep(page);
    shapes(page);
    gates(page);
    gradients(page);
  }

  private static void oneStep(Page page) {
    page.title("One step: h = tanh(x·W_xh + h·W_hh + b), N = 1, D = 2, H = 2");
    RnnCell cell =
        new RnnCell(
            Tensor.of(new float[][] {{0.5f, -0.5f}, {0.25f, 1}}),
            Tensor.of(new float[][] {{1, 0}, {0, -1}}),
            Tensor.of(0.1f, 0));
    Tensor x = Tensor.of(new float[][] {{1, 2}});
    CellState before = CellState.of(Tensor.of(new float[][] {{0.3f, -0.2f}}));
    page.print("x·W_xh + b", cell.project(x));
    page.print("h", cell.next(x, before).hidden());
  }

  private static void shapes(Page page) {
    page.title("Parameters, D = 8, H = 16");
    for (CellKind kind : CellKind.values()) {
      for (Parameter p : kind.create(8, 16, Generator.seeded(1)).parameters()) {
        page.print(kind + "." + p.name(), p.value().shape());
      }
    }
  }

  private static void gates(Page page) {
    page.title("Gates at work: a latch keeps the last value that came with write = 1");
    float[] values = {0.5f, -1, 0.8f, -0.3f, 1, -2, 0.4f, 0.1f};
    float[] write = {1, 0, 0, 1, 0, 0, 1, 0};
    Tensor inputs = Latch.sequence(values, write);
    page.print("value, write (T,N,D)", inputs.reshape(values.length, 2).transpose());
    GateTrace gru = GateTrace.of(Latch.gru(), inputs, 0, 0);
    page.print("GRU rows " + gru.names(), Tensor.of(gru.values()));
    GateTrace lstm = GateTrace.of(Latch.lstm(), inputs, 0, 0);
    page.print("LSTM rows " + lstm.names(), Tensor.of(lstm.values()));
    Path picture = page.picture().resolveSibling("gates.png");
    page.save(
        Heatmap.of(lstm.values(), lstm.names().toArray(new String[0]))
            .withTitle("An LSTM unit as a latch")
            .withAxes("gate, cell state c, hidden state h", "step")
            .withSigns()
            .withValues(1),
        picture);
  }

  private static void gradients(Page page) {
    page.title("‖∂h_T/∂h_{T-k}‖ after k steps back, H = 32, no input");
    double[] steps = new double[STEPS + 1];
    for (int k = 0; k <= STEPS; k++) {
      steps[k] = k;
    }
    LinePlot plot =
        LinePlot.of("How far back a gradient reaches", "steps back, k", "norm of the Jacobian");
    for (double scale : new double[] {0.5, 0.9, 2}) {
      String name = "rnn, weights × " + Numbers.fixed(scale, 1);
      plot = plot.with(name, steps, row(page, name, CellKind.RNN, scale, 0));
    }
    for (CellKind kind : new CellKind[] {CellKind.GRU, CellKind.LSTM}) {
      for (double keep : new double[] {0, 4}) {
        String name = kind + (keep == 0 ? ", gates half open" : ", gates that keep");
        plot = plot.with(name, steps, row(page, name, kind, 0.9, keep));
      }
    }
    page.print("Below 1 it vanishes, above 1 it explodes; gates that keep the old state carry it.");
    page.save(plot.withLogY().withSize(900, 700));
  }

  /** Prints the norms at a few k; returns them all, or the cell state's for the LSTM. */
  private static double[] row(Page page, String name, CellKind kind, double scale, double keep) {
    GradientOverTime norms =
        GradientOverTime.measure(kind, HIDDEN, STEPS, scale, keep, Generator.seeded(3));
    double[] shown = kind == CellKind.LSTM ? norms.cell() : norms.hidden();
    StringBuilder text = new StringBuilder();
    for (int k : new int[] {0, 1, 10, 25, 50}) {
      text.append("  k=").append(k).append(' ').append(Numbers.scientific(shown[k], 3));
    }
    page.print(name, text.toString().strip());
    return shown;
  }
}
