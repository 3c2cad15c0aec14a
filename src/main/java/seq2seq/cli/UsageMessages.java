package seq2seq.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.utils.Levenshtein;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class UsageMessages {
  private UsageMessages() {}

  /** One line about {@code failure}, with the nearest command or option when a word is unknown. */
  static String line(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched);
    }
    return failure.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** One line that says where the right usage is written. */
  static String advice(CommandLine command) {
    return Learn.TEXTS.get(
        "usage.advice", "./" + command.getCommandSpec().qualifiedName() + " --help");
  }

  /** One line about a {@code name} that is none of the commands of {@code learn}. */
  static String unknownCommand(String name, CommandLine learn) {
    return unknown(new UnmatchedArgumentException(learn, List.of(name)));
  }

  private static String unknown(UnmatchedArgumentException failure) {
    String word = failure.getUnmatched().get(0).replaceFirst("=.*", "");
    CommandLine command = failure.getCommandLine();
    if (failure.isUnknownOption()) {
      return unknown("usage.option", word, command.getCommandSpec().optionsMap().keySet());
    }
    return command.getSubcommands().isEmpty()
        ? Learn.TEXTS.get("usage.argument", word)
        : unknown("usage.command", word, command.getSubcommands().keySet());
  }

  /** The word of {@code known} that is fewest edits away, if at most a third of it is wrong. */
  private static String unknown(String key, String word, Set<String> known) {
    return Learn.TEXTS.get(key, word)
        + known.stream()
            .filter(near -> edits(word, near) <= Math.max(1, near.length() / 3))
            .min(Comparator.comparingInt(near -> edits(word, near)))
            .map(near -> Learn.TEXTS.get("usage.nearest", near))
            .orElse("");
  }

  /**
   * JLine's count, in which two letters that changed places are one edit. picocli's own suggestions
   * compare pairs of letters, and so take {@code wlak} for {@code classpath}.
   */
  private static int edits(String word, String near) {
    return Levenshtein.distance(word.toLowerCase(Locale.ROOT), near, 1, 1, 1, 1);
  }
}
