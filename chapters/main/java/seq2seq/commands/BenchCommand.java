package seq2seq.commands;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import seq2seq.cli.Command;
import seq2seq.cli.UsageError;
import seq2seq.data.Tables;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * {@code learn bench}: time per training step and matrix products per second, as a table and as
 * JSON.
 */
@picocli.CommandLine.Command(
    name = "bench",
    description = "Times a training step of three models, and the matrix products.",
    sortOptions = false)
public final class BenchCommand implements Command {
  @Option(
      names = "--config",
      paramLabel = "NAME",
      description = "only this one: d2l-0.17, d2l-1.0 or large-vocab (default: all)")
  private String config;

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

  @Override
  public int place() {
    return 22;
  }

  @Override
  public Integer call() throws IOException {
    List<BenchConfig> configs = chosen();
    if (threads != null) {
      if (threads < 1) {
        throw new UsageError("bench: --threads must be at least 1; got " + threads);
      }
      Parallel.use(threads);
    }
    List<Bench.StepRow> steps = new ArrayList<>();
    List<Bench.MatMulRow> products = new ArrayList<>();
    configs.forEach(c -> steps.add(Bench.step(c)));
    if (config == null) {
      products.addAll(products());
    }
    print(steps, products);
    if (json != null) {
      List<Object> rows = new ArrayList<>(steps);
      rows.addAll(products);
      Files.writeString(
          json,
          new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(rows) + "\n",
          StandardCharsets.UTF_8);
    }
    return 0;
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

  /** Each kernel with one thread and with as many as are asked for. */
  private static List<Bench.MatMulRow> products() {
    List<Bench.MatMulRow> rows = new ArrayList<>();
    int asked = Parallel.threads();
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

  private static void print(List<Bench.StepRow> steps, List<Bench.MatMulRow> products) {
    List<List<String>> stepRows =
        steps.stream()
            .map(
                r ->
                    List.of(
                        r.config(),
                        Numbers.fixed(r.msPerStep(), 2),
                        Numbers.fixed(r.tokensPerSecond(), 0),
                        Integer.toString(r.threads()),
                        r.kernel(),
                        r.jdk()))
            .toList();
    System.out.print(
        Tables.text(
            Tables.of(
                "training step",
                List.of("config", "ms per step", "tokens/s", "threads", "kernel", "jdk"),
                stepRows)));
    if (!products.isEmpty()) {
      List<List<String>> productRows =
          products.stream()
              .map(
                  r ->
                      List.of(
                          r.kernel(),
                          r.shape(),
                          Integer.toString(r.threads()),
                          Numbers.fixed(r.gflops(), 1)))
              .toList();
      System.out.println();
      System.out.print(
          Tables.text(
              Tables.of(
                  "matrix product",
                  List.of("kernel", "shape", "threads", "GFLOP/s"),
                  productRows)));
    }
  }
}
