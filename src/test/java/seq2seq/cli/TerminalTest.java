package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void theLauncherSaysWhichStreamsAreTerminals() {
    assertThat(Terminal.of(" in err", true, Map.of()))
        .isEqualTo(new Terminal(true, false, true, false));
    assertThat(Terminal.of(" out", false, Map.of()))
        .isEqualTo(new Terminal(false, true, false, true));
    assertThat(Terminal.of("", true, Map.of())).isEqualTo(new Terminal(false, false, false, false));
  }

  @Test
  void withoutTheLauncherTheConsoleDecides() {
    assertThat(Terminal.of(null, true, Map.of())).isEqualTo(new Terminal(true, true, true, true));
    assertThat(Terminal.of(null, false, Map.of()))
        .isEqualTo(new Terminal(false, false, false, false));
  }

  @Test
  void noColorAndADumbTerminalTurnColourOff() {
    assertThat(Terminal.of("out", true, Map.of("NO_COLOR", "1")).colour()).isFalse();
    assertThat(Terminal.of("out", true, Map.of("NO_COLOR", "")).colour()).isTrue();
    assertThat(Terminal.of("out", true, Map.of("TERM", "dumb")).colour()).isFalse();
    assertThat(Terminal.of("out", true, Map.of("TERM", "xterm")).colour()).isTrue();
  }
}
