package seq2seq.grading.remote;

/** Text that a learner's process sent, made fit for a line of a report. */
final class Names {
  private static final int LONGEST = 500;

  private Names() {}

  /** Without control characters and line breaks, and not too long. */
  static String plain(String text) {
    String start = text.substring(0, Math.min(text.length(), 2 * LONGEST));
    String line = start.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
