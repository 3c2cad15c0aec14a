package seq2seq.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies on the class path: the site's own files, and those of the libraries it takes along. */
final class Resources {
  private Resources() {}

  /**
   * A resource as text.
   *
   * @throws IllegalStateException if it is not there
   */
  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /**
   * A resource as bytes.
   *
   * @throws IllegalStateException if it is not there
   */
  static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is such a file. */
  static boolean has(String name) {
    return Resources.class.getResource("/" + name) != null;
  }

  /** Where the copy of a file goes. */
  interface Target {
    /** Takes the file {@code name}, relative to the folder that is copied. */
    void put(String name, byte[] bytes) throws IOException;
  }

  /** Copies the wanted files of a folder and of those within; names are relative to it. */
  static void copy(String folder, Predicate<String> wanted, Target to) throws IOException {
    URL url = Resources.class.getResource("/" + folder);
    if (url == null) {
      throw new IllegalStateException("the class path has no folder " + folder);
    }
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          copy(jar.getPath("/" + folder), wanted, to);
        }
      } else {
        copy(Path.of(uri), wanted, to);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + " is no address", e);
    }
  }

  /** As {@link #copy(String, Predicate, Target)}, from a folder on disk or in an archive. */
  static void copy(Path folder, Predicate<String> wanted, Target to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (wanted.test(name)) {
        to.put(name, Files.readAllBytes(file));
      }
    }
  }
}
