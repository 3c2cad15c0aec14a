package seq2seq.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Makes standard output and standard error write UTF-8, whatever the platform's encoding. */
final class StandardStreams {
  private StandardStreams() {}

  /**
   * Replaces {@code System.out} and {@code System.err}.
   *
   * <p>JDK 17 ignores {@code -Dstdout.encoding}, hence the streams of our own.
   */
  static void useUtf8() {
    System.setOut(utf8(new FileOutputStream(FileDescriptor.out)));
    System.setErr(utf8(standardError()));
  }

  /**
   * Standard error: where the launcher kept the terminal while it filters what the JVM itself says
   * at its start (see {@code learn}), or file descriptor 2.
   */
  private static FileOutputStream standardError() {
    String kept = System.getProperty("seq2seq.stderr");
    try {
      return kept == null
          ? new FileOutputStream(FileDescriptor.err)
          : new FileOutputStream(kept, true);
    } catch (FileNotFoundException unusable) {
      return new FileOutputStream(FileDescriptor.err);
    }
  }

  private static PrintStream utf8(FileOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
