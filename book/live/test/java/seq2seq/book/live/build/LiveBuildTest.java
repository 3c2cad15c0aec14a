package seq2seq.book.live.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBuildTest {
  /** A page has no other processes. */
  static final class AsksForItsProcess {
    public static void main(String[] args) {
      System.out.println(ProcessHandle.current().pid());
    }
  }

  @Test
  void whatABrowserLacksIsNamedInPlaceOfTheFigures(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("live");
    Files.createDirectories(out);
    Files.writeString(out.resolve("live.js"), "of an earlier build");
    String missing = AsksForItsProcess.class.getName();
    LiveBuild.main(new String[] {"views", out.toString(), missing, "true"});
    assertThat(out.resolve("live.js")).doesNotExist();
    assertThat(Files.readAllLines(out.resolve("failed.txt")).get(0))
        .contains("java.lang.ProcessHandle", ", at " + missing + ".main(LiveBuildTest.java:");
    assertThatThrownBy(
            () -> LiveBuild.main(new String[] {"views", out.toString(), missing, "false"}))
        .hasMessageContaining("java.lang.ProcessHandle");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
    Path taken = Files.writeString(folder.resolve("teavm"), "a file");
    String[] args = {
      "views", folder.resolve("live").toString(), AsksForItsProcess.class.getName(), "false"
    };
    assertThatThrownBy(() -> LiveBuild.main(args))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(taken.toString());
  }
}
