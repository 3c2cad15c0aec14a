package seq2seq.commands;

import java.util.HexFormat;
import seq2seq.data.History;

/** A history as one line of text that loses no bit, for a checkpoint. */
final class Histories {
  private Histories() {}

  static String toText(History history) {
    StringBuilder text = new StringBuilder();
    for (History.Epoch e : history.epochs()) {
      for (double value :
          new double[] {
            e.epoch(),
            e.trainLoss(),
            e.validLoss(),
            e.gradientNorm(),
            e.tokensPerSecond(),
            e.seconds()
          }) {
        text.append(HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value)));
      }
    }
    return text.toString();
  }

  static History fromText(String text) {
    History history = History.empty();
    for (int at = 0; at < text.length(); at += 96) {
      history =
          history.with(
              new History.Epoch(
                  (int) value(text, at),
                  value(text, at + 16),
                  value(text, at + 32),
                  value(text, at + 48),
                  value(text, at + 64),
                  value(text, at + 80)));
    }
    return history;
  }

  private static double value(String text, int at) {
    return Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(text, at, at + 16));
  }
}
