package seq2seq.cli.grade;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.grading.Exercise;
import seq2seq.grading.terms.CourseTerms;

/** What the pages of the course say in the edition for students. */
final class StudentText {
  /** Rooms and pages that students do not get. */
  private static final String ABSENT =
      "(?:\\.\\./)*(?:solutions/|integration/|CONTRIBUTING\\.md|CHANGELOG\\.md|docs/decisions/|docs/quality\\.md|docs/grading\\.md)";

  private static final Pattern ANSWERS =
      Pattern.compile("\\[?(?:Answers|答案)\\]?\\s*[(（](?:\\.\\./)*solutions/[^)）]*[)）]");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\\n]*)\\]\\(" + ABSENT + "[^)\\n]*\\)");
  private static final Pattern ROOM =
      Pattern.compile(
          "(?m)^(?:\\| `" + ABSENT + "`? |- `" + ABSENT + "`)[^\\n]*\\n(?:  [^\\n]*\\n)*");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+) ([^|]*)\\| \\d+ \\|([^\\n]*)\\n");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ROOT);

  private StudentText() {}

  /**
   * Without links to answers and rows about rooms that are not there; other links are their text.
   */
  static String withoutAnswers(String text) {
    String plain = ANSWERS.matcher(text).replaceAll("");
    plain = ROOM.matcher(plain).replaceAll("");
    return LINK.matcher(plain).replaceAll("$1");
  }

  /** With the exercises that count, their points, and when they are due. */
  static String withTerms(String text, CourseTerms terms) {
    Map<String, Exercise> counted = new TreeMap<>();
    terms.exercises().forEach(exercise -> counted.put(exercise.id(), exercise));
    Matcher rows = ROW.matcher(text);
    String edited =
        rows.replaceAll(
            row -> {
              Exercise exercise = counted.get(row.group(1));
              return exercise == null
                  ? ""
                  : Matcher.quoteReplacement(row(row.group(2), row.group(3), exercise));
            });
    return edited
        .replaceFirst(
            "(?m)^(Together )100( points\\.)$", "$1" + terms.possible() + "$2" + dates(terms))
        .replace("100 points", terms.possible() + " points")
        .replace("100 分", terms.possible() + " 分");
  }

  private static String row(String title, String rest, Exercise exercise) {
    return "| " + exercise.id() + " " + title + "| " + exercise.points() + " |" + rest + "\n";
  }

  /** A paragraph that says when what is due, ready to be a replacement; empty if nothing is. */
  private static String dates(CourseTerms terms) {
    Map<java.time.Instant, List<String>> byDate = new TreeMap<>();
    terms.due().forEach((id, due) -> byDate.computeIfAbsent(due, d -> new ArrayList<>()).add(id));
    if (byDate.isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder("\n\nDue:\n\n");
    byDate.forEach(
        (due, ids) -> {
          String when = DAY.format(ZonedDateTime.ofInstant(due, ZoneId.systemDefault()));
          lines.append("- ").append(when).append(": ").append(String.join(", ", ids)).append('\n');
        });
    if (terms.hasDates()) {
      lines
          .append("\nWhat comes later loses of its points: ")
          .append(terms.late().words())
          .append(".");
    }
    return Matcher.quoteReplacement(lines.toString());
  }
}
