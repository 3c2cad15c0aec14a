package seq2seq.grading.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first of what a learner's class printed: whoever looks for a mistake prints something. */
final class PrintedStart {
  private static final int MOST_BYTES = 4000;
  private static final int MOST_LINES = 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte[] more) {
    bytes.write(more, 0, Math.min(more.length, MOST_BYTES - bytes.size()));
  }

  /** Its lines, fit for a terminal. */
  List<String> lines() {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .limit(MOST_LINES)
        .map(SafeText::printed)
        .toList();
  }
}
