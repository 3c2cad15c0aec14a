package seq2seq.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.txt"), text);
  }

  @Test
  void aMarkAndCarriageReturnsAreNoPartOfTheText() throws IOException {
    Path file = file("\uFEFFone\r\ntwo é\n\r\nthree");
    assertThat(TextFile.read(file, "a text")).isEqualTo("one\ntwo é\n\nthree");
    assertThat(TextFile.lines(file, "a text")).containsExactly("one", "two é", "", "three");
  }

  @Test
  void aMarkLaterIsText() throws IOException {
    assertThat(TextFile.read(file("a\n\uFEFFb\n"), "a text")).isEqualTo("a\n\uFEFFb\n");
    assertThat(TextFile.read(file(""), "a text")).isEmpty();
    assertThat(TextFile.read(file("\uFEFF"), "a text")).isEmpty();
  }

  @Test
  void anotherEncodingIsNamedWithItsLine() throws IOException {
    byte[] latin = "one\n\u00E9t\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin.txt"), latin);
    assertThatThrownBy(() -> TextFile.read(file, "a text"))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ":2: expected UTF-8 text, found bytes in another encoding");
    byte[] utf16 = "one\n".getBytes(StandardCharsets.UTF_16);
    Path wide = Files.write(folder.resolve("wide.txt"), utf16);
    assertThatThrownBy(() -> TextFile.read(wide, "a text"))
        .hasMessage(wide + ":1: expected UTF-8 text, found what looks like UTF-16");
  }

  @Test
  void whatCannotBeOpenedIsOneLine() {
    assertThatThrownBy(() -> TextFile.read(folder, "a chapter"))
        .isInstanceOf(FileException.class)
        .hasMessage(folder + ": expected a chapter, found a folder");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> TextFile.lines(missing, "a chapter"))
        .isInstanceOf(FileException.class)
        .hasMessage(missing + ": expected a chapter, found no such file");
  }
}
