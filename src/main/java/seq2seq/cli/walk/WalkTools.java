package seq2seq.cli.walk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import seq2seq.cli.UserError;
import seq2seq.cli.WalkFile;
import seq2seq.cli.check.ExerciseHelp;
import seq2seq.language.Texts;
import seq2seq.language.Width;
import seq2seq.notebook.text.MarkdownText;

/**
 * What a reader may ask for beside the cells: help, variables, lines of earlier walks, exercises.
 */
record WalkTools(Console console, LiveSession session, WalkFile file) {
  private static final Texts TEXTS = Texts.of(WalkTools.class);

  /** What can be typed, each with the key of the text that says what it does. */
  private static final List<String> HELP =
      List.of(
          "Enter help.enter",
          "/b help.b",
          "/g K help.g",
          "/r help.r",
          "/vars help.vars",
          "/own help.own",
          "/check N.M help.check",
          "/hint N.M help.hint",
          "/q help.q",
          "/? help.help",
          "help.java",
          "Tab help.tab",
          "Ctrl-C help.ctrlc");

  /** Does what the command {@code name} says, or says that there is none. */
  void use(String name, String argument) {
    switch (name) {
      case "/vars" -> console.page(variables());
      case "/check" -> console.page(asked(ExerciseHelp::check, argument));
      case "/hint" -> console.page(asked(id -> ExerciseHelp.hint(id, console.width()), argument));
      case "/?", "/h", "/help" -> console.page(help());
      default -> console.say(TEXTS.get("no.such", name));
    }
  }

  private List<String> help() {
    return HELP.stream().flatMap(line -> help(line).stream()).toList();
  }

  private List<String> help(String line) {
    int key = line.lastIndexOf(' ') + 1;
    String typed = key == 0 ? "" : Width.padded(line.substring(0, key), 12);
    return MarkdownText.wrapped(
        TEXTS.get(line.substring(key)), console.width(), typed, " ".repeat(typed.length()));
  }

  private static String cut(String line, int columns) {
    return line.substring(0, Width.fitting(line, columns));
  }

  private List<String> variables() {
    List<String> variables = session.variables();
    int width = console.width();
    return variables.isEmpty()
        ? List.of(TEXTS.get("no.variables"))
        : variables.stream()
            .map(line -> Width.of(line) <= width ? line : cut(line, width - 1) + "…")
            .toList();
  }

  /** What an exercise's tool says; a wrong number is a sentence, not the end of the walk. */
  private static List<String> asked(Function<String, List<String>> tool, String exercise) {
    try {
      return tool.apply(exercise);
    } catch (IllegalArgumentException | UserError mistake) {
      return List.of(mistake.getMessage());
    }
  }

  /** Says that there are lines of earlier walks, if there are. */
  void offerOwnLines() {
    long lines = file.ownLines().lines().count();
    if (lines == 1) {
      console.say(TEXTS.get("own.line"));
    } else if (lines > 1) {
      console.say(TEXTS.get("own.lines", lines));
    }
  }

  /** Shows the lines of earlier walks, to be run again; empty if there are none. */
  Optional<String> showOwnLines() {
    String own = file.ownLines().stripTrailing();
    if (own.isEmpty()) {
      console.say(TEXTS.get("own.none"));
      return Optional.empty();
    }
    console.page(own.lines().map(line -> "  │ " + line).toList());
    return Optional.of(own);
  }
}
