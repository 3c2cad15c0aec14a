package seq2seq.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import seq2seq.files.AtomicFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What training measured, a row an epoch; a Tablesaw table and a CSV file. Immutable. */
public final class History {
  private static final History EMPTY = new History(List.of());

  private final List<Epoch> epochs;

  private History(List<Epoch> epochs) {
    this.epochs = List.copyOf(epochs);
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
    return EMPTY;
  }

  /** This history with one more epoch. */
  public History with(Epoch epoch) {
    List<Epoch> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more);
  }

  /** The epochs, in order; unmodifiable. */
  public List<Epoch> epochs() {
    return epochs;
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

  /** An aligned text table for a terminal, with 4 decimals. */
  public String toText() {
    return Tables.text(toTable());
  }

  /**
   * Writes a CSV file with a header, UTF-8; decimal numbers with 6 places.
   *
   * @throws java.io.UncheckedIOException if it cannot be written; what stood there before is kept
   */
  public void write(Path file) {
    try {
      AtomicFile.write(file, HistoryFile.text(epochs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DataException if the file is missing, unreadable, or has a line that is no epoch
   */
  public static History read(Path file) {
    return new History(HistoryFile.read(file));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that && epochs.equals(that.epochs);
  }

  @Override
  public int hashCode() {
    return epochs.hashCode();
  }

  @Override
  public String toString() {
    return toText();
  }
}
