package seq2seq.notebook;

import java.util.List;

/**
 * The output that the page shows below a cell.
 *
 * @param line the line of the file that opens the fence, from 1
 * @param lines the output
 * @param varies what in it differs from run to run, and so may be written {@code …}
 */
public record Expected(int line, List<String> lines, Varies varies) {
  public Expected {
    lines = List.copyOf(lines);
  }

  /** What may differ from run to run: only a time or a path, and only where the page says so. */
  public enum Varies {
    /** Nothing: the output is compared exactly, and a {@code …} is a character like any other. */
    NOTHING,
    /** Times and rates; marked {@code <!-- output: time -->} above the fence. */
    TIME,
    /** Paths of files; marked {@code <!-- output: path -->} above the fence. */
    PATH
  }

  /** The line of the file that holds the first line of output. */
  public int textLine() {
    return line + 1;
  }

  /** The line of the file that closes the fence. */
  public int closingLine() {
    return textLine() + lines.size();
  }
}
