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
    InputStream open() throws IOException;
  }

  /** The last part of the name. */
  String file() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
