package seq2seq.notebook;

import java.util.List;

/**
 * Narrative between two cells: Markdown as it stands in the file, comments included.
 *
 * @param line the line of the file on which it starts, from 1
 * @param lines the Markdown, not empty
 */
public record Prose(int line, List<String> lines) implements Block {
  public Prose {
    lines = List.copyOf(lines);
  }
}
