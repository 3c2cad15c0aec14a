package seq2seq.cli.walk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.markdown.Link;
import seq2seq.notebook.markdown.Markdown;

/** The pictures of a chapter: where they lie, and a window for each where there is a display. */
final class Pictures {
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
    if (number > 1) {
      notebook.proseBefore(number).ifPresent(prose -> open(prose.text()));
    }
  }

  private void open(Markdown text) {
    text.links().stream()
        .filter(Link::isPicture)
        .flatMap(picture -> find(picture.target()).stream())
        .filter(opened::add)
        .forEach(opener);
  }
}
