package seq2seq.grading.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2seq.data.Tables;
import seq2seq.plot.BarPlot;
import seq2seq.plot.Picture;

/** The grades of a class: a table, the distribution of the points, and how each exercise went. */
public final class ClassReport {
  private static final int BINS = 10;
  private static final int WIDEST = 60;
  private static final int IN_ONE_PICTURE = 15;
  private static final List<String> COLUMNS = List.of("student", "total", "late", "notes");

  private final List<Grade> grades;
  private final UnaryOperator<String> section;

  /**
   * Of these grades, at least one, all of the same exercises.
   *
   * @param section which one a student is in; empty if that is not known
   */
  public ClassReport(List<Grade> grades, UnaryOperator<String> section) {
    this.grades = List.copyOf(grades);
    this.section = section;
  }

  /** The grade book as aligned text. */
  public String text() {
    List<List<String>> rows = grades.stream().map(ClassReport::shortRow).toList();
    return Tables.text(Tables.of("grades", COLUMNS, rows)) + "\n" + summary() + "\n";
  }

  private static List<String> shortRow(Grade grade) {
    return row(grade).stream()
        .map(cell -> cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 3) + "...")
        .toList();
  }

  private static List<String> row(Grade grade) {
    String late = grade.late().days() == 0 ? "" : grade.late().days() + " d";
    String total =
        grade.isGraded()
            ? String.format(Locale.ROOT, "%3d of %d", grade.total(), grade.possible())
            : "not graded";
    return List.of(grade.student(), total, late, String.join("; ", grade.remarks()));
  }

  /** How many, the mean and the median; one line. */
  public String summary() {
    int[] totals = graded().mapToInt(Grade::total).sorted().toArray();
    double mean = Arrays.stream(totals).average().orElse(0);
    int n = totals.length;
    double median = n == 0 ? 0 : (totals[(n - 1) / 2] + totals[n / 2]) / 2.0;
    String all = String.format(Locale.ROOT, "%d students, mean %.1f, median %.1f", n, mean, median);
    int others = grades.size() - n;
    return others == 0 ? all : all + "; " + others + " more not graded";
  }

  private Stream<Grade> graded() {
    return grades.stream().filter(Grade::isGraded);
  }

  /** How many students have how many points. */
  public Picture distribution() {
    int possible = Math.max(1, grades.get(0).possible());
    String[] bins = new String[BINS];
    double[] students = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      int from = (bin * possible + BINS - 1) / BINS;
      int to = bin == BINS - 1 ? possible : ((bin + 1) * possible + BINS - 1) / BINS - 1;
      bins[bin] = from + " to " + to;
    }
    graded().forEach(g -> students[Math.min(BINS - 1, g.total() * BINS / possible)]++);
    return BarPlot.of("Points", "points", "students", bins)
        .with("students", students)
        .withValues(0);
  }

  /**
   * Which share of its points each exercise earned, over all students; in as many pictures as their
   * names need room.
   */
  public List<Picture> exercises() {
    List<ExerciseGrade> all = grades.get(0).exercises();
    List<Picture> pictures = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IN_ONE_PICTURE) {
      pictures.add(exercises(from, Math.min(all.size(), from + IN_ONE_PICTURE)));
    }
    return pictures;
  }

  private Picture exercises(int from, int to) {
    List<ExerciseGrade> some = grades.get(0).exercises().subList(from, to);
    String range = some.get(0).id() + " to " + some.get(some.size() - 1).id();
    String[] ids = some.stream().map(ExerciseGrade::id).toArray(String[]::new);
    return BarPlot.of(
            "Success by exercise, " + range, "exercise", "share, fraction from 0 to 1", ids)
        .with("points earned", shares(from, to, e -> (double) e.earned() / e.points()))
        .with("students with full points", shares(from, to, e -> e.isFull() ? 1.0 : 0.0));
  }

  private double[] shares(int from, int to, Function<ExerciseGrade, Double> share) {
    double[] shares = new double[to - from];
    for (int i = from; i < to; i++) {
      int exercise = i;
      shares[i - from] =
          grades.stream()
              .filter(grade -> grade.exercises().get(exercise).isGraded())
              .mapToDouble(grade -> share.apply(grade.exercises().get(exercise)))
              .average()
              .orElse(0);
    }
    return shares;
  }

  /**
   * The page of the class.
   *
   * @param distribution the file of that picture, beside the page
   * @param exercises the files of those pictures, beside the page
   * @param pages the file of each student's page, in the order of the grades
   */
  public String page(String distribution, List<String> exercises, List<String> pages) {
    Html page = new Html("Grades");
    page.element("p", summary());
    page.picture(distribution, "How many students have how many points");
    exercises.forEach(file -> page.picture(file, "Which share of its points each exercise earned"));
    misconceptions(page);
    boolean hasSections = grades.stream().anyMatch(g -> !section.apply(g.student()).isEmpty());
    page.open("div class=\"wide\"").open("table class=\"sorted\"").open("thead").open("tr");
    page.element("th", "student");
    if (hasSections) {
      page.element("th", "section");
    }
    page.element("th class=\"number\"", "total").element("th", "late");
    for (ExerciseGrade exercise : grades.get(0).exercises()) {
      page.element("th class=\"number\"", exercise.id());
    }
    page.element("th", "notes").close("tr").close("thead").open("tbody");
    for (int i = 0; i < grades.size(); i++) {
      row(page, grades.get(i), pages.get(i), hasSections);
    }
    return page.close("tbody").close("table").close("div").endSorted();
  }

  private void row(Html page, Grade grade, String file, boolean hasSections) {
    List<String> cells = row(grade);
    page.open("tr").linkCell(file, cells.get(0));
    if (hasSections) {
      page.element("td", Sanitizer.line(section.apply(grade.student())));
    }
    page.element("td class=\"number\"", cells.get(1)).element("td", cells.get(2));
    for (ExerciseGrade exercise : grade.exercises()) {
      page.element("td class=\"number" + kind(exercise) + "\"", points(exercise));
    }
    page.element("td", cells.get(3)).close("tr");
  }

  private static String points(ExerciseGrade exercise) {
    return exercise.isGraded() ? "" + exercise.earned() : "?";
  }

  private static String kind(ExerciseGrade exercise) {
    return exercise.isFull() ? "" : exercise.earned() == 0 ? " none" : " some";
  }

  /** What the tests called by its name, so that it can be taken up in class. */
  private void misconceptions(Html page) {
    List<Misconceptions.Seen> seen = Misconceptions.of(grades);
    if (seen.isEmpty()) {
      return;
    }
    page.element("h2", "Misconceptions seen").open("table class=\"sorted\"");
    page.open("thead").open("tr").element("th class=\"number\"", "students");
    page.element("th", "exercise").element("th", "mistake").close("tr").close("thead");
    page.open("tbody");
    for (Misconceptions.Seen each : seen) {
      page.open("tr").element("td class=\"number\"", "" + each.students());
      page.element("td", each.exercise()).element("td", each.mistake()).close("tr");
    }
    page.close("tbody").close("table").element("h2", "Students");
  }

  /** One line for each section, by name; none if the sections are not known. */
  public String sections() {
    StringBuilder lines = new StringBuilder();
    grades.stream()
        .collect(
            Collectors.groupingBy(
                g -> section.apply(g.student()), TreeMap::new, Collectors.toList()))
        .forEach(
            (name, some) -> {
              String shown = name.isEmpty() ? "(no section)" : Sanitizer.line(name);
              lines
                  .append(shown)
                  .append(": ")
                  .append(new ClassReport(some, section).summary())
                  .append('\n');
            });
    return lines.toString();
  }
}
