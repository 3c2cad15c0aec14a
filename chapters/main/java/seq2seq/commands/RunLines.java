package seq2seq.commands;

import java.util.List;
import seq2seq.data.Batches;
import seq2seq.data.History;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;
import seq2seq.language.Texts;

/** What {@code learn train} says of a run before it begins, and after each epoch. */
final class RunLines {
  static final Texts TEXTS = Texts.of(RunLines.class);

  private RunLines() {}

  /** The data, the vocabularies, the model: a line each. */
  static List<String> before(TrainSettings settings, Corpus corpus, Batches trainBatches) {
    return List.of(data(settings, corpus), words(settings, corpus, trainBatches), model(settings));
  }

  private static String data(TrainSettings settings, Corpus corpus) {
    return TEXTS.get(
        corpus.skipped() > 0 ? "run.data.skipped" : "run.data",
        settings.corpusName(),
        corpus.splits().train().size(),
        corpus.splits().valid().size(),
        corpus.splits().test().size(),
        corpus.skipped());
  }

  private static String words(TrainSettings settings, Corpus corpus, Batches trainBatches) {
    return TEXTS.get(
        trainBatches.truncated() > 0 ? "run.words.cut" : "run.words",
        corpus.source().size(),
        corpus.target().size(),
        trainBatches.truncated(),
        settings.steps());
  }

  private static String model(TrainSettings settings) {
    return TEXTS.get(
        settings.attention() == null ? "run.model" : "run.model.attention",
        settings.cell(),
        settings.context(),
        settings.embed(),
        sizes(settings),
        settings.layers(),
        Numbers.fixed(settings.dropout(), 2),
        Kernels.active().name(),
        Parallel.threads(),
        settings.attention());
  }

  /** H, or H_enc and H_dec. */
  private static String sizes(TrainSettings settings) {
    return settings.decoderSize() == settings.hidden()
        ? Integer.toString(settings.hidden())
        : settings.hidden() + " → " + settings.decoderSize();
  }

  /** One epoch's figures, the epochs' numbers aligned over {@code epochs} of them. */
  static String after(History.Epoch last, int epochs) {
    return TEXTS.get(
        "run.epoch",
        padded(last.epoch(), epochs),
        Numbers.fixed(last.trainLoss(), 4),
        Numbers.fixed(last.validLoss(), 4),
        Numbers.fixed(last.gradientNorm(), 2),
        Numbers.fixed(last.tokensPerSecond(), 0));
  }

  private static String padded(int epoch, int epochs) {
    String number = Integer.toString(epoch);
    return " ".repeat(Integer.toString(epochs).length() - number.length()) + number;
  }
}
