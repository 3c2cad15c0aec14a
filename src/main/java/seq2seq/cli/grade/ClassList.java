package seq2seq.cli.grade;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import seq2seq.cli.UserError;
import seq2seq.grading.report.Grade;

/**
 * Who is in the class, by a table that a learning platform exports: the gradebook of Canvas, the
 * grading worksheet of a Moodle assignment, or a table with the column {@code student} and perhaps
 * {@code section}. Grades go back in the same form.
 *
 * <p>A folder or archive is a student's if it has the name, the e-mail address, the login or the
 * number that stands in the student's row, or if that number is between two {@code _} of its name,
 * as both platforms call what they let one download.
 *
 * @see <a
 *     href="https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb">what
 *     Canvas imports</a>
 * @see <a
 *     href="https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php">what
 *     Moodle imports</a>
 */
final class ClassList {
  /** Which columns of a row may name the student. */
  private static final List<String> NAMES =
      List.of(
          "student",
          "id",
          "sis user id",
          "sis login id",
          "full name",
          "email address",
          "id number",
          "username",
          "identifier");

  private static final List<String> SCORES = List.of("current", "final", "override", "unposted");
  private static final String POSSIBLE = "Points Possible";
  private static final String PARTICIPANT = "participant ";

  private final Path file;
  private final List<List<String>> rows;
  private final List<String> header;
  private final Map<String, Integer> byKey = new HashMap<>();
  private final Map<String, Integer> byNumber = new HashMap<>();

  private ClassList(Path file, List<CsvRecord> records) {
    this.file = file;
    this.header = CsvFile.header(records);
    this.rows = records.stream().map(CsvRecord::getFields).toList();
  }

  /**
   * Reads the table.
   *
   * @throws UserError if it is none of these three
   */
  static ClassList read(Path file) throws IOException {
    ClassList list = new ClassList(file, CsvFile.records(file));
    if (!list.header.contains("student") && !list.isMoodle()) {
      throw new UserError(
          file
              + ": is no gradebook of Canvas (Student, ID, ..., Section), no grading worksheet of"
              + " Moodle (Identifier, ..., Grade) and no table with the column student");
    }
    for (int row = 1; row < list.rows.size(); row++) {
      if (list.isStudent(row)) {
        list.index(row);
      }
    }
    list.byKey.values().removeIf(row -> row < 0);
    list.byNumber.values().removeIf(row -> row < 0);
    return list;
  }

  private boolean isMoodle() {
    return header.contains("identifier") && header.contains("grade");
  }

  private boolean isCanvas() {
    return header.size() > 3
        && header.get(0).equals("student")
        && header.get(1).equals("id")
        && header.contains("section");
  }

  /** Canvas has rows about the assignments, too: their points, and which are hidden. */
  private boolean isStudent(int row) {
    String first = cell(row, 0);
    return !first.isBlank() && !first.contains(POSSIBLE);
  }

  /** What two rows share names neither. */
  private void index(int row) {
    for (int column = 0; column < header.size(); column++) {
      String cell = cell(row, column);
      if (NAMES.contains(header.get(column)) && !cell.isBlank()) {
        spellings(cell).forEach(key -> index(byKey, key, row));
        String number = cell.toLowerCase(Locale.ROOT).replaceFirst("^" + PARTICIPANT, "");
        if (number.matches("\\d+")) {
          index(byNumber, number, row);
        }
      }
    }
  }

  private static void index(Map<String, Integer> rows, String key, int row) {
    rows.merge(key, row, (one, other) -> one.equals(other) ? one : -1);
  }

  /** Canvas writes {@code Lovelace, Ada}. */
  private static Collection<String> spellings(String name) {
    String key = key(name);
    String[] parts = key.split(", *", 2);
    return parts.length == 2 ? List.of(key, parts[1] + " " + parts[0]) : List.of(key);
  }

  private static String key(String name) {
    return CsvFile.key(name).toLowerCase(Locale.ROOT);
  }

  private Optional<Integer> row(String student) {
    Integer row = byKey.get(key(student));
    if (row == null) {
      row = byKey.get(key(student.replaceFirst("_.*", "")));
    }
    String[] parts = student.split("_");
    for (int i = 1; row == null && i < parts.length; i++) {
      row = byNumber.get(parts[i]);
    }
    return Optional.ofNullable(row);
  }

  /** The students who are not in the table. */
  List<String> strangers(Collection<String> students) {
    return students.stream().filter(student -> row(student).isEmpty()).toList();
  }

  /** The section of this student; empty if the table says none. */
  String section(String student) {
    return value(student, "section");
  }

  /** What stands in the row of this student under this head; empty if there is none, or nothing. */
  String value(String student, String head) {
    int column = header.indexOf(head);
    return column < 0 ? "" : row(student).map(row -> cell(row, column)).orElse("").strip();
  }

  /** What stands under this head, row by row. */
  List<String> values(String head) {
    int column = header.indexOf(head);
    return column < 0
        ? List.of()
        : IntStream.range(1, rows.size()).mapToObj(row -> cell(row, column).strip()).toList();
  }

