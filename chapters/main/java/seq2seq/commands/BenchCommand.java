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

  @Option(
      names = "--full",
      description = "training steps on sentences that all fill T steps, without padding")
  private boolean full;

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
      names = "--batches",
      paramLabel = "FILE",
      description = "only write the batches of an epoch of train, for torch_train.py")
  private Path batches;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "where the bar charts go (default: runs/bench.png, and -growth.png beside it)")
  private Path plot;

  @Override
  public Integer call() throws IOException {
    if (batches != null) {
      BenchBatches.ofTrain().write(batches);
      return 0;
    }
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
    if (full && only != null && only != Part.steps) {
      throw new UsageError("bench: --full goes with --only steps, not with " + only);
    }
    if (plot != null && !plot.toString().endsWith(".png")) {
      throw new UsageError("bench: --plot needs a file that ends in .png; got " + plot);
    }
    List<BenchConfig> configs = chosen();
    if (here) {
      measure(configs.get(0), rows);
    } else {
      if (only == null || only == Part.steps) {
        configs.forEach(c -> elsewhere(rows, c.heap(), "--config", c.name()));
      }
      for (Part part : Part.values()) {
        if (part != Part.steps && config == null && !full && (only == null || only == part)) {
          elsewhere(rows, List.of(), "--only", part.name());
        }
      }
    }
    System.out.println("kernel: " + Kernels.active().description() + "\n");
    System.out.print(BenchReport.tables(rows));
    if (json != null) {
      rows.write(json);
    }
    if (plot != null || config == null && only == null && !full) {
      Path file = plot != null ? plot : Home.directory().resolve("runs").resolve("bench.png");
      System.out.println("\n" + BenchReport.plot(rows, file));
    }
    return 0;
  }

  private void elsewhere(BenchRows rows, List<String> flags, String option, String value) {
    String count = Integer.toString(Parallel.threads());
    List<String> arguments = new ArrayList<>(List.of("--here", option, value, "--threads", count));
    if (full) {
      arguments.add("--full");
    }
    BenchProcess.run(rows, flags, arguments);
  }

  /** One part, in this JVM. */
  private void measure(BenchConfig model, BenchRows rows) {
    switch (only == null ? Part.steps : only) {
      case steps -> rows.steps.add(Bench.step(full ? model.full() : model));
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
