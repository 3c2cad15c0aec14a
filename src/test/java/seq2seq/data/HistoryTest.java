package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(TWO)
        .hasToString(
            """
            epoch  trainLoss  validLoss  gradientNorm  tokensPerSecond  seconds
            -----  ---------  ---------  ------------  ---------------  -------
                1     2.5000     2.2500        1.1250       51234.5000   1.7500
                2     0.3333                   0.5000       60000.0000   1.5000
            """);
  }
}
