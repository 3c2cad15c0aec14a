package seq2seq.commands;

import java.util.List;
import seq2seq.data.Batches;
import seq2seq.data.History;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/** What {@code learn train} says of a run before it begins, and after each epoch. */
final class RunLines {
  private RunLines() {}

  /** The data, the vocabularies, the model: a line each. */
  static List<String> before(TrainSettings settings, Corpus corpus, Batches trainBatches) {
    return List.of(data(settings, corpus), words(settings, corpus, trainBatches), model(settings));
  }

  private static String data(TrainSettings settings, Corpus corpus) {
    return "Task "
        + settings.corpusName()
        + ": "
        + corpus.splits().train().size()
        + " training, "
        + corpus.splits().valid().size()
        + " validation and "
        + corpus.splits().test().size()
        + " test pairs"
        + (corpus.skipped() > 0 ? "; " + corpus.skipped() + " bad lines skipped" : "")
        + ".";
  }

  private static String words(TrainSettings settings, Corpus corpus, Batches trainBatches) {
    String sizes = corpus.source().size() + " and " + corpus.target().size() + " words.";
    String cut =
        trainBatches.truncated() + " training pairs were cut to " + settings.steps() + " tokens.";
    return "Vocabularies: " + sizes + (trainBatches.truncated() > 0 ? " " + cut : "");
  }

  private static String model(TrainSettings settings) {
    return "Model: "
        + settings.cell()
        + ", context "
        + settings.context()
        + (settings.attention() == null ? "" : ", attention " + settings.attention())
        + ", embedding "
        + settings.embed()
        + ", hidden "
        + settings.hidden()
        + ", layers "
        + settings.layers()
        + ", dropout "
        + Numbers.fixed(settings.dropout(), 2)
        + ". Kernel "
        + Kernels.active().name()
        + ", threads "
        + Parallel.threads()
        + ".";
  }

  /** One epoch's figures, the epochs' numbers aligned over {@code epochs} of them. */
  static String after(History.Epoch last, int epochs) {
    return "epoch "
        + padded(last.epoch(), epochs)
        + "  loss "
        + Numbers.fixed(last.trainLoss(), 4)
        + "  held-out "
        + Numbers.fixed(last.validLoss(), 4)
        + "  gradient norm "
        + Numbers.fixed(last.gradientNorm(), 2)
        + "  "
        + Numbers.fixed(last.tokensPerSecond(), 0)
        + " tokens/s";
  }

  private static String padded(int epoch, int epochs) {
    String number = Integer.toString(epoch);
    return " ".repeat(Integer.toString(epochs).length() - number.length()) + number;
  }
}
