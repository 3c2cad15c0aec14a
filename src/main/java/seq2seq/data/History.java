package seq2seq.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import seq2seq.engine.Numbers;
import seq2seq.files.AtomicFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What training measured, a row an epoch; a Tablesaw table and a CSV file. Immutable.
 *
 * @param epochs in order; unmodifiable
 */
public record History(List<Epoch> epochs) {
  private static final String HEADER =
      "epoch,trainLoss,validLoss,gradientNorm,tokensPerSecond,seconds\n";
  private static final int DECIMALS = 6;

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /**
   * What one epoch measured; NaN where nothing was.
   *
   * @param epoch from 1
   * @param trainLoss nats per real token, mean over the epoch
   * @param validLoss nats per real token of the validation part, after the epoch
   * @param gradientNorm the global norm before clipping, mean over the steps
   * @param tokensPerSecond real target tokens learned from per second
   * @param seconds duration of the epoch
   */
  public record Epoch(
      int epoch,
      double trainLoss,
      double validLoss,
      double gradientNorm,
      double tokensPerSecond,
      double seconds) {}

  /** The history before the first epoch. */
  public static History empty() {
    return new History(List.of());
  }

  /** This history with one more epoch. */
  public History with(Epoch epoch) {
    List<Epoch> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more);
  }

  /**
   * The epoch with the lowest validation loss, the first of equals: the one whose weights are kept.
   *
   * @throws java.util.NoSuchElementException if there is no epoch yet
   */
  public Epoch best() {
    return epochs.stream()
        .reduce((a, b) -> Double.compare(b.validLoss(), a.validLoss()) < 0 ? b : a)
        .orElseThrow();
  }

  /** A Tablesaw table, a row an epoch, a column a component of {@link Epoch}. */
  public Table toTable() {
    return Table.create(
        "history",
        IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::epoch).toArray()),
        column("trainLoss", Epoch::trainLoss),
        column("validLoss", Epoch::validLoss),
        column("gradientNorm", Epoch::gradientNorm),
        column("tokensPerSecond", Epoch::tokensPerSecond),
        column("seconds", Epoch::seconds));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Epoch> value) {
    return DoubleColumn.create(name, epochs.stream().mapToDouble(value).toArray());
  }

  /**
   * Writes a CSV file with a header, UTF-8; decimal numbers with 6 places.
   *
   * @throws java.io.UncheckedIOException if it cannot be written; what stood there before is kept
   */
  public void write(Path file) {
    String rows = epochs.stream().map(History::line).collect(Collectors.joining());
    try {
      AtomicFile.write(file, HEADER + rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By hand: Tablesaw prints doubles with Double.toString, which differs between JDKs. */
  private static String line(Epoch e) {
    return DoubleStream.of(e.trainLoss, e.validLoss, e.gradientNorm, e.tokensPerSecond, e.seconds)
        .mapToObj(value -> Numbers.fixed(value, DECIMALS))
        .collect(Collectors.joining(",", e.epoch + ",", "\n"));
  }

  /** An aligned text table for a terminal, with 4 decimals. */
  @Override
  public String toString() {
    return Tables.text(toTable());
  }
}
