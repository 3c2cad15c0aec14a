package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.Deadlines;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.LatePenalty;
import seq2seq.grading.report.LatePolicy;
import seq2seq.grading.terms.CourseTerms;
import seq2seq.grading.terms.WrittenTime;

/** What the command line says of being late. */
final class LateOptions {
  private static final int MOST_POINTS = 100;

  @Option(
      names = "--late",
      paramLabel = "POINTS",
      description = "Takes off so many points for each day begun after --due.")
  private Integer points;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description =
          "When the work was due, such as '2026-12-01 23:59'; a day alone ends at midnight.")
  private String due;

  @Option(
      names = "--submitted",
      paramLabel = "TIME",
      description = "When the submission was handed in.")
  private String submitted;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description =
          "For --roster: a CSV file with the columns student and time, or Moodle's worksheet.")
  private Path times;

  private BiFunction<Grade, Instant, LatePenalty> policy;
  private Instant handedIn;
  private SubmissionTimes byStudent;
  private final List<String> missing = new ArrayList<>();

  /**
   * Checks the options and reads the file of times.
   *
   * @throws UsageError if they do not fit together
   * @throws UserError if a row of the file is not a student and a time
   */
  void check(boolean isRoster) throws IOException {
    boolean any = due != null || submitted != null || times != null;
    CourseTerms terms = Exercises.terms();
    if (terms.hasDates()) {
      checkByTerms(terms, isRoster, any);
      return;
    }
    if (points == null && any) {
      throw new UsageError("--due, --submitted and --times belong to --late");
    }
    if (points == null) {
      return;
    }
    if (points < 0 || points > MOST_POINTS) {
      throw new UsageError("--late: points are taken off, so 0 to 100; got " + points);
    }
    if (due == null) {
      throw new UsageError("--late needs --due");
    }
    LatePolicy wholeDays = new LatePolicy(points, time("--due", due, true));
    policy = (grade, time) -> wholeDays.at(time);
    if (isRoster ? times == null || submitted != null : submitted == null || times != null) {
      throw new UsageError(
          isRoster ? "--late needs --times for a class" : "--late needs --submitted");
    }
    readTimes(isRoster);
  }

  private void readTimes(boolean isRoster) throws IOException {
    handedIn = isRoster ? null : time("--submitted", submitted, false);
    byStudent = isRoster ? SubmissionTimes.read(times) : null;
  }

  private void checkByTerms(CourseTerms terms, boolean isRoster, boolean any) throws IOException {
    if (points != null || due != null) {
      throw new UsageError(
          CourseTerms.FILE + " says what being late costs; --late and --due would say it again");
    }
    if (isRoster ? submitted != null : times != null) {
      throw new UsageError("--times is for a class, --submitted for one submission");
    }
    if (any) {
      policy = (grade, time) -> Deadlines.late(terms, grade, time);
      readTimes(isRoster);
    } else {
      System.err.println(
          "learn: "
              + CourseTerms.FILE
              + " has dates, but without "
              + (isRoster ? "--times" : "--submitted")
              + " nothing is taken off");
    }
  }

  private static Instant time(String option, String text, boolean isEnd) {
    try {
      return isEnd ? WrittenTime.end(text) : WrittenTime.start(text);
    } catch (DateTimeException bad) {
      throw new UsageError(option + ": " + bad.getMessage());
    }
  }

  /** The grade of the only submission, less what being late costs. */
  Grade applyTo(Grade grade) {
    return policy == null ? grade : grade.with(policy.apply(grade, handedIn));
  }

  /** The grade of this student, less what being late costs; nothing if no time is known. */
  Grade applyTo(Grade grade, String student) {
    if (policy == null) {
      return grade;
    }
    Optional<Instant> time = byStudent.of(student);
    if (time.isEmpty()) {
      missing.add(student);
      return grade
          .with(LatePenalty.NOT)
          .withNote(times.getFileName() + " says no time for " + student);
    }
    return grade.with(policy.apply(grade, time.get()));
  }

  /** The students for whom no time is known. */
  List<String> missing() {
    return List.copyOf(missing);
  }
}
