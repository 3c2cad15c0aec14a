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
import java.util.List;
import java.util.Locale;
import seq2seq.cli.UserError;

/** The rows of a table as spreadsheets and learning platforms write it. */
final class CsvFile {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private CsvFile() {}

  /**
   * The rows, the header's too; empty lines are left out.
   *
   * @throws UserError if it is no such table
   */
  static List<CsvRecord> records(Path file) throws IOException {
    String text = text(file);
    try {
      return CsvReader.builder()
          .fieldSeparator(separator(text.lines().findFirst().orElse("")))
          .skipEmptyLines(true)
          .ofCsvRecord(text)
          .stream()
          .toList();
    } catch (CsvParseException broken) {
      throw new UserError(file + ": is no CSV file: " + broken.getMessage(), broken);
    }
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

  /** Where the comma is the decimal point, a spreadsheet writes semicolons. */
  private static char separator(String first) {
    String outside = first.replaceAll("\"[^\"]*\"", "");
    return outside.indexOf('\t') >= 0 ? '\t' : outside.indexOf(';') >= 0 ? ';' : ',';
  }

  /** The cells of a header, in small letters. */
  static List<String> header(List<CsvRecord> records) {
    return records.isEmpty()
        ? List.of()
        : records.get(0).getFields().stream()
            .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
            .toList();
  }

  /** A name as it is compared: the same letters are composed in other ways on other systems. */
  static String key(String student) {
    return Normalizer.normalize(student.strip(), Normalizer.Form.NFC)
        .replaceFirst("(?i)\\.zip$", "");
  }
}
