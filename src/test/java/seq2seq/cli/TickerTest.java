package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TickerTest {

  private static String ticked(boolean isTerminal, int all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Ticker ticker = new Ticker(err, isTerminal, "checking", all)) {
      for (int i = 0; i < all; i++) {
        ticker.tick();
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onATerminalOneLineChangesAndGoesAway() {
    assertThat(ticked(true, 2))
        .isEqualTo("\rchecking 0 of 2\rchecking 1 of 2\rchecking 2 of 2\r" + " ".repeat(15) + "\r");
  }

  @Test
  void elsewhereAndForOneThingNothingIsSaid() {
    assertThat(ticked(false, 2)).isEmpty();
    assertThat(ticked(true, 1)).isEmpty();
  }
}
