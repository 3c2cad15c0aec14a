package seq2seq.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import seq2seq.cli.Command;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * {@code learn bench}: training steps, matrix products, translations and growth, as tables, bar
 * charts and JSON.
 */
@picocli.CommandLine.Command(
    name = "bench",
    description = "Times training steps, matrix products and translations.",
    sortOptions = false)
public final class BenchCommand implements Command {
  /** What can be measured by itself. */
  enum Part {
    /** A training step of each configuration. */
    steps,
    /** Matrix products. */
    products,
    /** Greedy translation. */
    translations,
    /** A training step with one size doubled. */
    growth
  }

  @Option(
      names = "--config",
      paramLabel = "NAME",
      description = "only this training step: d2l-0.17, d2l-1.0 or large-vocab (default: all)")
  private String config;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "only this: ${COMPLETION-CANDIDATES} (default: all, each in a JVM of its own)")
  private Part only;

  @Option(names = "--here", hidden = true, description = "one part, in this JVM")
  private boolean here;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "threads to use (default: all cores)")
  private Integer threads;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the rows as one JSON array")
  private Path json;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "where the bar charts go (default: runs/bench.png, and -growth.png beside it)")
  private Path plot;

  @Override
  public int place() {
    return 22;
  }

  @Override
  public Integer call() throws IOException {
    BenchRows rows = new BenchRows();
    if (threads != null) {
      if (threads < 1) {
        throw new UsageError("bench: --threads must be at least 1; got " + threads);
      }
      Parallel.use(threads);
    }
    if (config != null && only != null && only != Part.steps) {
      throw new UsageError("bench: --config goes with --only steps, not with " + only);
    }
    List<BenchConfig> configs = chosen();
    if (here) {
      measure(configs.get(0), rows);
    } else {
      if (only == null || only == Part.steps) {
        configs.forEach(c -> elsewhere(rows, c.heap(), "--config", c.name()));
      }
      for (Part part : Part.values()) {
        if (part != Part.steps && config == null && (only == null || only == part)) {
          elsewhere(rows, List.of(), "--only", part.name());
        }
      }
    }
    System.out.println("kernel: " + Kernels.active().description() + "\n");
    System.out.print(BenchReport.tables(rows));
    if (json != null) {
      rows.write(json);
    }
    if (plot != null || config == null && only == null) {
      Path file = plot != null ? plot : Home.directory().resolve("runs").resolve("bench.png");
      BenchReport.plot(rows, file);
      System.out.println("\ncharts: " + file + ", " + BenchReport.growthFile(file));
    }
    return 0;
  }

  private static void elsewhere(BenchRows rows, List<String> flags, String option, String value) {
    String count = Integer.toString(Parallel.threads());
    BenchProcess.run(rows, flags, "--here", option, value, "--threads", count);
  }

  /** One part, in this JVM. */
  private void measure(BenchConfig model, BenchRows rows) {
    switch (only == null ? Part.steps : only) {
      case steps -> rows.steps.add(Bench.step(model));
      case products -> rows.products.addAll(products());
      case translations -> {
        for (int atATime : new int[] {1, 50, 250}) {
          rows.translations.add(Bench.translate(BenchConfig.ALL.get(0), atATime));
          rows.translations.add(Bench.translate(BenchConfig.ALL.get(1), atATime));
        }
      }
      case growth -> rows.growth.addAll(Bench.growth(BenchConfig.ALL.get(1)));
    }
  }

  private List<BenchConfig> chosen() {
    if (config == null) {
      return BenchConfig.ALL;
    }
    List<BenchConfig> found =
        BenchConfig.ALL.stream().filter(c -> c.name().equals(config)).toList();
    if (found.isEmpty()) {
      throw new UsageError(
          "bench: there is no configuration \""
              + config
              + "\"; choose one of "
              + String.join(", ", BenchConfig.ALL.stream().map(BenchConfig::name).toList()));
    }
    return found;
  }

  /** The textbook's loop; then each kernel with one thread and with as many as are asked for. */
  private static List<Bench.MatMulRow> products() {
    List<Bench.MatMulRow> rows = new ArrayList<>();
    int asked = Parallel.threads();
    Parallel.use(1);
    rows.add(Bench.tripleLoop(128, 512, 768));
    rows.add(Bench.tripleLoop(64, 32, 96));
    List<Kernel> kernels = new ArrayList<>(List.of(Kernels.plain()));
    Kernels.simd().ifPresent(kernels::add);
    for (Kernel kernel : kernels) {
      for (int count : asked == 1 ? new int[] {1} : new int[] {1, asked}) {
        Parallel.use(count);
        rows.add(Bench.matmul(kernel, 128, 512, 768));
        rows.add(Bench.matmul(kernel, 64, 32, 96));
      }
    }
    Parallel.use(asked);
    return rows;
  }
}
