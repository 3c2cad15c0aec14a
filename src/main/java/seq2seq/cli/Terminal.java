package seq2seq.cli;

import java.util.Map;

/**
 * What the standard streams are connected to: decides about colours, progress bars and questions.
 *
 * @param in true if standard input is a terminal, so that a person can be asked
 * @param out true if standard output is a terminal
 * @param err true if standard error is a terminal, so that a progress bar makes sense there
 * @param colour true if standard output may be coloured: a terminal, {@code TERM} is not {@code
 *     dumb}, and {@code NO_COLOR} is not set (https://no-color.org)
 */
public record Terminal(boolean in, boolean out, boolean err, boolean colour) {

  /** The terminal of this process. */
  public static Terminal current() {
    return of(System.getProperty("seq2seq.terminal"), System.console() != null, System.getenv());
  }

  /**
   * The terminal as the launcher saw it.
   *
   * @param seen which of {@code in}, {@code out} and {@code err} are terminals, separated by
   *     spaces; null when the launcher did not say
   * @param console what to believe of all three when {@code seen} is null
   * @param environment the variables {@code NO_COLOR} and {@code TERM} are looked up here
   */
  static Terminal of(String seen, boolean console, Map<String, String> environment) {
    boolean out = has(seen, "out", console);
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(has(seen, "in", console), out, has(seen, "err", console), out && !plain);
  }

  /** The columns to lay text out for where no terminal is asked: {@code COLUMNS}, or 80. */
  public static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : 80;
  }

  private static boolean has(String seen, String stream, boolean otherwise) {
    return seen == null ? otherwise : (" " + seen + " ").contains(" " + stream + " ");
  }
}
