package seq2seq.plot.diagram;

/** Which part of a text stands at its place. */
public enum Anchor {
  /** Its start. */
  START,
  /** Its middle. */
  MIDDLE,
  /** Its end. */
  END
}
