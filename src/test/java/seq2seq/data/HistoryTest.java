package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.files.FileException;

class HistoryTest {
  private static final History TWO =
      History.empty()
          .with(new History.Epoch(1, 2.5, 2.25, 1.125, 51234.5, 1.75))
          .with(new History.Epoch(2, 1.0 / 3, Double.NaN, 0.5, 60000, 1.5));

  @TempDir Path folder;

  @Test
  void it_is_written_as_csv_with_our_own_numbers() throws IOException {
    Path file = folder.resolve("history.csv");
    TWO.write(file);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            epoch,trainLoss,validLoss,gradientNorm,tokensPerSecond,seconds
            1,2.500000,2.250000,1.125000,51234.500000,1.750000
            2,0.333333,NaN,0.500000,60000.000000,1.500000
            """);
  }

  @Test
  void what_was_read_is_written_the_same_again() throws IOException {
    Path file = folder.resolve("history.csv");
    TWO.write(file);
    History read = History.read(file);
    assertThat(read.epochs().get(0)).isEqualTo(TWO.epochs().get(0));
    Path again = folder.resolve("again.csv");
    read.write(again);
    assertThat(again).hasSameTextualContentAs(file);
  }

  @Test
  void adding_an_epoch_leaves_the_history_as_it_was() {
    assertThat(History.empty().epochs()).isEmpty();
    assertThat(TWO.epochs()).hasSize(2);
  }

  @Test
  void it_is_a_table_with_a_row_an_epoch() {
    assertThat(TWO.toTable().columnNames())
        .containsExactly(
            "epoch", "trainLoss", "validLoss", "gradientNorm", "tokensPerSecond", "seconds");
    assertThat(TWO.toTable().doubleColumn("trainLoss").get(1)).isEqualTo(1.0 / 3);
    assertThat(TWO.toTable().intColumn("epoch").asList()).containsExactly(1, 2);
    assertThat(TWO.toText())
        .isEqualTo(
            """
            epoch  trainLoss  validLoss  gradientNorm  tokensPerSecond  seconds
            -----  ---------  ---------  ------------  ---------------  -------
                1     2.5000     2.2500        1.1250       51234.5000   1.7500
                2     0.3333                   0.5000       60000.0000   1.5000
            """);
  }

  @Test
  void a_damaged_file_is_named_with_its_line() throws IOException {
    String header = "epoch,trainLoss,validLoss,gradientNorm,tokensPerSecond,seconds\n";
    assertDamage("", ": expected a history, found an empty file");
    assertDamage("a,b\n", ":1: expected " + header.strip() + ", found \"a,b\"");
    assertDamage(header + "1,2,3\n", ":2: expected 6 numbers and a line feed, found \"1,2,3\"");
    assertDamage(header + "1,2,3,4,5,x\n", ":2: expected a number from 0, or NaN, found \"x\"");
    assertDamage(header + "1,2,3,4,5,-6\n", ":2: expected a number from 0, or NaN, found \"-6\"");
    assertDamage(header + "2,2,3,4,5,6\n", ":2: expected epoch 1, found \"2\"");
    assertDamage(
        header + "1,2,3,4,5,6", ":2: expected 6 numbers and a line feed, found \"1,2,3,4,5,6\"");
  }

  private void assertDamage(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("h.csv"), text);
    assertThatThrownBy(() -> History.read(file))
        .isInstanceOf(FileException.class)
        .hasMessage(file + message);
  }
}
