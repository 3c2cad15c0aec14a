package seq2seq.commands;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import seq2seq.ch07_training.Architecture;
import seq2seq.ch07_training.HeldOutLoss;
import seq2seq.ch07_training.NonFiniteException;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch07_training.Step;
import seq2seq.ch07_training.Training;
import seq2seq.cli.Shell;
import seq2seq.cli.UserError;
import seq2seq.data.Batches;
import seq2seq.data.History;
import seq2seq.engine.Generator;
import seq2seq.language.KnownText;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.plot.LiveLossCurve;
import seq2seq.plot.LossCurve;
import seq2seq.plot.PlotException;

/** One {@code learn train}: data in, training, checkpoints, judgement, files out. */
final class TrainingRun {
  /**
   * Seconds between two checkpoints; the property is for tests that kill a run while one is being
   * written.
   */
  private static final double SECONDS_BETWEEN_CHECKPOINTS =
      Double.parseDouble(System.getProperty("seq2seq.checkpoint.seconds", "15"));

  private final TrainSettings settings;
  private final RunFolder folder;
  private final Corpus corpus;
  private final PrintStream out;
  private final boolean quiet;
  private final boolean live;

  private final Batches trainBatches;
  private final Batches validBatches;
  private Training training;
  private History history = History.empty();
  private final BestWeights best = new BestWeights();
  private double epochSeconds;
  private long clock;
  private long lastCheckpoint;
  private Progress progress;
  private LiveLossCurve window;

  TrainingRun(
      TrainSettings settings, RunFolder folder, PrintStream out, boolean quiet, boolean live) {
    this.settings = settings;
    this.folder = folder;
    this.out = out;
    this.quiet = quiet;
    this.live = live;
    this.corpus = Corpus.load(settings);
    this.trainBatches = corpus.batches(corpus.splits().train(), settings);
    this.validBatches = corpus.batches(corpus.splits().valid(), settings);
  }

  /** Trains from the beginning. */
  void start() {
    training =
        new Training(
            architecture(),
            trainBatches,
            new Adam(settings.rate()),
            settings.clip(),
            Generator.seeded(settings.seed() + 1),
            this::after);
    run();
  }

  /**
   * Goes on from a checkpoint of the same settings.
   *
   * @throws UserError if the corpus has changed since
   */
  void resume(Checkpoint checkpoint) {
    if (!checkpoint.corpus().equals(corpus.sha256())) {
      throw new UserError(RunLines.TEXTS.get("resume.corpus", settings.corpusName()));
    }
    if (checkpoint.position().nextBatch() > trainBatches.count()) {
      throw new UserError(
          folder.checkpoint()
              + ": nextBatch must be at most "
              + trainBatches.count()
              + ", the batches of an epoch; got "
              + checkpoint.position().nextBatch());
    }
    Optimiser optimiser = new Adam(settings.rate());
    Seq2Seq model = checkpoint.restore(folder.checkpoint(), corpus, optimiser, best);
    history = checkpoint.history();
    epochSeconds = checkpoint.epochSeconds();
    training =
        Training.resumed(
            architecture(),
            model,
            trainBatches,
            optimiser,
            settings.clip(),
            checkpoint.position(),
            this::after);
    say(where());
    run();
  }

  private Architecture architecture() {
    return settings.architecture(corpus.source().size(), corpus.target().size());
  }

  private String where() {
    int epoch = training.epoch() + 1;
    return training.batchesDone() == training.batchesPerEpoch()
        ? RunLines.TEXTS.get("run.after", epoch)
        : RunLines.TEXTS.get("run.with", epoch, training.batchesDone() + 1);
  }

  private void run() {
    folder.prepare();
    RunLock lock = RunLock.of(folder);
    try {
      RunLines.before(settings, corpus, trainBatches).forEach(this::say);
      window = live ? openWindow() : null;
      train();
      finish();
      if (window != null) {
        window.close();
      }
    } finally {
      lock.close();
    }
  }

