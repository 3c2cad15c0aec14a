package seq2seq.cli.grade;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2seq.cli.UserError;
import seq2seq.grading.terms.WrittenTime;

/**
 * When each student handed in: a CSV file with the columns {@code student} and {@code time}, as a
 * spreadsheet or a learning platform writes it. Without a header these are its two columns. The
 * grading worksheet of a Moodle assignment will do as it is, with its own names and times.
 */
final class SubmissionTimes {
  /** When the work was handed in, as Moodle calls it. */
  private static final String SUBMITTED = "last modified (submission)";

  private final Map<String, Instant> times = new HashMap<>();
  private final Path file;
  private ClassList worksheet;

  private SubmissionTimes(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws UserError if a row is not a student and a time
   */
  static SubmissionTimes read(Path file) throws IOException {
    SubmissionTimes times = new SubmissionTimes(file);
    List<CsvRecord> records = CsvFile.records(file);
    if (CsvFile.header(records).contains(SUBMITTED)) {
      times.worksheet = ClassList.read(file);
      times.worksheet.values(SUBMITTED).forEach(times::time);
    } else {
      times.addAll(records);
    }
    return times;
  }

  /** Empty if nothing was handed in, for which Moodle writes a dash. */
  private Optional<Instant> time(String written) {
    try {
      return written.isEmpty() || written.equals("-")
          ? Optional.empty()
          : Optional.of(WrittenTime.start(written));
    } catch (DateTimeException bad) {
      throw new UserError(file + ": " + bad.getMessage(), bad);
    }
  }

  private void addAll(List<CsvRecord> records) {
    List<String> header = CsvFile.header(records);
    boolean hasHeader = header.contains("student") && header.contains("time");
    int student = hasHeader ? header.indexOf("student") : 0;
    int time = hasHeader ? header.indexOf("time") : 1;
    for (CsvRecord each : records.subList(hasHeader ? 1 : 0, records.size())) {
      add(each, student, time, hasHeader);
    }
  }

  private void add(CsvRecord row, int student, int time, boolean hasHeader) {
    String place = file + ":" + row.getStartingLineNumber();
    if (row.getFieldCount() <= Math.max(student, time) || !hasHeader && row.getFieldCount() > 2) {
      throw new UserError(
          place + ": a row is student,time; quote a name that holds a comma, \"Lovelace, Ada\"");
    }
    try {
      Instant instant = WrittenTime.start(row.getField(time));
      if (times.put(CsvFile.key(row.getField(student)), instant) != null) {
        throw new UserError(place + ": " + row.getField(student) + " stands here twice");
      }
    } catch (DateTimeException bad) {
      throw new UserError(place + ": " + bad.getMessage(), bad);
    }
  }

  /** When this student handed in, if the file says so. */
  Optional<Instant> of(String student) {
    return worksheet == null
        ? Optional.ofNullable(times.get(CsvFile.key(student)))
        : time(worksheet.value(student, SUBMITTED));
  }
}
