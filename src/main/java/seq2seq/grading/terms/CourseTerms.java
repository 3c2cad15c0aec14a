package seq2seq.grading.terms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;

/**
 * Which exercises count, for how many points and until when, as the file {@value #FILE} at the top
 * of the course says. Without that file all count, for the points that they were written for, and
 * none is ever due.
 *
 * <p>The file is lines of cells between tabs; {@code #} begins a remark:
 *
 * <pre>
 * late      10% a day  grace 15 min  at most 50%
 * exercise  points     due
 * 5                    2026-10-09
 * 6.2       10         2026-10-16 12:00
 * </pre>
 *
 * An empty cell leaves the points as they are, or the exercise without a date. A chapter's line is
 * that of each of its exercises; a later line replaces an earlier one.
 *
 * @param exercises those that count, in the order of the course, with their points here
 * @param due by the number of the exercise; none for what has no date
 * @param late what being late costs
 */
public record CourseTerms(List<Exercise> exercises, Map<String, Instant> due, LateRule late) {
  /** The name of the file. */
  public static final String FILE = "course.tsv";

  private static final int MOST_POINTS = 1000;

  /** A line of the file that names exercises. */
  private record Line(Optional<Integer> points, Optional<Instant> due) {}

  /**
   * The terms of the course in the folder that the launcher names, or the usual ones.
   *
   * @param all the exercises of the course, with their usual points
   * @throws FileException if the file says what it cannot mean
   */
  public static CourseTerms current(List<Exercise> all) {
    String home = System.getProperty("seq2seq.home");
    return home == null ? usual(all) : of(Path.of(home), all);
  }

  /**
   * The terms of the course in this folder.
   *
   * @param all the exercises of the course, with their usual points
   * @throws FileException if the file says what it cannot mean
   */
  public static CourseTerms of(Path course, List<Exercise> all) {
    Path file = course.resolve(FILE);
    return Files.exists(file) ? read(file, all) : usual(all);
  }

  private static CourseTerms usual(List<Exercise> all) {
    return new CourseTerms(all, Map.of(), LateRule.NONE);
  }

  private static CourseTerms read(Path file, List<Exercise> all) {
    Map<String, Line> lines = new LinkedHashMap<>();
    LateRule late = LateRule.NONE;
    int number = 0;
    for (String text : TextFile.read(file, "the terms of the course").lines().toList()) {
      number++;
      List<String> cells = Arrays.stream(text.split("\t", -1)).map(String::strip).toList();
      String first = cells.get(0);
      try {
        if (first.equals("late")) {
          late = LateRule.parse(cells.subList(1, cells.size()));
        } else if (!first.isEmpty() && !first.startsWith("#") && !first.equals("exercise")) {
          Line line = line(cells);
          named(first, all).forEach(exercise -> lines.put(exercise.id(), line));
        }
      } catch (RuntimeException wrong) {
        throw new FileException(file + ":" + number + ": " + wrong.getMessage(), wrong);
      }
    }
    if (lines.isEmpty()) {
      throw new FileException(file + ": names no exercise, so nothing would count");
    }
    return of(lines, late, all);
  }

  private static CourseTerms of(Map<String, Line> lines, LateRule late, List<Exercise> all) {
    List<Exercise> exercises = new ArrayList<>();
    Map<String, Instant> due = new LinkedHashMap<>();
    for (Exercise exercise : all) {
      Line line = lines.get(exercise.id());
      if (line != null) {
        exercises.add(exercise.worth(line.points.orElse(exercise.points())));
        line.due.ifPresent(time -> due.put(exercise.id(), time));
      }
    }
    return new CourseTerms(exercises, due, late);
  }

  private static Line line(List<String> cells) {
    if (cells.size() > 3) {
      throw new IllegalArgumentException("more cells than exercise, points and due");
    }
    String points = cells.size() > 1 ? cells.get(1) : "";
    String due = cells.size() > 2 ? cells.get(2) : "";
    return new Line(
        points.isEmpty() ? Optional.empty() : Optional.of(points(points)),
        due.isEmpty() ? Optional.empty() : Optional.of(WrittenTime.end(due)));
  }

  private static int points(String cell) {
    if (!cell.matches("\\d{1,4}") || Integer.parseInt(cell) > MOST_POINTS) {
      throw new IllegalArgumentException("points are 0 to " + MOST_POINTS + "; got '" + cell + "'");
    }
    return Integer.parseInt(cell);
  }

  private static List<Exercise> named(String id, List<Exercise> all) {
    List<Exercise> named =
        all.stream().filter(e -> e.id().equals(id) || ("" + e.chapter()).equals(id)).toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("there is no exercise and no chapter '" + id + "'");
    }
    return named;
  }

  /** All points that can be earned. */
  public int possible() {
    return exercises.stream().mapToInt(Exercise::points).sum();
  }

  /** True if being late can cost something. */
  public boolean hasDates() {
    return !due.isEmpty() && late.percentPerDay() > 0;
  }
}
