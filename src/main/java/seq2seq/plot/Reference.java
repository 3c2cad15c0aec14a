package seq2seq.plot;

/** A horizontal line that the data are to be seen against. */
record Reference(double y, String label) {

  /** Checks what a plot of this name is given. */
  static Reference of(String plot, double y, String label) {
    Check.someNumber(plot + ", reference " + label, new double[] {y});
    Check.drawable(plot + ", reference " + label, "y", new double[] {y}, false);
    return new Reference(y, label);
  }
}
