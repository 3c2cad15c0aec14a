package seq2seq.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which files are pages of chapters: {@code ch00_engine.md} and its like. */
public final class ChapterPages {
  private ChapterPages() {}

  /** Whether a file of that name is one. */
  public static boolean isPage(String name) {
    return name.matches("ch\\d\\d_\\w+\\.md");
  }

  /** Those in {@code folder}, in the order of the course; none if there is no such folder. */
  public static List<Path> in(Path folder) {
    return files(folder).stream().filter(file -> isPage(file.getFileName().toString())).toList();
  }

  /** All files in {@code folder}, in the order of their names; none if there is no such folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
