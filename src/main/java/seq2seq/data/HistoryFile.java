package seq2seq.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import seq2seq.files.TextFile;

/**
 * The CSV form of a history, written by hand: Tablesaw's writer prints doubles with
 * Double.toString, which is not the same on every JDK.
 */
final class HistoryFile {
  private static final String HEADER =
      "epoch,trainLoss,validLoss,gradientNorm,tokensPerSecond,seconds";
  private static final int DECIMALS = 6;

  private HistoryFile() {}

  static String text(List<History.Epoch> epochs) {
    return HEADER + "\n" + epochs.stream().map(HistoryFile::line).collect(Collectors.joining());
  }

  private static String line(History.Epoch e) {
    return DoubleStream.of(
            e.trainLoss(), e.validLoss(), e.gradientNorm(), e.tokensPerSecond(), e.seconds())
        .mapToObj(value -> Numbers.fixed(value, DECIMALS))
        .collect(Collectors.joining(",", e.epoch() + ",", "\n"));
  }

  static List<History.Epoch> read(Path file) {
    try (TextFile lines = TextFile.open(file, "a history")) {
      requireHeader(file, lines);
      List<History.Epoch> epochs = new ArrayList<>();
      while (lines.advance()) {
        epochs.add(epoch(lines));
      }
      return epochs;
    }
  }

  private static void requireHeader(Path file, TextFile lines) {
    if (!lines.advance()) {
      throw new DataException(file + ": expected a history, found an empty file");
    }
    if (!lines.text().equals(HEADER)) {
      throw lines.fault(HEADER, TextFile.shown(lines.text()));
    }
  }

  private static History.Epoch epoch(TextFile lines) {
    String[] v = lines.text().split(",", -1);
    if (v.length != 6 || !lines.isComplete()) {
      throw lines.fault("6 numbers and a line feed", TextFile.shown(lines.text()));
    }
    try {
      return new History.Epoch(
          Integer.parseInt(v[0]),
          Double.parseDouble(v[1]),
          Double.parseDouble(v[2]),
          Double.parseDouble(v[3]),
          Double.parseDouble(v[4]),
          Double.parseDouble(v[5]));
    } catch (NumberFormatException e) {
      throw lines.fault("6 numbers", TextFile.shown(lines.text()));
    }
  }
}
