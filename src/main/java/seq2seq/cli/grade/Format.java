package seq2seq.cli.grade;

/** The forms of a report. */
enum Format {
  /** Gradescope's results.json. */
  GRADESCOPE,
  /** JUnit XML. */
  JUNIT,
  /** Comma-separated values. */
  CSV,
  /** Pages for a browser. */
  HTML
}
