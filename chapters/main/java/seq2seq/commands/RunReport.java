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
    say(
        "Test ("
            + metrics.testPairs()
            + " unseen sentences): exact match "
            + percent(metrics.testExactMatch())
            + ", BLEU "
            + Numbers.fixed(metrics.testBleu(), 4)
            + ", loss "
            + Numbers.fixed(metrics.testLossNatsPerToken(), 4)
            + " nats per token");
    if (metrics.testReferencesTooLong() > 0) {
      say(
          metrics.testReferencesTooLong()
              + " of these references do not fit into --steps "
              + settings.steps()
              + ": exact match and BLEU ask for all of their words, the loss for the first "
              + (settings.steps() - 1)
              + ".");
    }
    say(
        "Kept the weights of epoch "
            + metrics.keptEpoch()
            + " of "
            + metrics.epochs()
            + ", the lowest held-out loss: "
            + Numbers.fixed(metrics.validLossNatsPerToken(), 4)
            + ".");
    say(
        "Trained in "
            + Numbers.fixed(metrics.seconds(), 1)
            + " s, "
            + Numbers.fixed(metrics.tokensPerSecond(), 0)
            + " tokens/s; "
            + metrics.parameters()
            + " parameters");
    out.println("weightsSha256 " + metrics.weightsSha256());
    say("Saved in " + folder.folder() + ". Try: " + tryIt());
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
    say("Sentences it never saw:");
    List<Pair> pairs = corpus.splits().test().pairs();
    for (int i = 0; i < Math.min(SAMPLES, pairs.size()); i++) {
      String text = scores.written().get(i);
      String reference =
          corpus.tokenizer().detokenize(corpus.tokenizer().tokenize(pairs.get(i).target()));
      say(
          "  "
              + pairs.get(i).source()
              + " → "
              + text
              + (text.equals(reference) ? "" : "   (reference: " + reference + ")"));
    }
  }

  private static String percent(double share) {
    return Numbers.fixed(100 * share, 1) + " %";
  }

  private void say(String line) {
    if (!quiet) {
      out.println(line);
    }
  }
}
