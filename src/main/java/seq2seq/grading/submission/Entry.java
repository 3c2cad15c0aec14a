package seq2seq.grading.submission;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file somewhere in a submission.
 *
 * @param name its path from the top, with {@code /} between the parts
 * @param problem why it must not be read; empty if it may
 * @param source opens it
 */
record Entry(String name, String problem, Source source) {

  /** Opens a file. */
  interface Source {
    /** Opens it; the end may stand behind {@code most} bytes and one more. */
    InputStream open(int most) throws IOException;
  }

  /**
   * Its bytes, or one more than {@code most} of them, however many the archive promises.
   *
   * @throws IOException if it cannot be read
   */
  byte[] bytes(int most) throws IOException {
    try (InputStream in = source.open(most)) {
      return in.readNBytes(most + 1);
    }
  }

  /** The last part of the name. */
  String file() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
