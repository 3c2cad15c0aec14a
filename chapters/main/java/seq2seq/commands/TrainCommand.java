package seq2seq.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch10_attention.AttentionKind;
import seq2seq.cli.Command;
import seq2seq.cli.Home;
import seq2seq.cli.Languages;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.engine.kernel.Parallel;
import seq2seq.language.Texts;

/** {@code learn train}: trains a model and shows what it learned. */
@picocli.CommandLine.Command(
    name = "train",
    description =
        "Trains a sequence-to-sequence model, translates unseen sentences, and saves model, history"
            + " and loss curve.",
    sortOptions = false)
public final class TrainCommand implements Command {
  private static final Texts TEXTS = RunLines.TEXTS;

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

  @Option(
      names = "--decoder-hidden",
      paramLabel = "H",
      description = "hidden size of the decoder (default: the same)")
  private Integer decoderHidden;

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
      description =
          "folder for everything that is saved (default: runs/TASK, or runs/NAME of the file)")
  private Path out;

  @Option(
      names = "--resume",
      description = "go on from the checkpoint in the output folder (default: the newest in runs)")
  private boolean resume;

  @Option(
      names = "--live",
      description = "show the loss curve in a window as it grows, where there is a display")
  private boolean live;

  @Option(names = "--quiet", description = "print the weights' fingerprint and nothing else")
  private boolean quiet;

  @Option(
      names = "--mine",
      description =
          "chapter 11: train a small translator of your own exercises, beside the course's; no"
              + " other option goes with it but the next")
  private boolean mine;

  @Option(
      names = "--keep-going",
      description = "with --mine: where a part of yours fails, go on with the course's")
  private boolean keepGoing;

  @Spec private CommandSpec spec;

  @Override
  public boolean speaksChinese() {
    return true;
  }

  @Override
  public Integer call() {
    if (mine || keepGoing) {
      checkMine();
      new CapstoneRun(Home.directory(), keepGoing, System.out).start();
      return 0;
    }
    if (threads != null) {
      Parallel.use(atLeast("--threads", threads, 1));
    }
    if (resume) {
      resume(folderToResume());
    } else {
      TrainSettings settings = settings();
      start(settings, out == null ? Runs.ofThisCourse().of(settings) : new RunFolder(out));
    }
    return 0;
  }

  private void checkMine() {
    if (!mine) {
      throw new UsageError(TEXTS.get("with.mine"));
    }
    List<String> goWithIt = List.of("--mine", "--keep-going", "--debug", Languages.OPTION);
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!goWithIt.contains(option.longestName())) {
        throw new UsageError(TEXTS.get("mine.alone", option.longestName()));
      }
    }
  }

  private void start(TrainSettings settings, RunFolder folder) {
    folder.refuseOtherThan(settings.corpusName());
    new TrainingRun(settings, folder, System.out, quiet, live).start();
    Runs.ofThisCourse().nameLatest(folder);
  }

  /** The one that was named, by itself or by its corpus; else where a run was stopped last. */
  private RunFolder folderToResume() {
    Runs runs = Runs.ofThisCourse();
    if (out != null) {
      return new RunFolder(out);
    }
    return task == null && pairs == null
        ? runs.newestCheckpoint().orElse(runs.of(settings()))
        : runs.of(settings());
  }

  private void resume(RunFolder folder) {
    if (!java.nio.file.Files.exists(folder.checkpoint())) {
      throw new UserError(TEXTS.get("resume.none", folder.folder()));
    }
    Checkpoint checkpoint = Checkpoint.read(folder.checkpoint());
    TrainSettings saved = checkpoint.settings();
    TrainSettings asked = given(saved.change());
    if (!asked.equals(saved)) {
      throw new UsageError(TEXTS.get("resume.settings", saved, asked));
    }
    TrainSettings settings = epochs == null ? saved : withEpochs(saved, epochs);
    new TrainingRun(settings, folder, System.out, quiet, live).resume(checkpoint);
    Runs.ofThisCourse().nameLatest(folder);
  }

  private TrainSettings withEpochs(TrainSettings saved, int more) {
    TrainSettings.Builder b = saved.change();
    b.epochs = atLeast("--epochs", more, saved.epochs());
    return b.build();
  }

  private TrainSettings settings() {
    if (task != null && pairs != null) {
      throw new UsageError(TEXTS.get("task.or.pairs"));
    }
    if (pairs == null && (limit != null || skipBadLines)) {
      throw new UsageError(TEXTS.get("with.pairs"));
    }
    return given(Defaults.of(task == null ? "phrases" : task, absolutePairs()));
  }

  private String absolutePairs() {
    return pairs == null ? null : pairs.toAbsolutePath().normalize().toString();
  }

  /** {@code b} with what the user gave, every value checked. */
  private TrainSettings given(TrainSettings.Builder b) {
    b.task = task == null ? b.task : task;
    b.pairs = pairs == null ? b.pairs : absolutePairs();
    b.limit = limit == null ? b.limit : atLeast("--limit", limit, 1);
    b.skipBadLines |= skipBadLines;
    b.cell = cell == null ? b.cell : choice("--cell", cell, CellKind.values());
    b.context = context == null ? b.context : choice("--context", context, ContextMode.values());
    b.attention =
        attention == null ? b.attention : choice("--attention", attention, AttentionKind.values());
    b.embed = from("--embed", embed, 1, SettingsJson.MOST_UNITS, b.embed);
    b.hidden = from("--hidden", hidden, 1, SettingsJson.MOST_UNITS, b.hidden);
    b.decoderHidden =
        from("--decoder-hidden", decoderHidden, 1, SettingsJson.MOST_UNITS, b.decoderHidden);
    b.layers = from("--layers", layers, 1, SettingsJson.MOST_LAYERS, b.layers);
    b.dropout =
        dropout == null
            ? b.dropout
            : within("--dropout", dropout, dropout >= 0 && dropout < 1, "share");
    b.batch = from("--batch", batch, 1, SettingsJson.MOST_PAIRS, b.batch);
    b.steps = from("--steps", steps, 2, SettingsJson.MOST_STEPS, b.steps);
    b.rate = rate == null ? b.rate : within("--lr", rate, isRate(rate), "positive");
    b.epochs = epochs == null || resume ? b.epochs : atLeast("--epochs", epochs, 1);
    b.clip = clip == null ? b.clip : within("--clip", clip, isLimit(clip), "positive");
    b.minCount = minCount == null ? b.minCount : atLeast("--min-count", minCount, 1);
    b.seed = seed == null ? b.seed : seed;
    return b.build();
  }

  private static boolean isRate(double rate) {
    return (float) rate > 0 && !Float.isInfinite((float) rate);
  }

  private static boolean isLimit(double clip) {
    return clip > 0 && !Double.isInfinite(clip);
  }

  private static Integer from(
      String option, Integer value, int least, int most, Integer otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value > most) {
      throw new UsageError(TEXTS.get("most", option, most, value));
    }
    return atLeast(option, value, least);
  }

  private static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new UsageError(TEXTS.get("least", "train", option, least, value));
    }
    return value;
  }

  private static double within(String option, double value, boolean holds, String rule) {
    if (!holds) {
      throw new UsageError(TEXTS.get(rule, option, seq2seq.engine.Numbers.show(value)));
    }
    return value;
  }

  private static <T> T choice(String option, String text, T[] choices) {
    for (T choice : choices) {
      if (choice.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    List<String> names = java.util.Arrays.stream(choices).map(Object::toString).toList();
    throw new UsageError(TEXTS.get("choice", option, String.join(", ", names), text));
  }
}