  private void train() {
    SaveBeforeTheEnd ending = SaveBeforeTheEnd.of(Thread.currentThread());
    clock = System.nanoTime();
    lastCheckpoint = clock;
    try (Progress bar =
        Progress.over(
            (long) settings.epochs() * trainBatches.count(),
            (long) training.epoch() * trainBatches.count() + training.batchesDone(),
            quiet)) {
      progress = bar;
      training.run(settings.epochs());
    } catch (CancellationException interrupted) {
      saveCheckpoint();
      throw new UserError(
          RunLines.TEXTS.get(
              "interrupted",
              folder.checkpoint(),
              Shell.command("train", "--resume", "--out", folder.folder().toString())));
    } catch (NonFiniteException e) {
      String key = Files.exists(folder.checkpoint()) ? "not.finite" : "not.finite.yet";
      throw new UserError(RunLines.TEXTS.get(key, notFinite(e), folder.checkpoint()), e);
    } finally {
      ending.close();
    }
  }

  /** The chapter's class says it in English. */
  private static String notFinite(NonFiniteException e) {
    return KnownText.first(KnownText.all(RunLines.TEXTS, "said."), e.getMessage())
        .orElse(e.getMessage());
  }

  private LiveLossCurve openWindow() {
    LiveLossCurve curve = LiveLossCurve.open("learn train: " + settings.corpusName());
    curve.whyNot().ifPresent(reason -> say(RunLines.TEXTS.get("run.no.window", reason)));
    return curve;
  }

  /** What happens around the eight steps: progress, checkpoints, and a look after every epoch. */
  private void after(Step step, Training now) {
    switch (step) {
      case UPDATE -> {
        progress.update(now);
        if (window != null) {
          double epochs = now.epoch() + (double) now.batchesDone() / now.batchesPerEpoch();
          window.batch(epochs, now.lastLoss());
        }
        boolean epochIsOver = now.batchesDone() == now.batchesPerEpoch();
        if (epochIsOver || secondsSince(lastCheckpoint) > SECONDS_BETWEEN_CHECKPOINTS) {
          saveCheckpoint();
        }
      }
      case VISUALISE -> {
        progress.nextEpoch();
        look(now);
      }
      default -> {}
    }
  }

  /** Step 8: the held-out loss, a row of the history, a point of the curve. */
  private void look(Training now) {
    double seconds = lap();
    double valid = HeldOutLoss.of(now.model(), validBatches.inOrder());
    clock = System.nanoTime();
    History.Epoch last =
        new History.Epoch(
            now.epoch() + 1,
            now.meanLoss(),
            valid,
            now.meanGradientNorm(),
            now.tokens() / seconds,
            seconds);
    history = history.with(last);
    if (history.best() == last) {
      best.keep(now.model().parameters());
    }
    if (!quiet) {
      progress.line(out, RunLines.after(last, settings.epochs()));
    }
    if (window != null && window.isOpen()) {
      window.show(curve());
    }
  }

  /** The seconds spent in this epoch, evaluation left out; the next one starts at 0. */
  private double lap() {
    double seconds = epochSeconds + secondsSince(clock);
    epochSeconds = 0;
    return seconds;
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  private void saveCheckpoint() {
    if (training.model() == null || training.batchesDone() + training.epoch() == 0) {
      return;
    }
    double seconds = epochSeconds + secondsSince(clock);
    Checkpoint.of(settings, corpus.sha256(), training, best, history, seconds)
        .write(folder.checkpoint());
    lastCheckpoint = System.nanoTime();
  }

  private LossCurve curve() {
    List<History.Epoch> epochs = history.epochs();
    return LossCurve.of("learn train: " + settings.corpusName())
        .with("training", epochs.stream().mapToDouble(History.Epoch::trainLoss).toArray())
        .with("held out", epochs.stream().mapToDouble(History.Epoch::validLoss).toArray())
        .withBest("held out");
  }

  private void finish() {
    Seq2Seq model = training.model();
    best.restoreInto(model.parameters());
    new SavedModel(model, corpus.source(), corpus.target(), corpus.tokenizer(), settings)
        .write(folder);
    history.write(folder.history());
    savePicture();
    new RunReport(settings, corpus, history, folder, out, quiet).of(model);
  }

  /** A machine without fonts cannot draw; the training is worth no less. */
  private void savePicture() {
    try {
      curve().save(folder.lossCurve());
    } catch (PlotException e) {
      say(RunLines.TEXTS.get("run.no.picture", e.getMessage()));
    }
  }

  private void say(String line) {
    if (!quiet) {
      out.println(line);
    }
  }
}
