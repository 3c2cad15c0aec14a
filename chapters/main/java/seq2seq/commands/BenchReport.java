package seq2seq.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import seq2seq.data.Tables;
import seq2seq.engine.Numbers;
import seq2seq.plot.BarPlot;

/** The tables of a benchmark, and its bar charts. */
final class BenchReport {
  private BenchReport() {}

  /** The tables of what has been measured, with an empty line between them. */
  static String tables(BenchRows rows) {
    StringBuilder text = new StringBuilder();
    table(
        text,
        List.of(
            "config",
            "ms per step",
            "least",
            "tokens/s",
            "threads",
            "kernel",
            "jdk",
            "peak heap, MB",
            "round trip, ns"),
        rows.steps,
        r ->
            List.of(
                r.config(),
                Numbers.fixed(r.msPerStep(), 2),
                Numbers.fixed(r.leastMsPerStep(), 2),
                Numbers.fixed(r.tokensPerSecond(), 0),
                Integer.toString(r.threads()),
                r.kernel(),
                r.jdk(),
                Numbers.fixed(r.peakHeapMB(), 0),
                r.threads() == 1 ? "" : Numbers.fixed(r.roundTripNanos(), 0)));
    table(
        text,
        List.of("kernel", "shape", "threads", "GFLOP/s", "best"),
        rows.products,
        r ->
            List.of(
                r.kernel(),
                r.shape(),
                Integer.toString(r.threads()),
                Numbers.fixed(r.gflops(), 1),
                Numbers.fixed(r.bestGflops(), 1)));
    table(
        text,
        List.of("greedy translation", "sentences", "at a time", "sentences/s", "threads"),
        rows.translations,
        r ->
            List.of(
                r.model(),
                Integer.toString(r.sentences()),
                Integer.toString(r.atATime()),
                Numbers.fixed(r.sentencesPerSecond(), 0),
                Integer.toString(r.threads())));
    table(
        text,
        List.of("doubled", "ms per step", "times the time", "times the arithmetic"),
        rows.growth,
        r ->
            List.of(
                r.doubled(),
                Numbers.fixed(r.msPerStep(), 2),
                Numbers.fixed(r.times(), 2),
                Numbers.fixed(r.arithmetic(), 2)));
    return text.toString();
  }

  private static <R> void table(
      StringBuilder text, List<String> columns, List<R> rows, Function<R, List<String>> cells) {
    if (rows.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n");
    text.append(Tables.text(Tables.of("bench", columns, rows.stream().map(cells).toList())));
  }

  /**
   * Saves a chart of the steps and one of the growth, each where it has been measured.
   *
   * @return a line that names the files that were written
   */
  static String plot(BenchRows rows, Path file) {
    List<String> written = new ArrayList<>();
    if (!rows.steps.isEmpty()) {
      BarPlot.of(
              "Time per training step",
              "configuration",
              "milliseconds",
              rows.steps.stream().map(Bench.StepRow::config).toArray(String[]::new))
          .with("median", heights(rows.steps, Bench.StepRow::msPerStep))
          .withValues(1)
          .save(file);
      written.add(file.toString());
    }
    List<Bench.GrowthRow> doubled = rows.growth.stream().filter(r -> r.arithmetic() > 1).toList();
    if (!doubled.isEmpty()) {
      BarPlot.of(
              "What one doubled size costs",
              "doubled",
              "times as much",
              doubled.stream().map(Bench.GrowthRow::doubled).toArray(String[]::new))
          .with("time", heights(doubled, Bench.GrowthRow::times))
          .with("arithmetic", heights(doubled, Bench.GrowthRow::arithmetic))
          .withValues(2)
          .save(growthFile(file));
      written.add(growthFile(file).toString());
    }
    return written.isEmpty()
        ? "no chart: neither steps nor growth were measured"
        : "charts: " + String.join(", ", written);
  }

  /** {@code bench.png} becomes {@code bench-growth.png}. */
  static Path growthFile(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("\\.png$", "-growth.png"));
  }

  private static <R> double[] heights(List<R> rows, ToDoubleFunction<R> height) {
    return rows.stream().mapToDouble(height).toArray();
  }
}
