package seq2seq.notebook;

import java.nio.file.Path;
import java.util.List;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * A chapter: narrative and cells in reading order, and where each stands in the file.
 *
 * <p>Immutable. {@link NotebookParser} says how the Markdown is read.
 *
 * @param file the name of the file, without its folder, as errors show it
 * @param title the text of the {@code # } heading; the file's name if there is none
 * @param settings what the {@code <!-- notebook} comment says
 * @param blocks narrative and cells
 * @param lines the whole file, one entry a line
 */
public record Notebook(
    String file, String title, Settings settings, List<Block> blocks, List<String> lines) {
  public Notebook {
    blocks = List.copyOf(blocks);
    lines = List.copyOf(lines);
  }

  /**
   * Reads a chapter.
   *
   * @throws NotebookException if it is no notebook
   * @throws FileException if the file cannot be read or is not UTF-8
   */
  public static Notebook read(Path file) {
    return parse(file.getFileName().toString(), TextFile.read(file, "a chapter"));
  }

  /**
   * Reads a chapter from its text.
   *
   * @throws NotebookException if it is no notebook
   */
  public static Notebook parse(String file, String markdown) {
    return new NotebookParser(file, markdown).parse();
  }

  /** The cells, in order; cell k of the page is at k - 1. */
  public List<Cell> cells() {
    return blocks.stream().filter(Cell.class::isInstance).map(Cell.class::cast).toList();
  }

  /** The file's name without its extension: {@code ch05_mask}. */
  public String name() {
    return file.replaceFirst("\\.md$", "");
  }

  /** The whole file as one text. */
  public String markdown() {
    return String.join("\n", lines) + "\n";
  }
}
