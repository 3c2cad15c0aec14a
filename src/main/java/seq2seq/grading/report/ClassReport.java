package seq2seq.grading.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

  /** Of these grades, at least one, all of the same exercises. */
  public ClassReport(List<Grade> grades) {
    this.grades = List.copyOf(grades);
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
    page.open("table").open("thead").open("tr");
    COLUMNS.forEach(column -> page.element("th", column));
    page.close("tr").close("thead").open("tbody");
    for (int i = 0; i < grades.size(); i++) {
      row(page, grades.get(i), pages.get(i));
    }
    return page.close("tbody").close("table").end();
  }

  private static void row(Html page, Grade grade, String file) {
    List<String> cells = row(grade);
    page.open("tr").linkCell(file, cells.get(0));
    cells.subList(1, cells.size()).forEach(cell -> page.element("td", cell));
    page.close("tr");
  }
}
