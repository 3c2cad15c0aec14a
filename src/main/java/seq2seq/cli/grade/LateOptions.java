package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.files.TextFile;
import seq2seq.grading.report.Late;
import seq2seq.grading.report.LatePolicy;

/** What the command line says of being late. */
final class LateOptions {
  @Option(
      names = "--late",
      paramLabel = "POINTS",
      description = "Takes off so many points for each day begun after --due.")
  private Integer points;

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description = "When the work was due, such as 2026-12-01T23:59+01:00.")
  private OffsetDateTime due;

  @Option(
      names = "--submitted",
      paramLabel = "TIME",
      description = "When the submission was handed in.")
  private OffsetDateTime submitted;

  @Option(
      names = "--times",
      paramLabel = "FILE",
      description = "For --roster: lines of student,time.")
  private Path times;

  private Map<String, Instant> byStudent = new TreeMap<>();

  /**
   * Checks the options and reads the file of times.
   *
   * @throws UsageError if they do not fit together
   * @throws UserError if a line of the file is not a student and a time
   */
  void check(boolean isRoster) throws IOException {
    boolean any = due != null || submitted != null || times != null;
    if (points == null && any) {
      throw new UsageError("--due, --submitted and --times belong to --late");
    }
    if (points == null) {
      return;
    }
    if (points < 0) {
      throw new UsageError("--late: points are taken off, so 0 or more; got " + points);
    }
    if (due == null) {
      throw new UsageError("--late needs --due");
    }
    if (isRoster ? times == null || submitted != null : submitted == null || times != null) {
      throw new UsageError(
          isRoster ? "--late needs --times for a class" : "--late needs --submitted");
    }
    byStudent = isRoster ? read(times) : byStudent;
  }

  private static Map<String, Instant> read(Path file) throws IOException {
    Map<String, Instant> times = new TreeMap<>();
    List<String> lines = TextFile.lines(file, "lines of student,time");
    for (int i = 0; i < lines.size(); i++) {
      int comma = lines.get(i).lastIndexOf(',');
      if (comma > 0) {
        times.put(
            lines.get(i).substring(0, comma),
            time(lines.get(i).substring(comma + 1), file + ":" + (i + 1)));
      } else if (!lines.get(i).isBlank()) {
        throw new UserError(file + ":" + (i + 1) + ": a line is student,time");
      }
    }
    return times;
  }

  private static Instant time(String text, String place) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException bad) {
      throw new UserError(
          place + ": '" + text + "' is no time such as 2026-12-01T23:59+01:00", bad);
    }
  }

  /** What being late costs the only submission. */
  Late one() {
    return points == null ? Late.NOT : policy().at(submitted.toInstant());
  }

  /**
   * What it costs this student.
   *
   * @throws UserError if the file of times does not name the student
   */
  Late of(String student) {
    if (points == null) {
      return Late.NOT;
    }
    Instant time = byStudent.get(student);
    if (time == null) {
      throw new UserError(times + ": says no time for " + student);
    }
    return policy().at(time);
  }

  private LatePolicy policy() {
    return new LatePolicy(points, due.toInstant());
  }
}
