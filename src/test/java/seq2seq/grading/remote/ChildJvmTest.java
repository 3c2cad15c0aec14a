package seq2seq.grading.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.remote.ChildJvm.NoAnswer;

class ChildJvmTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  @TempDir Path folder;

  /** Whoever asked a process that was gone once waited until its time was up. */
  @Test
  void anEndedProcessSaysSoAsOftenAsItIsAsked() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (ChildJvm child = ChildJvm.start(List.of(java, "-version"), folder)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> child.receive(LONG_ENOUGH))
            .isInstanceOfSatisfying(
                NoAnswer.class, none -> assertThat(none.end()).isEqualTo(ChildJvm.End.EXIT));
      }
    }
  }
}
