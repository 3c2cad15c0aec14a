package seq2seq.commands;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.cli.Command;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.engine.kernel.Parallel;

/** {@code learn train}: trains a model and shows what it learned. */
@picocli.CommandLine.Command(
    name = "train",
    description =
        "Trains a sequence-to-sequence model, translates unseen sentences, and saves model, history"
            + " and loss curve.",
    sortOptions = false)
public final class TrainCommand implements Command {

  @Option(
      names = "--task",
      paramLabel = "NAME",
      description = "embedded corpus: phrases (English-French), dates, reverse (default: phrases)")
  private String task;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = "train on a tab-separated file instead: source, target, optional third column")
  private Path pairs;

  @Option(names = "--limit", paramLabel = "K", description = "take the first K pairs of the file")
  private Integer limit;

  @Option(
      names = "--skip-bad-lines",
      description = "skip and count bad lines of the file instead of stopping")
  private boolean skipBadLines;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "recurrent cell: rnn, gru, lstm (default: gru)")
  private String cell;

  @Option(
      names = "--context",
      paramLabel = "WAY",
      description = "how the decoder gets the context: initial, every-step, both (default: both)")
  private String context;

  @Option(
      names = "--attention",
      paramLabel = "KIND",
      arity = "0..1",
      fallbackValue = "additive",
      description =
          "let the decoder look back at every source word; KIND: additive, scaled-dot (default:"
              + " additive; without the option there is no attention)")
  private String attention;

  @Option(names = "--embed", paramLabel = "D", description = "embedding size")
  private Integer embed;

  @Option(names = "--hidden", paramLabel = "H", description = "hidden size")
  private Integer hidden;

  @Option(names = "--layers", paramLabel = "L", description = "recurrent layers on each side")
  private Integer layers;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description =
          "probability of dropping a value between layers, or on either side of a single one; from"
              + " 0 to below 1")
  private Double dropout;

  @Option(names = "--batch", paramLabel = "N", description = "pairs a batch")
  private Integer batch;

  @Option(
      names = "--steps",
      paramLabel = "T",
      description = "tokens a sentence may have, end token included; longer ones are cut")
  private Integer steps;

  @Option(names = "--lr", paramLabel = "RATE", description = "learning rate of Adam")
  private Double rate;

  @Option(names = "--epochs", paramLabel = "E", description = "times through the corpus")
  private Integer epochs;

  @Option(
      names = "--clip",
      paramLabel = "NORM",
      description = "limit of the global gradient norm (default: 1)")
  private Double clip;

  @Option(
      names = "--min-count",
      paramLabel = "K",
      description =
          "words seen less than K times in training become <unk> (default: 1; 2 with --pairs)")
  private Integer minCount;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "fixes every random choice (default: 1)")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description =
          "threads to use; changes the time, not one bit of the result (default: all cores)")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for everything that is saved (default: runs/latest)")
  private Path out;

  @Option(names = "--resume", description = "go on from the checkpoint in the output folder")
  private boolean resume;

  @Option(
      names = "--live",
      description = "show the loss curve in a window as it grows, where there is a display")
  private boolean live;

  @Option(names = "--quiet", description = "print the weights' fingerprint and nothing else")
  private boolean quiet;

  @Override
  public int place() {
    return 20;
  }

  @Override
  public Integer call() {
    if (threads != null) {
      Parallel.use(atLeast("--threads", threads, 1));
    }
    RunFolder folder =
        new RunFolder(out == null ? Home.directory().resolve("runs").resolve("latest") : out);
    if (resume) {
      resume(folder);
    } else {
      new TrainingRun(settings(), folder, System.out, quiet, live).start();
    }
    return 0;
  }

  private void resume(RunFolder folder) {
    if (!java.nio.file.Files.exists(folder.checkpoint())) {
      throw new UserError(
          "train: there is no checkpoint to resume in "
              + folder.folder()
              + "; start without --resume, or name the folder with --out");
    }
    Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
    TrainSettings saved = checkpoint.settings();
    TrainSettings asked = givenOver(saved);
    if (!asked.equals(saved)) {
      throw new UsageError(
          "train: --resume goes on with the settings of the checkpoint; only --epochs may be"
              + " changed, to a larger number. Saved: "
              + saved
              + ". Asked: "
              + asked);
    }
    TrainSettings settings = epochs == null ? saved : withEpochs(saved, epochs);
    new TrainingRun(settings, folder, System.out, quiet, live).resume(checkpoint);
  }

  private TrainSettings withEpochs(TrainSettings s, int more) {
    return new TrainSettings(
        s.task(),
        s.pairs(),
        s.limit(),
        s.skipBadLines(),
        s.cell(),
        s.context(),
        s.embed(),
        s.hidden(),
        s.layers(),
        s.dropout(),
        s.batch(),
        s.steps(),
        s.rate(),
        atLeast("--epochs", more, s.epochs()),
        s.clip(),
        s.minCount(),
        s.attention(),
        s.seed());
  }

  private TrainSettings settings() {
    if (task != null && pairs != null) {
      throw new UsageError("train: --task and --pairs exclude each other; give one");
    }
    if (pairs == null && (limit != null || skipBadLines)) {
      throw new UsageError("train: --limit and --skip-bad-lines go with --pairs FILE");
    }
    return givenOver(
        Defaults.of(
            pairs == null ? (task == null ? "phrases" : task) : null,
            pairs == null ? null : pairs.toAbsolutePath().normalize().toString()));
  }

  /** What the user gave, over {@code s} where nothing was given; every value checked. */
  private TrainSettings givenOver(TrainSettings s) {
    return new TrainSettings(
        task == null ? s.task() : task,
        pairs == null ? s.pairs() : pairs.toAbsolutePath().normalize().toString(),
        limit == null ? s.limit() : atLeast("--limit", limit, 1),
        skipBadLines || s.skipBadLines(),
        cell == null ? s.cell() : choice("--cell", cell, CellKind.values()),
        context == null ? s.context() : choice("--context", context, ContextMode.values()),
        embed == null ? s.embed() : atLeast("--embed", embed, 1),
        hidden == null ? s.hidden() : atLeast("--hidden", hidden, 1),
        layers == null ? s.layers() : atLeast("--layers", layers, 1),
        dropout == null
            ? s.dropout()
            : within("--dropout", dropout, dropout >= 0 && dropout < 1, "at least 0 and below 1"),
        batch == null ? s.batch() : atLeast("--batch", batch, 1),
        steps == null ? s.steps() : atLeast("--steps", steps, 2),
        rate == null ? s.rate() : within("--lr", rate, rate > 0 && !rate.isInfinite(), "above 0"),
        epochs == null || resume ? s.epochs() : atLeast("--epochs", epochs, 1),
        clip == null ? s.clip() : within("--clip", clip, clip > 0, "above 0"),
        minCount == null ? s.minCount() : atLeast("--min-count", minCount, 1),
        attention == null
            ? s.attention()
            : choice("--attention", attention, AttentionKind.values()),
        seed == null ? s.seed() : seed);
  }

  private static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new UsageError("train: " + option + " must be at least " + least + "; got " + value);
    }
    return value;
  }

  private static double within(String option, double value, boolean holds, String rule) {
    if (!holds) {
      throw new UsageError(
          "train: " + option + " must be " + rule + "; got " + seq2seq.engine.Numbers.show(value));
    }
    return value;
  }

  private static <T> T choice(String option, String text, T[] choices) {
    for (T choice : choices) {
      if (choice.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    throw new UsageError(
        "train: "
            + option
            + " must be one of "
            + String.join(", ", java.util.Arrays.stream(choices).map(Object::toString).toList())
            + "; got \""
            + text
            + "\"");
  }
}
