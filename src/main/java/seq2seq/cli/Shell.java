package seq2seq.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Commands as a user can paste them into a shell. */
public final class Shell {
  private Shell() {}

  /** {@code ./learn} with these arguments, each quoted where the shell of this system needs it. */
  public static String command(String... arguments) {
    return command(isWindows(), arguments);
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** As {@link #command(String...)}, for Windows' shells or for a POSIX one. */
  static String command(boolean windows, String... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> windows ? windows(argument) : posix(argument))
        .collect(Collectors.joining(" ", windows ? "learn " : "./learn ", ""));
  }

  /** Double quotes read best; within them four characters, and the history's !, mean something. */
  private static String posix(String argument) {
    if (isPlain(argument)) {
      return argument;
    }
    return argument.matches("(?s)[^\"$`\\\\!]*")
        ? '"' + argument + '"'
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static String windows(String argument) {
    return isPlain(argument) ? argument : '"' + argument.replace("\"", "\\\"") + '"';
  }

  private static boolean isPlain(String argument) {
    return argument.matches("[\\w./:=+,-]+");
  }
}
