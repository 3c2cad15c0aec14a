package seq2seq.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that a site is written into. It keeps a list of its files, so that the next build can
 * take away what it writes no more, and nothing else that somebody keeps there.
 */
final class SiteFolder {
  private static final String LIST = ".book-files";

  private final Path folder;
  private final Set<String> written = new TreeSet<>();
  private long bytes;

  SiteFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /** Writes the file {@code name}, given from the top of the site. */
  void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    written.add(name);
    bytes += content.length;
  }

  /** As {@link #write(String, byte[])}, in UTF-8. */
  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Deletes what an earlier build wrote and this one did not. */
  void finish() throws IOException {
    Path list = folder.resolve(LIST);
    if (Files.exists(list)) {
      for (String name : Files.readAllLines(list)) {
        if (!written.contains(name) && folder.resolve(name).normalize().startsWith(folder)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
    }
    Files.write(list, List.copyOf(written));
  }

  /** How many pages were written. */
  int pages() {
    return (int) written.stream().filter(name -> name.endsWith(".html")).count();
  }

  /** The size of all files together. */
  long bytes() {
    return bytes;
  }
}
