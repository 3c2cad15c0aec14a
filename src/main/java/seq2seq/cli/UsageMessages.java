package seq2seq.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class UsageMessages {
  private UsageMessages() {}

  /** One line about {@code failure}, with the nearest command or option when a word is unknown. */
  static String line(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), failure.getCommandLine().getCommandSpec());
    }
    return failure.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** One line that says where the right usage is written. */
  static String advice(CommandLine command) {
    return "For the usage: ./" + command.getCommandSpec().qualifiedName() + " --help";
  }

  /** One line about a {@code name} that is none of the commands of {@code spec}. */
  static String unknownCommand(String name, CommandSpec spec) {
    return unknown("command", name, new ArrayList<>(spec.subcommands().keySet()));
  }

  private static String unknown(String word, CommandSpec spec) {
    if (word.startsWith("-")) {
      return unknown("option", word.replaceFirst("=.*", ""), optionNames(spec));
    }
    return spec.subcommands().isEmpty()
        ? "unexpected argument '" + word + "'"
        : unknownCommand(word, spec);
  }

  private static String unknown(String kind, String word, List<String> known) {
    String line = "unknown " + kind + " '" + word + "'";
    return Nearest.to(word, known)
        .map(near -> line + "; did you mean '" + near + "'?")
        .orElse(line);
  }

  private static List<String> optionNames(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    spec.options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }
}
