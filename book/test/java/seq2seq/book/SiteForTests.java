package seq2seq.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.grading.CourseFolder;

/**
 * The whole course's site, served on this machine: the one in {@code -Dbook.site=DIR}, or one that
 * is built now.
 */
final class SiteForTests implements AutoCloseable {
  private final Path folder;
  private final SiteServer server;

  private SiteForTests(Path folder, SiteServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Builds it, if need be, and serves the folder that it lies in, so that its path is not the top.
   */
  static SiteForTests serve() throws IOException {
    String built = System.getProperty("book.site", "");
    Path folder = Path.of(built.isEmpty() ? "target/site for a browser" : built).toAbsolutePath();
    if (built.isEmpty()) {
      Site.build(CourseFolder.find(), folder);
    }
    return new SiteForTests(folder, SiteServer.start(folder.getParent(), 0));
  }

  /** All pages, from the top of the site; with {@code -Dbook.pages=REGEX}, some. */
  List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(page -> !page.startsWith("assets/"))
          .filter(page -> page.matches(System.getProperty("book.pages", ".*")))
          .sorted()
          .toList();
    }
  }

  /** The size of all its files together. */
  long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** The address of a page on the server. */
  String url(String page) {
    String name = folder.getFileName().toString().replace(" ", "%20");
    return server.address() + name + "/" + page;
  }

  /** The address of a page on disk. */
  String fileUrl(String page) {
    return folder.resolve(page).toUri().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
