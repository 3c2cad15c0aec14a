package seq2seq.grading.report;

/** A grade as a page of HTML for the student: the score, and for what is missing, why. */
public final class StudentPage {
  /** What stands before the chapter's folder in the name of every file; it hides what matters. */
  private static final String USUAL = "exercises/starters/main/java/seq2seq/starters/";

  private StudentPage() {}

  /** The text of the file; it needs no other. */
  public static String of(Grade grade) {
    Html page = new Html(grade.student());
    page.element("p class=\"score\"", grade.summary() + " points");
    grade.remarks().forEach(note -> page.element("p", note));
    page.open("table").open("thead").open("tr");
    page.element("th", "exercise")
        .element("th class=\"number\"", "points")
        .element("th", "feedback");
    page.close("tr").close("thead").open("tbody");
    grade.exercises().forEach(exercise -> row(page, exercise));
    return page.close("tbody").close("table").end();
  }

  private static void row(Html page, ExerciseGrade exercise) {
    page.open(exercise.isFull() ? "tr" : "tr class=\"open\"");
    page.element("td", exercise.label());
    page.element("td class=\"number\"", exercise.pointsText());
    page.open("td").element("span", exercise.state());
    if (!exercise.reasons().isEmpty()) {
      page.element("pre", String.join("\n", exercise.reasons()).replace(USUAL, ""));
    }
    page.close("td").close("tr");
  }
}
