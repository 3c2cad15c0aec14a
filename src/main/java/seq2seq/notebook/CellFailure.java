package seq2seq.notebook;

import java.util.List;

/**
 * Why a piece of Java did not run to its end.
 *
 * @param isStopped whether the user stopped it
 * @param place where, as {@code ch05_mask.md:39:19}
 * @param message what is shown as the output of a cell that is meant to fail: {@code
 *     IllegalArgumentException: ...} or {@code error: ...}, and a line {@code caused by: ...} for
 *     each cause; it names no place, so that it stays true when the text around the cell changes
 * @param detail the line of code with the place underlined, or the calls within the cell
 */
public record CellFailure(
    boolean isStopped, String place, List<String> message, List<String> detail) {
  public CellFailure {
    message = List.copyOf(message);
    detail = List.copyOf(detail);
  }

  /** The failure for a reader: place and message on the first line, then the details. */
  public List<String> lines() {
    List<String> lines = new java.util.ArrayList<>(message);
    lines.set(0, place + ": " + lines.get(0));
    lines.addAll(1, detail);
    return lines;
  }
}
