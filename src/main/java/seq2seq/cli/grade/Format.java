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
  HTML,
  /** What the gradebook of Canvas imports. */
  CANVAS,
  /** The grading worksheet of Moodle with the grades in it. */
  MOODLE,
  /** Which submissions are closer than the class is. */
  SIMILAR
}
