package seq2seq.commands;

import java.util.stream.Collectors;
import seq2seq.data.History;

/** A history as one line of text that loses no bit, for a checkpoint. */
final class Histories {
  private Histories() {}

  static String toText(History history) {
    return history.epochs().stream().map(Histories::hex).collect(Collectors.joining());
  }

  private static String hex(History.Epoch e) {
    return Fields.hex(
        e.epoch(),
        e.trainLoss(),
        e.validLoss(),
        e.gradientNorm(),
        e.tokensPerSecond(),
        e.seconds());
  }

  /**
   * The history that {@link #toText} wrote.
   *
   * @throws seq2seq.files.FileException if it is no history
   */
  static History fromWords(Fields fields) {
    long[] words = fields.words("history");
    fields.require("history", words.length % 6 == 0, "six words an epoch");
    History history = History.empty();
    for (int at = 0; at < words.length; at += 6) {
      History.Epoch epoch = epoch(words, at);
      fields.require("history", isWell(epoch, at / 6 + 1), "epochs from 1, of numbers from 0");
      history = history.with(epoch);
    }
    return history;
  }

  private static History.Epoch epoch(long[] words, int at) {
    return new History.Epoch(
        (int) Double.longBitsToDouble(words[at]),
        Double.longBitsToDouble(words[at + 1]),
        Double.longBitsToDouble(words[at + 2]),
        Double.longBitsToDouble(words[at + 3]),
        Double.longBitsToDouble(words[at + 4]),
        Double.longBitsToDouble(words[at + 5]));
  }

  /** NaN stands where nothing was measured. */
  private static boolean isWell(History.Epoch e, int number) {
    return e.epoch() == number
        && !(e.trainLoss() < 0)
        && !(e.validLoss() < 0)
        && !(e.gradientNorm() < 0)
        && !(e.tokensPerSecond() < 0)
        && e.seconds() >= 0;
  }
}
