package seq2seq.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text file in UTF-8, read line by line, which knows the number of the line it is at.
 *
 * <p>A byte-order mark at the start and a carriage return before a line feed are dropped. The file
 * is cut into lines as bytes and each is decoded by itself, so that a malformed byte can be
 * reported with its line (a decoding stream would only say that there is one somewhere).
 */
public final class TextFile implements Closeable {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int SHOWN = 40;

  private final String name;
  private final InputStream in;
  private byte[] line;
  private int number;
  private boolean complete = true;

  private TextFile(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * The whole text of a file, each line ended by a line feed alone.
   *
   * @param what what the file should be, for the error: "a chapter"
   * @throws FileException if it cannot be read or a line is not UTF-8
   */
  public static String read(Path file, String what) {
    try (TextFile text = open(file, what)) {
      return text.rest();
    }
  }

  /**
   * The lines of a file, without their ends.
   *
   * @throws FileException as {@link #read}
   */
  public static List<String> lines(Path file, String what) {
    try (TextFile text = open(file, what)) {
      List<String> lines = new ArrayList<>();
      while (text.advance()) {
        lines.add(text.text());
      }
      return lines;
    }
  }

  /**
   * The whole text of a resource of the course, as it is; empty if there is none.
   *
   * @param near a class of the module that has it
   * @param name from the top, {@code /seq2seq/chapters.tsv}, or beside {@code near}
   * @throws IllegalStateException if it cannot be read
   */
  public static String resource(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException("cannot read " + name, broken);
    }
  }

  /**
   * The lines of a text that is already here, before the first.
   *
   * @param name where it stood, for the error
   */
  public static TextFile of(String name, byte[] bytes) {
    return new TextFile(name, new ByteArrayInputStream(bytes));
  }

  /**
   * Opens {@code file}, which is before its first line.
   *
   * @param what what the file should be, for the error: "a tab-separated file"
   * @throws FileException if it does not exist, is a folder or may not be read
   */
  public static TextFile open(Path file, String what) {
    if (Files.isDirectory(file)) {
      throw new FileException(file + ": expected " + what + ", found a folder");
    }
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      return new TextFile(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw new FileException(file + ": expected " + what + ", found no such file", e);
    } catch (AccessDeniedException e) {
      throw new FileException(
          file + ": expected " + what + ", found a file that denies reading", e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static FileException unreadable(String name, IOException e) {
    return new FileException(name + ": cannot be read: " + IoMessages.reason(e), e);
  }

  private String rest() {
    StringBuilder text = new StringBuilder();
    while (advance()) {
      text.append(text()).append(complete ? "\n" : "");
    }
    return text.toString();
  }

  /** Moves to the next line; false when there is none. */
  public boolean advance() {
    try {
      line = nextLine();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    if (line == null) {
      return false;
    }
    number++;
    return true;
  }

  private byte[] nextLine() throws IOException {
    int b = in.read();
    if (b < 0) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      bytes.write(b);
    }
    complete = b == '\n';
    return trimmed(bytes.toByteArray());
  }

  private byte[] trimmed(byte[] bytes) {
    int from = number == 0 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    int to =
        bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean startsWithMark(byte[] bytes) {
    int n = BYTE_ORDER_MARK.length;
    return bytes.length >= n && Arrays.equals(bytes, 0, n, BYTE_ORDER_MARK, 0, n);
  }

  /** The number of the current line, from 1. */
  public int number() {
    return number;
  }

  /** Whether the current line was ended by a line feed; false only on a file's last line. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * The text of the current line.
   *
   * @throws FileException if its bytes are not UTF-8
   */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new FileException(at() + "expected UTF-8 text, found " + malformed(), e);
    }
  }

  private String malformed() {
    int n = line.length;
    boolean utf16 = n > 1 && ((line[0] & 0xFF) == 0xFF || (line[0] & 0xFF) == 0xFE);
    return utf16 && number == 1
        ? "what looks like UTF-16"
        : "bytes in another encoding: " + shown(new String(line, StandardCharsets.UTF_8));
  }

  /** The fault that the current line is not what was expected: {@code file:line: expected ...}. */
  public FileException fault(String expected, String found) {
    return new FileException(at() + "expected " + expected + ", found " + found);
  }

  private String at() {
    return name + ":" + number + ": ";
  }

  /** Text for an error message: quoted, on one line, abridged to 40 characters. */
  public static String shown(String text) {
    String plain = text.replace("\t", "<TAB>").replaceAll("\\p{Cntrl}", "?");
    int end = Math.min(SHOWN, plain.codePointCount(0, plain.length()));
    String head = plain.substring(0, plain.offsetByCodePoints(0, end));
    return '"' + head + (head.length() < plain.length() ? "..." : "") + '"';
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }
}
