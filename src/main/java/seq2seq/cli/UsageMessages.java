package seq2seq.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.Levenshtein;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
    if (failure instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return Learn.TEXTS.get("usage.twice", name(twice.getOverwritten()));
    }
    return Optional.ofNullable(failure.getArgSpec())
        .flatMap(argument -> noNumber(argument, failure.getValue()))
        .orElseGet(() -> FailureReporter.oneLine(failure.getMessage()));
  }

  /** An argument that is not there, or an option without its value. */
  private static String missing(MissingParameterException failure) {
    String names =
        failure.getMissing().stream().map(UsageMessages::name).collect(Collectors.joining(", "));
    boolean isThere = failure.getMessage().contains("parameter for option");
    return Learn.TEXTS.get(isThere ? "usage.no.value" : "usage.missing", names);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** What {@code value} should have been; empty if a number was not asked for. */
  private static Optional<String> noNumber(ArgSpec argument, String value) {
    return switch (argument.type().getSimpleName().toLowerCase(Locale.ROOT)) {
      case "int", "integer" -> Optional.of(noWhole(argument, value, Integer.MAX_VALUE));
      case "long" -> Optional.of(noWhole(argument, value, Long.MAX_VALUE));
      case "double" -> Optional.of(Learn.TEXTS.get("usage.number", name(argument), value));
      default -> Optional.empty();
    };
  }

  private static String noWhole(ArgSpec argument, String value, long most) {
    return Learn.TEXTS.get("usage.whole", name(argument), most, value);
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
