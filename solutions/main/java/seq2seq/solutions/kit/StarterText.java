package seq2seq.solutions.kit;

import java.util.ArrayList;
import java.util.List;
import seq2seq.grading.Exercise;

/**
 * Makes a starter of a worked answer.
 *
 * <p>What stands between {@code // BEGIN SOLUTION} and {@code // END SOLUTION} goes. In the body of
 * a method (the marker is indented by four or more) {@code throw new Todo("6.2");} takes its place;
 * elsewhere (imports, notes, helpers) nothing does. The specification comes from {@link
 * Specification}, so that a learner has it before their eyes.
 */
public final class StarterText {
  private static final String BEGIN = "// BEGIN SOLUTION";
  private static final String END = "// END SOLUTION";
  private static final String IMPORT = "import seq2seq.grading.Todo;";

  private StarterText() {}

  /**
   * The text of the starter.
   *
   * @param solution the text of the answer
   * @param specification the text of the interface
   * @throws IllegalArgumentException if the markers do not come in pairs
   */
  public static String of(Exercise exercise, String solution, String specification) {
    return Specification.of(specification).in(withoutAnswer(exercise, solution));
  }

  private static String withoutAnswer(Exercise exercise, String solution) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : solution.lines().toList()) {
      String mark = line.strip();
      if (mark.equals(BEGIN) == inside && (mark.equals(BEGIN) || mark.equals(END))) {
        throw new IllegalArgumentException(exercise.solution() + ": the markers are no pairs");
      }
      if (mark.equals(BEGIN)) {
        open(exercise, line, lines);
      } else if (!inside && !mark.equals(END)) {
        lines.add(line);
      }
      inside = mark.equals(BEGIN) || inside && !mark.equals(END);
    }
    return finished(exercise, lines);
  }

  private static void open(Exercise exercise, String line, List<String> lines) {
    String indent = line.substring(0, line.indexOf(BEGIN));
    if (indent.length() >= 4) {
      lines.add(indent + "throw new Todo(\"" + exercise.id() + "\");");
    }
  }

  private static String finished(Exercise exercise, List<String> lines) {
    addImport(lines);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean blank = lines.get(i).isBlank();
      boolean useless = blank && (i + 1 == lines.size() || lines.get(i + 1).matches("\\s*}?"));
      text.append(useless ? "" : lines.get(i) + "\n");
    }
    return text.toString().replace("package seq2seq.solutions.", "package seq2seq.starters.");
  }

  /** Behind the last import that sorts before it. */
  private static void addImport(List<String> lines) {
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean before = lines.get(i).startsWith("import ") && lines.get(i).compareTo(IMPORT) < 0;
      at = before ? i + 1 : at;
    }
    lines.add(at, IMPORT);
  }
}
