package seq2seq.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;
import seq2seq.language.Language;
import seq2seq.notebook.markdown.Markdown;

/**
 * A chapter: narrative and cells in reading order, and where each stands in the file.
 *
 * <p>Immutable. {@link NotebookParser} says how the Markdown is read.
 *
 * @param file the name of the file as errors show it, without its folder; a Chinese page keeps
 *     {@code zh/}
 * @param settings what the {@code <!-- notebook} comment says
 * @param blocks narrative and cells
 * @param page the whole file
 */
public record Notebook(String file, Settings settings, List<Block> blocks, Markdown page) {
  private static final String CHINESE = Language.CHINESE.tag();

  public Notebook {
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads a chapter.
   *
   * @throws NotebookException if it is no notebook
   * @throws FileException if the file cannot be read or is not UTF-8
   */
  public static Notebook read(Path file) {
    String name = file.getFileName().toString();
    boolean isChinese = file.toAbsolutePath().getParent().endsWith(CHINESE);
    return parse(isChinese ? CHINESE + "/" + name : name, TextFile.read(file, "a chapter"));
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
  public List<CodeCell> cells() {
    return blocks.stream().filter(CodeCell.class::isInstance).map(CodeCell.class::cast).toList();
  }

  /**
   * The narrative right before cell {@code number}; behind the last cell, the rest of the page.
   *
   * @param number the cell's number, from 1; one more than there are cells for the rest
   */
  public Optional<Prose> proseBefore(int number) {
    int cells = 0;
    for (Block block : blocks) {
      if (block instanceof Prose prose && cells == number - 1) {
        return Optional.of(prose);
      }
      cells += block instanceof CodeCell ? 1 : 0;
    }
    return Optional.empty();
  }

  /** The language it is written in: Chinese in the folder {@code zh}. */
  public Language language() {
    return file.startsWith(CHINESE + "/") ? Language.CHINESE : Language.ENGLISH;
  }

  /** The file's name without its folder and its extension: {@code ch05_mask}. */
  public String name() {
    return file.replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
  }

  /** The whole file, one entry a line. */
  public List<String> lines() {
    return page.lines();
  }

  /** The whole file as one text, its lines ended as on Unix, without a byte-order mark. */
  public String markdown() {
    return String.join("\n", lines()) + "\n";
  }
}
