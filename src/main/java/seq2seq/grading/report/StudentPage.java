package seq2seq.grading.report;

import java.util.Locale;
import java.util.Map;

/** A grade as a page of HTML for the student: the score, and for what is missing, why. */
public final class StudentPage {
  /** What stands before the chapter's folder in the name of every file; it hides what matters. */
  private static final String USUAL = "exercises/starters/main/java/seq2seq/starters/";

  private StudentPage() {}

  /**
   * The text of the file; it needs no other.
   *
   * @param sources the student's classes by the number of their exercise
   */
  public static String of(Grade grade, Map<String, String> sources) {
    Html page = new Html(grade.student());
    page.element("p class=\"score\"", grade.summary() + " points");
    grade.remarks().forEach(note -> page.element("p", note));
    page.open("table").open("thead").open("tr");
    page.element("th", "exercise")
        .element("th class=\"number\"", "points")
        .element("th", "feedback");
    page.close("tr").close("thead").open("tbody");
    grade.exercises().forEach(e -> row(page, e, sources.getOrDefault(e.id(), "")));
    return page.close("tbody").close("table").end();
  }

  private static void row(Html page, ExerciseGrade exercise, String source) {
    page.open(exercise.isFull() ? "tr" : "tr class=\"open\"");
    page.element("td", exercise.label());
    page.element("td class=\"number\"", exercise.pointsText());
    page.open("td").element("span", exercise.state());
    if (!exercise.reasons().isEmpty()) {
      page.element("pre", String.join("\n", exercise.reasons()).replace(USUAL, ""));
    }
    if (!source.isEmpty()) {
      page.open(exercise.isFull() ? "details" : "details open");
      page.element("summary", "your class");
      page.element("pre class=\"code\"", numbered(source)).close("details");
    }
    page.close("td").close("tr");
  }

  /** With the numbers that the messages name. */
  private static String numbered(String source) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (String line : Sanitizer.lines(source)) {
      number++;
      lines.append(String.format(Locale.ROOT, "%4d  %s%n", number, line));
    }
    return lines.toString().replace("\r\n", "\n").stripTrailing();
  }
}
