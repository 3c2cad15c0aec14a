package seq2seq.cli.walk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import seq2seq.cli.UserError;
import seq2seq.cli.check.ExerciseHelp;

/**
 * What a reader may ask for beside the cells: help, variables, lines of earlier walks, exercises.
 */
final class WalkTools {
  private static final List<String> HELP =
      List.of(
          "Enter       run the cell that is shown",
          "/b          show the cell before, with the output it had (the state is not undone)",
          "/g K        go to cell K; cells before it that have not run are run first, quietly",
          "/r          run the cell shown last once more",
          "/vars       list the variables and what they hold",
          "/own        run once more the Java that you typed in earlier walks",
          "/check N.M  score an exercise",
          "/hint N.M   the next hint for an exercise",
          "/q          quit; the next walk through this chapter goes on where you were",
          "/?          this help",
          "Anything else is Java and runs in the same state; an expression shows its value.",
          "Tab         completes a name; behind an open parenthesis it shows what goes in",
          "Ctrl-C      stops a cell that runs; the state is kept");

  private final Console console;
  private final LiveSession session;
  private final WalkProgress progress;
  private final ExerciseHelp exercises;

  WalkTools(Console console, LiveSession session, WalkProgress progress, ExerciseHelp exercises) {
    this.console = console;
    this.session = session;
    this.progress = progress;
    this.exercises = exercises;
  }

  /** Does what the command {@code name} says, or says that there is none. */
  void use(String name, String argument) {
    switch (name) {
      case "/vars" -> console.page(variables());
      case "/check" -> console.page(asked(exercises::check, argument));
      case "/hint" -> console.page(asked(exercises::hint, argument));
      case "/?", "/h", "/help" -> console.page(HELP);
      default -> console.say("There is no " + name + "; /? lists what you can type.");
    }
  }

  private List<String> variables() {
    List<String> variables = session.variables();
    int width = console.width();
    return variables.isEmpty()
        ? List.of("No variables yet.")
        : variables.stream()
            .map(line -> line.length() <= width ? line : line.substring(0, width - 1) + "…")
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
    long lines = progress.ownLines().lines().count();
    if (lines == 1) {
      console.say("The line of Java that you typed before: /own runs it again.");
    } else if (lines > 1) {
      console.say("The " + lines + " lines of Java that you typed before: /own runs them again.");
    }
  }

  /** Shows the lines of earlier walks, to be run again; empty if there are none. */
  Optional<String> showOwnLines() {
    String own = progress.ownLines().stripTrailing();
    if (own.isEmpty()) {
      console.say("No line of your own is kept yet.");
      return Optional.empty();
    }
    console.page(own.lines().map(line -> "  │ " + line).toList());
    return Optional.of(own);
  }
}
