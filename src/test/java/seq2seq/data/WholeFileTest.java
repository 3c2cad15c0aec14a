package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsMadeWithItsFoldersAndReplaced() throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    WholeFile.write(file, "one");
    WholeFile.write(file, "zwei é");
    assertThat(file).hasContent("zwei é");
    assertThat(folder.resolve("a/b")).isDirectoryContaining("glob:**file.txt");
    try (var files = Files.list(folder.resolve("a/b"))) {
      assertThat(files).as("no temporary file is left").hasSize(1);
    }
  }

  @Test
  void aReaderSeesTheOldTextOrTheNewAndNeverAPart() throws Exception {
    Path file = folder.resolve("file.txt");
    String a = "a".repeat(300_000);
    String b = "b".repeat(200_000);
    WholeFile.write(file, a);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer = new Thread(() -> writeUntil(stop, file, a, b));
    writer.start();
    try {
      for (int i = 0; i < 200; i++) {
        assertThat(Files.readString(file)).isIn(a, b);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  private static void writeUntil(AtomicBoolean stop, Path file, String a, String b) {
    try {
      for (int i = 0; !stop.get(); i++) {
        WholeFile.write(file, i % 2 == 0 ? b : a);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whereNothingCanBeWrittenTheOldFileStays() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    assertThatThrownBy(() -> WholeFile.write(taken.resolve("below"), "x"))
        .isInstanceOf(IOException.class);
    assertThat(taken).hasContent("a file");
  }
}
