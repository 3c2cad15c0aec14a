package seq2seq.plot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every kind of plot once, with data like the chapters'; {@code main} saves them to be looked at.
 */
public final class PlotGallery {
  private PlotGallery() {}

  public static void main(String[] args) {
    all().forEach((name, picture) -> picture.save(Path.of(args[0], name + ".png")));
  }

  static Map<String, Picture> all() {
    Map<String, Picture> all = new LinkedHashMap<>();
    double[] k = {0, 10, 20, 30, 40, 50};
    all.put(
        "plot-lines",
        LinePlot.of("How far back a gradient reaches", "steps back, k", "size of the gradient")
            .with("RNN, scale 0.5", k, powers(0.5))
            .with("RNN, scale 2", k, powers(1.19))
            .with("GRU, gates half open", k, powers(0.6))
            .with("GRU, gates that keep", k, powers(0.984))
            .with("LSTM, gates that keep", k, powers(0.97))
            .withLogY()
            .withNamesAtLines());
    double[] x = {1, 2, 3, 4, 5, 6};
    SmallMultiples many =
        SmallMultiples.of("Loss of each network", "updates", "loss, nats").withLogY();
    for (int i = 0; i < 9; i++) {
      many = many.with("network " + i, x, new double[] {2, 1, 0.5, 0.2, 0.1, 0.02 * (i + 1)});
    }
    all.put("plot-multiples", many.withReference(0.116, "log 2 / 6"));
    all.put(
        "plot-bars",
        BarPlot.of(
                "Six means of the same six losses",
                "mean",
                "nats per word",
                "right",
                "no mask",
                "over all",
                "mask late",
                "twice",
                "per sentence")
            .with("loss", new double[] {0.7, 2.3333, 0.4667, 2.3333, 0.2333, 0.5})
            .withGroups("right", "wrong", "wrong", "wrong", "wrong", "another question")
            .withReference(0.7, "0.7, the mean over real words")
            .withValues(4));
    all.put(
        "plot-legend",
        LinePlot.of("Gradient norm", "update", "global gradient norm")
            .with("before clipping", x, new double[] {0.6, 3, 8, 2, 0.7, 0.9})
            .with("after", x, new double[] {0.5, 0.5, 0.5, 0.5, 0.5, 0.5})
            .withLogY()
            .withReference(0.5, "limit"));
    LossCurve loss =
        LossCurve.of("phrases")
            .with("training", new double[] {3, 1.2, 0.7, 0.4})
            .with("held out", new double[] {2.8, 1.3, 0.9, 1});
    all.put("plot-loss", loss.withBest("held out"));
    all.put(
        "plot-live",
        loss.withBatches(
            List.of(new double[] {0.2, 4}, new double[] {0.5, 3.4}, new double[] {0.8, 3})));
    all.put(
        "plot-epoch",
        LossCurve.of("one epoch").with("training", new double[] {3}).withBest("training"));
    all.put(
        "plot-below-zero",
        BarPlot.of(
                "Change",
                "what",
                "points",
                "a name of several words",
                "short",
                "also long, but less")
            .with("seen lengths", new double[] {-1.5, 2, 0.3})
            .with("longer sentences than any before", new double[] {-0.5, Double.NaN, 3})
            .withReference(1.2, "a limit")
            .withValues(1));
    all.put(
        "plot-two-bars",
        BarPlot.of(
                "Success by exercise, 1.1 to 1.3",
                "exercise",
                "share, from 0 to 1",
                "1.1",
                "1.2",
                "1.3")
            .with("points earned", new double[] {0.8, 0.5, 1})
            .with("students with full points", new double[] {0.6, 0.2, 1}));
    LinePlot lines = LinePlot.of("Twelve lines", "length", "exact match, %").withYRange(0, 100);
    for (int i = 0; i < 12; i++) {
      lines =
          lines.with(
              "a line with a name, number " + i, x, new double[] {100, 8 * i, 50, i, 3 * i, 0});
    }
    all.put("plot-many", lines.withReference(40, "chance"));
    all.put(
        "plot-many-names",
        lines.withNamesAtLines().withReference(40, "what chance alone would give here"));
    all.put(
        "plot-log",
        LinePlot.of("Gradients", "T", "norm")
            .with("a", new double[] {1, 2, 4, 8}, new double[] {0.5, 0.25, 0.125, 0.0625})
            .withLogY());
    all.put("plot-mask", MaskGrid.of(3, new int[] {1, 2}));
    float[][] cells = {{0, 0.5f}, {1, Float.NaN}};
    all.put("plot-heat", Heatmap.of(cells, new String[] {"a", "b"}).withValues(2));
    return all;
  }

  private static double[] powers(double factor) {
    double[] y = new double[6];
    for (int i = 0; i < y.length; i++) {
      y[i] = StrictMath.pow(factor, 10 * i);
    }
    return y;
  }
}