  /** The same question without a table. */
  static UnaryOperator<String> sections(Optional<ClassList> list) {
    return student -> list.map(all -> all.section(student)).orElse("");
  }

  /**
   * The grades as Canvas imports them: who it is, and one column. Whoever has no grade is left out,
   * and keeps what is there.
   *
   * @param column the assignment as Canvas names it; if empty, the only one of the table
   * @throws UserError if the table is not from Canvas, it is not clear which assignment is meant,
   *     or its grades are out of another number
   */
  String canvas(List<Grade> grades, String column) {
    if (!isCanvas()) {
      throw new UserError(
          file + ": is no gradebook of Canvas, whose columns are Student, ID, ..., Section");
    }
    int section = header.indexOf("section");
    List<List<String>> out = new ArrayList<>();
    List<String> first = new ArrayList<>(rows.get(0).subList(0, section + 1));
    String assignment = column.isEmpty() ? onlyAssignment(section) : column;
    first.add(assignment);
    out.add(first);
    refuseOther(
        pointsInCanvas(assignment),
        grades.get(0).possible(),
        "points",
        "in Canvas and export the gradebook again");
    List<String> points = new ArrayList<>(List.of("    " + POSSIBLE));
    IntStream.rangeClosed(1, section).forEach(i -> points.add(""));
    points.add("" + grades.get(0).possible());
    out.add(points);
    Map<Integer, Grade> byRow = byRow(grades);
    for (int row = 1; row < rows.size(); row++) {
      Grade grade = byRow.get(row);
      if (grade != null && grade.isGraded()) {
        List<String> cells = new ArrayList<>(rows.get(row).subList(0, section + 1));
        cells.add("" + grade.total());
        out.add(cells);
      }
    }
    return text(out);
  }

  /** What the assignment is worth there; empty if the table does not say. */
  private String pointsInCanvas(String assignment) {
    int column = rows.get(0).indexOf(assignment);
    if (column < 0) return "";
    return IntStream.range(1, rows.size())
        .filter(row -> cell(row, 0).contains(POSSIBLE))
        .mapToObj(row -> cell(row, column))
        .findFirst()
        .orElse("");
  }

  private String onlyAssignment(int section) {
    List<String> names =
        rows.get(0).subList(section + 1, rows.get(0).size()).stream()
            .filter(name -> !name.isBlank())
            .filter(
                name ->
                    SCORES.stream().noneMatch(w -> name.toLowerCase(Locale.ROOT).contains(w + " ")))
            .toList();
    if (names.size() != 1) {
      throw new UserError(file + ": which assignment? Say it with --column; there are " + names);
    }
    return names.get(0);
  }

  /**
   * The worksheet of Moodle with the grades in it; whoever has none keeps what is there.
   *
   * @throws UserError if the table is not from Moodle, or its grades are out of another number
   */
  String moodle(List<Grade> grades) {
    int modified = header.indexOf("last modified (grade)");
    if (!isMoodle() || modified < 0) {
      throw new UserError(
          file
              + ": is no grading worksheet of Moodle, which has the columns Identifier, Grade and"
              + " Last modified (grade)");
    }
    List<List<String>> out = new ArrayList<>(List.of(rows.get(0)));
    Map<Integer, Grade> byRow = byRow(grades);
    for (int row = 1; row < rows.size(); row++) {
      Grade grade = byRow.get(row);
      out.add(grade == null || !grade.isGraded() ? rows.get(row) : moodle(row, grade));
    }
    return text(out);
  }

  private List<String> moodle(int row, Grade grade) {
    int most = header.indexOf("maximum grade");
    refuseOther(
        most < 0 ? "" : cell(row, most),
        grade.possible(),
        "maximum grade",
        "in Moodle and download the worksheet again");
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(header.indexOf("grade"), "" + grade.total());
    int feedback = header.indexOf("feedback comments");
    if (feedback >= 0 && feedback < cells.size()) {
      String notes = grade.notes().isEmpty() ? "" : "; " + String.join("; ", grade.notes());
      cells.set(feedback, grade.summary() + notes);
    }
    return cells;
  }

  private void refuseOther(String maximum, int possible, String name, String advice) {
    String there = maximum.strip().replaceFirst("[.,]0+$", "");
    if (there.isEmpty() || there.equals("" + possible)) return;
    throw new UserError(
        file
            + ": grades there are out of "
            + there
            + " and ours out of "
            + possible
            + "; set the assignment's "
            + name
            + " to "
            + possible
            + " "
            + advice);
  }

  private Map<Integer, Grade> byRow(List<Grade> grades) {
    Map<Integer, Grade> byRow = new HashMap<>();
    for (Grade grade : grades) {
      row(grade.student()).ifPresent(row -> byRow.put(row, grade));
    }
    return byRow;
  }

  private String cell(int row, int column) {
    return column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  private static String text(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CsvWriter writer =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(text);
    rows.forEach(writer::writeRecord);
    return text.toString();
  }
}
