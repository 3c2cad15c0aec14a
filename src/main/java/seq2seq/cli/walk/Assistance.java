package seq2seq.cli.walk;

import java.util.List;
import seq2seq.notebook.Completion;

/** What a terminal offers for the line that is being typed. */
interface Assistance {
  /** How {@code line} may go on at {@code cursor}. */
  default Completion complete(String line, int cursor) {
    return Completion.NONE;
  }

  /** The signatures of what is called at {@code cursor}; none if nothing is. */
  default List<String> signatures(String line, int cursor) {
    return List.of();
  }
}
