package seq2seq.commands;

/**
 * The settings of a run where the user gave none, chosen so that each embedded task is learned in
 * about a minute on two cores.
 */
final class Defaults {
  private Defaults() {}

  /** Those of an embedded task, or of a file if {@code pairs} is one. */
  static TrainSettings.Builder of(String task, String pairs) {
    TrainSettings.Builder b = new TrainSettings.Builder();
    b.task = pairs == null ? task : null;
    b.pairs = pairs;
    if (pairs != null) {
      forAFile(b);
    } else if (!task.equals("phrases")) {
      forSymbols(b, task.equals("reverse") ? 20 : 8);
    }
    return b;
  }

  private static void forAFile(TrainSettings.Builder b) {
    b.minCount = 2;
    b.embed = 128;
    b.hidden = 128;
    b.dropout = 0.1;
    b.batch = 128;
    b.rate = 0.005;
    b.epochs = 10;
  }

  /** Dates and strings written backwards: long sequences of few symbols. */
  private static void forSymbols(TrainSettings.Builder b, int epochs) {
    b.hidden = 128;
    b.batch = 128;
    b.steps = 32;
    b.rate = 0.003;
    b.epochs = epochs;
  }
}
