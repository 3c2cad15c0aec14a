package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What running a piece of Java gave.
 *
 * @param output what it printed and the value it echoed, a line an entry, blanks at line ends and
 *     empty lines at the end removed
 * @param value the echoed value, the last of the output; empty if the last line shows none
 * @param notes what changed in the session that the reader may not expect, in words: {@code
 *     redefining `Pair` reset `p` to null}
 * @param failure why it stopped early; empty if it ran to its end
 * @param reachedEnd whether the last statement was reached, be it that it failed
 */
public record CellOutcome(
    List<String> output,
    Optional<String> value,
    List<String> notes,
    Optional<CellFailure> failure,
    boolean reachedEnd) {
  public CellOutcome {
    output = List.copyOf(output);
    notes = List.copyOf(notes);
  }

  /** What the page shows: the output and, for a cell that failed, its message. */
  public List<String> shown() {
    List<String> shown = new ArrayList<>(output);
    failure.ifPresent(why -> shown.addAll(why.message()));
    return shown;
  }

  /** Whether the user stopped it. */
  public boolean stopped() {
    return failure.filter(CellFailure::isStopped).isPresent();
  }
}
