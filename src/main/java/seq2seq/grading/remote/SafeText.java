package seq2seq.grading.remote;

/** Text that a learner's process sent, made fit for a line of a report. */
final class SafeText {
  private static final int LONGEST = 500;
  private static final String CONTROL = "[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]";

  private SafeText() {}

  /** Without control characters and line breaks, and not too long. */
  static String line(String text) {
    String start = text.substring(0, Math.min(text.length(), 2 * LONGEST));
    String line = start.replaceAll(CONTROL + "+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** A line as it was printed, without control characters, and not too long. */
  static String printed(String line) {
    String start = line.substring(0, Math.min(line.length(), LONGEST));
    return start.replace("\t", "  ").replaceAll(CONTROL, "");
  }
}
