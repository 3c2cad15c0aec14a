package seq2seq.commands;

import java.io.PrintStream;
import java.util.List;
import seq2seq.ch07_training.HeldOutLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.cli.Shell;
import seq2seq.data.Batches;
import seq2seq.data.History;
import seq2seq.data.Pair;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.nn.Parameter;
import seq2seq.nn.WeightsHash;

/**
 * What is said of a finished run: sentences it never saw, the test split's figures, and {@code
 * metrics.json}.
 */
record RunReport(
    TrainSettings settings,
    Corpus corpus,
    History history,
    RunFolder folder,
    PrintStream out,
    boolean quiet) {
  private static final int SAMPLES = 6;

  /** Evaluates the model on the test split, writes the metrics and prints both. */
  void of(Seq2Seq model) {
    TranslationScores scores = TranslationScores.of(model, corpus, settings);
    Batches test = corpus.batches(corpus.splits().test(), settings);
    double testLoss = HeldOutLoss.of(model, test.inOrder());
    Metrics metrics = metrics(model.parameters(), scores, testLoss);
    folder.write(folder.metrics(), metrics.toJson());
    samples(scores);
    figures(metrics);
  }

  private void figures(Metrics metrics) {
    say("");
    tell(
        "run.test",
        metrics.testPairs(),
        Numbers.fixed(100 * metrics.testExactMatch(), 1),
        Numbers.fixed(metrics.testBleu(), 4),
        Numbers.fixed(metrics.testLossNatsPerToken(), 4));
    if (metrics.testReferencesTooLong() > 0) {
      int steps = settings.steps();
      tell("run.too.long", metrics.testReferencesTooLong(), steps, steps - 1);
    }
    tell(
        "run.kept",
        metrics.keptEpoch(),
        metrics.epochs(),
        Numbers.fixed(metrics.validLossNatsPerToken(), 4));
    tell(
        "run.trained",
        Numbers.fixed(metrics.seconds(), 1),
        Numbers.fixed(metrics.tokensPerSecond(), 0),
        metrics.parameters());
    out.println("weightsSha256 " + metrics.weightsSha256());
    tell("run.saved", folder.folder(), tryIt());
  }

  /** The command that translates the first sentence of the test with this model. */
  private String tryIt() {
    return Shell.command(
        "translate",
        "--model",
        folder.folder().toString(),
        corpus.splits().test().pairs().get(0).source());
  }

  private Metrics metrics(List<Parameter> parameters, TranslationScores scores, double testLoss) {
    List<History.Epoch> epochs = history.epochs();
    History.Epoch kept = history.best();
    double tokens = epochs.stream().mapToDouble(e -> e.tokensPerSecond() * e.seconds()).sum();
    double seconds = epochs.stream().mapToDouble(History.Epoch::seconds).sum();
    return new Metrics(
        settings.corpusName(),
        settings.seed(),
        settings.attention() == null ? "none" : settings.attention().toString(),
        epochs.size(),
        seconds,
        tokens / seconds,
        kept.epoch(),
        kept.trainLoss(),
        kept.validLoss(),
        testLoss,
        scores.exactMatch(),
        scores.bleu(),
        scores.tooLong(),
        Parameter.count(parameters),
        WeightsHash.sha256(parameters),
        corpus.splits().train().size(),
        corpus.splits().valid().size(),
        corpus.splits().test().size(),
        corpus.skipped(),
        Parallel.threads(),
        Kernels.active().name(),
        System.getProperty("java.version"));
  }

  private void samples(TranslationScores scores) {
    say("");
    tell("run.samples");
    List<Pair> pairs = corpus.splits().test().pairs();
    for (int i = 0; i < Math.min(SAMPLES, pairs.size()); i++) {
      String text = scores.written().get(i);
      String reference =
          corpus.tokenizer().detokenize(corpus.tokenizer().tokenize(pairs.get(i).target()));
      String right =
          text.equals(reference) ? "" : "   " + RunLines.TEXTS.get("run.reference", reference);
      say("  " + pairs.get(i).source() + " → " + text + right);
    }
  }

  private void tell(String key, Object... values) {
    say(RunLines.TEXTS.get(key, values));
  }

  private void say(String line) {
    if (!quiet) {
      out.println(line);
    }
  }
}
