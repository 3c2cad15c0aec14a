package seq2seq.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsMadeWithItsFoldersAndReplaced() throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "zwei é");
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
    AtomicFile.write(file, a);
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
        AtomicFile.write(file, i % 2 == 0 ? b : a);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whereNothingCanBeWrittenTheOldFileStays() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    assertThatThrownBy(() -> AtomicFile.write(taken.resolve("below"), "x"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            taken.resolve("below") + ": cannot be written: " + taken + " is a file, not a folder");
    assertThat(taken).hasContent("a file");
  }

  @Test
  void twoWritersOfOneFileDoNotMeet() throws Exception {
    Path file = folder.resolve("file.txt");
    AtomicBoolean stop = new AtomicBoolean();
    Thread other = new Thread(() -> writeUntil(stop, file, "a".repeat(9000), "b".repeat(9000)));
    other.start();
    try {
      for (int i = 0; i < 100; i++) {
        AtomicFile.write(file, "c".repeat(9000));
        assertThat(Files.readString(file)).matches("a{9000}|b{9000}|c{9000}");
      }
    } finally {
      stop.set(true);
      other.join();
    }
  }
}
