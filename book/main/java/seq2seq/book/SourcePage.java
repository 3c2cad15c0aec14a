package seq2seq.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.files.TextFile;

/** A class of the course, or a folder of them, as a page's body. */
final class SourcePage {
  private SourcePage() {}

  /** The classes in a folder, in order, without what only describes the package. */
  static List<Path> classes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !name(file).contains("-info"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page is called: the class, or the package. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("[.]java$", "");
  }

  /** Its body; a line may break between the folders of its place, and the words of its name. */
  static String body(Path course, Path file, CodeColours colours) {
    String place = course.relativize(file).toString().replace('\\', '/');
    String title =
        "<h1><code>" + name(file).replaceAll("(?<=[a-z])(?=[A-Z])", "<wbr>") + "</code></h1>\n";
    String where = "<p class=\"place\">" + place.replace("/", "/<wbr>") + "</p>\n";
    return title + where + (Files.isDirectory(file) ? list(file) : code(file, colours));
  }

  private static String code(Path file, CodeColours colours) {
    return colours.block(TextFile.read(file, "a class of the course").strip()) + "\n";
  }

  private static String list(Path folder) {
    StringBuilder items = new StringBuilder("<ul>\n");
    for (Path file : classes(folder)) {
      String label = "<code>" + name(file) + "</code>";
      items.append("<li>").append(Markup.link(name(file) + ".html", label)).append("</li>\n");
    }
    return items.append("</ul>\n").toString();
  }
}
