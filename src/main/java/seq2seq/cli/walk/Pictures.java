package seq2seq.cli.walk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.notebook.Block;
import seq2seq.notebook.Cell;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.Prose;

/** The pictures of a chapter: where they lie, and a window for each where there is a display. */
final class Pictures {
  private static final Pattern NAME = Pattern.compile("!\\[[^\\]]*\\]\\(([^)\\s]+)[^)]*\\)");
  private final List<Path> folders;
  private final Consumer<Path> opener;
  private final Set<Path> opened = new HashSet<>();

  /**
   * Pictures that are looked for in {@code folders}, the first one first.
   *
   * @param opener shows a picture in a window; does nothing where there is no display
   */
  Pictures(List<Path> folders, Consumer<Path> opener) {
    this.folders = List.copyOf(folders);
    this.opener = opener;
  }

  /** The file of the picture {@code name}, as short as it can be said from the current folder. */
  Optional<Path> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .map(Pictures::shortened);
  }

  private static Path shortened(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path full = file.toAbsolutePath().normalize();
    return full.startsWith(here) ? here.relativize(full) : full;
  }

  /** Opens the pictures shown right before cell {@code number}, each once. */
  void open(Notebook notebook, int number) {
    int cells = 0;
    for (Block block : notebook.blocks()) {
      cells += block instanceof Cell ? 1 : 0;
      if (block instanceof Prose prose && cells == number - 1 && cells > 0) {
        open(String.join("\n", prose.lines()));
      }
    }
  }

  private void open(String markdown) {
    Matcher name = NAME.matcher(markdown);
    while (name.find()) {
      find(name.group(1)).filter(opened::add).ifPresent(opener);
    }
  }
}
