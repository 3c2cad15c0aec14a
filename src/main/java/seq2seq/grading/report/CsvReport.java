package seq2seq.grading.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Grades as comma-separated values (RFC 4180) for a learning platform or a spreadsheet: one row a
 * student, one column an exercise.
 *
 * <p>What is not graded is an empty cell and no 0, and the notes say so. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
public final class CsvReport {
  private static final String FORMULAS = "=+-@|%";

  private CsvReport() {}

  /** The text of the file; its lines end in CR LF, the header's too. */
  public static String of(List<Grade> grades) {
    return of(grades, student -> "");
  }

  /**
   * The text of the file; its lines end in CR LF, the header's too.
   *
   * @param section which one a student is in; if it is empty for all, there is no such column
   */
  public static String of(List<Grade> grades, UnaryOperator<String> section) {
    boolean hasSections = grades.stream().anyMatch(g -> !section.apply(g.student()).isEmpty());
    StringBuilder csv = new StringBuilder(row(header(grades, hasSections)));
    for (Grade grade : grades) {
      List<String> cells = cells(grade);
      if (hasSections) {
        cells.add(1, text(section.apply(grade.student())));
      }
      csv.append(row(cells));
    }
    return csv.toString();
  }

  private static List<String> header(List<Grade> grades, boolean hasSections) {
    List<String> cells =
        new ArrayList<>(List.of("student", "total", "possible", "earned", "days late"));
    if (hasSections) {
      cells.add(1, "section");
    }
    if (!grades.isEmpty()) {
      grades.get(0).exercises().forEach(exercise -> cells.add(exercise.label()));
    }
    cells.add("notes");
    return cells;
  }

  private static List<String> cells(Grade grade) {
    List<String> cells = new ArrayList<>();
    cells.add(text(grade.student()));
    cells.add(grade.isGraded() ? "" + grade.total() : "");
    cells.add("" + grade.possible());
    cells.add(grade.isGraded() ? "" + grade.earned() : "");
    cells.add("" + grade.late().days());
    grade.exercises().forEach(e -> cells.add(e.isGraded() ? "" + e.earned() : ""));
    cells.add(text(String.join("; ", grade.remarks())));
    return cells;
  }

  /** Spaces in front do not keep a spreadsheet from seeing a formula. */
  private static String text(String raw) {
    String line = Sanitizer.line(raw);
    boolean isFormula = !line.isEmpty() && FORMULAS.indexOf(line.charAt(0)) >= 0;
    return isFormula ? "'" + line : line;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvReport::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A semicolon parts cells where the comma is the decimal point. */
  private static String quoted(String cell) {
    boolean needs =
        cell.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
    return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
