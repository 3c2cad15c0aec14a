package seq2seq.commands;

import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;

/**
 * The settings of a run where the user gave none, chosen so that each embedded task is learned in
 * about a minute on two cores.
 */
final class Defaults {
  private static final long SEED = 1;

  private Defaults() {}

  static TrainSettings of(String task, String pairs) {
    if (pairs != null) {
      return settings(null, pairs, 2, 128, 128, 1, 0.1, 128, 12, 0.005, 10);
    }
    return switch (task) {
      case "dates" -> settings(task, null, 1, 64, 128, 1, 0, 128, 32, 0.003, 8);
      case "reverse" -> settings(task, null, 1, 64, 128, 1, 0, 128, 32, 0.003, 20);
      default -> settings(task, null, 1, 64, 192, 1, 0, 64, 12, 0.004, 8);
    };
  }

  private static TrainSettings settings(
      String task,
      String pairs,
      int minCount,
      int embed,
      int hidden,
      int layers,
      double dropout,
      int batch,
      int steps,
      double rate,
      int epochs) {
    return new TrainSettings(
        task,
        pairs,
        0,
        false,
        CellKind.GRU,
        ContextMode.BOTH,
        embed,
        hidden,
        layers,
        dropout,
        batch,
        steps,
        rate,
        epochs,
        1.0,
        minCount,
        null,
        SEED);
  }
}
