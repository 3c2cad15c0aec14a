package seq2seq.notebook;

import java.util.List;

/**
 * Something in a chapter that must be mended, or that a run must show.
 *
 * @param file the chapter's file name
 * @param line the line of it, from 1
 * @param problem one line
 * @param detail lines that show it; may be empty
 * @param isMendedByAccept whether accepting the present output mends it
 */
public record Finding(
    String file, int line, String problem, List<String> detail, boolean isMendedByAccept) {
  public Finding {
    detail = List.copyOf(detail);
  }

  /** What a person must mend. */
  static Finding of(String file, int line, String problem) {
    return new Finding(file, line, problem, List.of(), false);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file + ":" + line + ": " + problem);
    detail.forEach(more -> text.append("\n").append(more));
    return text.toString();
  }
}
