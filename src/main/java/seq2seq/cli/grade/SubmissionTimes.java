package seq2seq.cli.grade;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import seq2seq.cli.UserError;

/**
 * When each student handed in: a CSV file with the columns {@code student} and {@code time}, as a
 * spreadsheet or a learning platform writes it. Without a header these are its two columns.
 */
final class SubmissionTimes {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Map<String, Instant> times = new HashMap<>();
  private final Path file;

  private SubmissionTimes(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws UserError if a row is not a student and a time
   */
  static SubmissionTimes read(Path file) throws IOException {
    String text = text(file);
    SubmissionTimes times = new SubmissionTimes(file);
    try {
      times.addAll(records(text));
    } catch (CsvParseException broken) {
      throw new UserError(file + ": is no CSV file: " + broken.getMessage(), broken);
    }
    return times;
  }

  /** UTF-8, or UTF-16 with its mark; what is neither was written by an old program. */
  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      System.err.println("learn: " + file + " is not UTF-8; read as " + WESTERN);
      return new String(bytes, WESTERN);
    }
  }

  private static List<CsvRecord> records(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator(text.lines().findFirst().orElse("")))
        .skipEmptyLines(true)
        .ofCsvRecord(text)
        .stream()
        .toList();
  }

  /** Where the comma is the decimal point, a spreadsheet writes semicolons. */
  private static char separator(String first) {
    String outside = first.replaceAll("\"[^\"]*\"", "");
    return outside.indexOf('\t') >= 0 ? '\t' : outside.indexOf(';') >= 0 ? ';' : ',';
  }

  private void addAll(List<CsvRecord> records) {
    List<String> header =
        records.isEmpty()
            ? List.of()
            : records.get(0).getFields().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
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
      if (times.put(key(row.getField(student)), instant) != null) {
        throw new UserError(place + ": " + row.getField(student) + " stands here twice");
      }
    } catch (DateTimeException bad) {
      throw new UserError(place + ": " + bad.getMessage(), bad);
    }
  }

  /** The same letters are composed in other ways on other systems. */
  private static String key(String student) {
    return Normalizer.normalize(student.strip(), Normalizer.Form.NFC)
        .replaceFirst("(?i)\\.zip$", "");
  }

  /** When this student handed in, if the file says so. */
  Optional<Instant> of(String student) {
    return Optional.ofNullable(times.get(key(student)));
  }
}
