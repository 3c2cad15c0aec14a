package seq2seq.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import seq2seq.engine.Numbers;
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
        epochs.add(epoch(lines, epochs.size() + 1));
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

  private static History.Epoch epoch(TextFile lines, int number) {
    String[] v = lines.text().split(",", -1);
    if (v.length != 6 || !lines.isComplete()) {
      throw lines.fault("6 numbers and a line feed", TextFile.shown(lines.text()));
    }
    if (!v[0].equals(Integer.toString(number))) {
      throw lines.fault("epoch " + number, TextFile.shown(v[0]));
    }
    return new History.Epoch(
        number,
        measure(lines, v[1]),
        measure(lines, v[2]),
        measure(lines, v[3]),
        measure(lines, v[4]),
        measure(lines, v[5]));
  }

  /** NaN stands where nothing was measured. */
  private static double measure(TextFile lines, String text) {
    if (!text.equals("NaN") && !text.matches("\\d{1,300}(\\.\\d{1,300})?")) {
      throw lines.fault("a number from 0, or NaN", TextFile.shown(text));
    }
    return Double.parseDouble(text);
  }
}
