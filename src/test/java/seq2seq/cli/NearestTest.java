package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> COMMANDS =
      List.of("walk", "jshell", "train", "translate", "bench", "check", "hint");

  @Test
  void editsCountInsertionsDeletionsReplacementsAndSwaps() {
    assertThat(Nearest.edits("train", "train")).isZero();
    assertThat(Nearest.edits("tran", "train")).isEqualTo(1);
    assertThat(Nearest.edits("traain", "train")).isEqualTo(1);
    assertThat(Nearest.edits("trein", "train")).isEqualTo(1);
    assertThat(Nearest.edits("trian", "train")).isEqualTo(1);
    assertThat(Nearest.edits("", "walk")).isEqualTo(4);
    assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void aSlipFindsTheCommand() {
    assertThat(Nearest.to("trian", COMMANDS)).contains("train");
    assertThat(Nearest.to("tranlsate", COMMANDS)).contains("translate");
    assertThat(Nearest.to("wlak", COMMANDS)).contains("walk");
  }

  @Test
  void theBeginningOfACommandFindsIt() {
    assertThat(Nearest.to("transl", COMMANDS)).contains("translate");
  }

  @Test
  void somethingQuiteDifferentFindsNothing() {
    assertThat(Nearest.to("deploy", COMMANDS)).isEmpty();
    assertThat(Nearest.to("", COMMANDS)).isEmpty();
  }
}
