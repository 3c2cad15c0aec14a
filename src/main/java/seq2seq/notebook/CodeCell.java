package seq2seq.notebook;

import java.util.List;
import java.util.Optional;

/**
 * One piece of Java that a chapter runs, with the output that the page shows.
 *
 * @param number the place among the chapter's cells, from 1
 * @param line the line of the file that opens the cell's fence, from 1
 * @param code the Java, one entry a line
 * @param fails whether the cell is marked {@code java error}: it must throw or fail to compile, and
 *     the message is its output
 * @param expected what the page shows below the cell; empty when the cell prints nothing
 */
public record CodeCell(
    int number, int line, List<String> code, boolean fails, Optional<Expected> expected)
    implements Block {
  public CodeCell {
    code = List.copyOf(code);
  }

  /** The Java as one text, without a newline at the end. */
  public String source() {
    return String.join("\n", code);
  }

  /** The line of the file that holds the first line of code. */
  public int codeLine() {
    return line + 1;
  }

  /** The line of the file that closes the cell's fence. */
  public int closingLine() {
    return codeLine() + code.size();
  }
}
