package seq2seq.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Option;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.ch10_attention.Bottleneck;
import seq2seq.ch10_attention.LengthCurves;
import seq2seq.cli.Command;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Parallel;
import seq2seq.files.AtomicFile;

/** {@code learn bottleneck}: chapter 10's experiment at full size. */
@picocli.CommandLine.Command(
    name = "bottleneck",
    description =
        "Chapter 10's experiment: how exact match falls with the length of a string, with a context"
            + " of fixed size and with attention.",
    sortOptions = false)
public final class BottleneckCommand implements Command {
  private static final long SEED = 10;
  private static final List<Bottleneck.Model> MODELS =
      List.of(
          new Bottleneck.Model(32, null),
          new Bottleneck.Model(64, null),
          new Bottleneck.Model(128, null),
          new Bottleneck.Model(64, AttentionKind.ADDITIVE));

  @Option(
      names = "--hidden",
      paramLabel = "H",
      description = "only the models of this size: 32, 64 or 128 (default: all)")
  private Integer hidden;

  @Option(
      names = "--pairs",
      paramLabel = "K",
      description = "strings to draw (default: ${DEFAULT-VALUE})",
      defaultValue = "20000")
  private int pairs;

  @Option(
      names = "--longest",
      paramLabel = "T",
      description = "symbols of the longest string (default: ${DEFAULT-VALUE})",
      defaultValue = "30")
  private int longest;

  @Option(
      names = "--epochs",
      paramLabel = "E",
      description = "times through the strings (default: ${DEFAULT-VALUE})",
      defaultValue = "8")
  private int epochs;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "threads to use; changes no bit of the result (default: all cores)")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for bottleneck.csv and bottleneck.png (default: runs/bottleneck)")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Bottleneck.Model> models = chosen();
    if (threads != null) {
      Parallel.use(atLeast("--threads", threads, 1));
    }
    Path folder = out == null ? Home.directory().resolve("runs").resolve("bottleneck") : out;
    Bottleneck experiment = new Bottleneck(settings());
    Files.createDirectories(folder);
    LengthCurves curves = LengthCurves.none();
    for (Bottleneck.Model model : models) {
      curves = curves.with(model.toString(), measured(experiment, model));
      AtomicFile.write(folder.resolve("bottleneck.csv"), curves.toText());
    }
    System.out.println();
    System.out.print(
        curves.table(curves.lengths().stream().mapToInt(n -> n).filter(n -> n % 3 == 0).toArray()));
    Path picture = folder.resolve("bottleneck.png");
    curves.plot("Strings written backwards").save(picture);
    System.out.println("Saved " + folder.resolve("bottleneck.csv") + " and " + picture);
    return 0;
  }

  private static SortedMap<Integer, Double> measured(
      Bottleneck experiment, Bottleneck.Model model) {
    System.out.println(model);
    return experiment.measure(
        model,
        (epoch, heldOut) ->
            System.out.println("  epoch " + epoch + "  held-out " + Numbers.fixed(heldOut, 4)));
  }

  private Bottleneck.Settings settings() {
    return new Bottleneck.Settings(
        atLeast("--pairs", pairs, 100),
        3,
        atLeast("--longest", longest, 3),
        32,
        32,
        0.0015,
        atLeast("--epochs", epochs, 1),
        SEED);
  }

  private List<Bottleneck.Model> chosen() {
    List<Bottleneck.Model> found =
        MODELS.stream().filter(model -> hidden == null || model.hidden() == hidden).toList();
    if (found.isEmpty()) {
      throw new UsageError("bottleneck: --hidden must be 32, 64 or 128; got " + hidden);
    }
    return found;
  }

  private static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new UsageError(
          "bottleneck: " + option + " must be at least " + least + "; got " + value);
    }
    return value;
  }
}
