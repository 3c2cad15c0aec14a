package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HomeTest {

  @Test
  void withoutTheLauncherTheCurrentFolderIsTheHome() {
    assertThat(Home.directory()).isEqualTo(Path.of("").toAbsolutePath());
  }
}
