package seq2seq.ch07_training;

/** Is told after each of the eight steps: to print, to plot, to save. */
@FunctionalInterface
public interface Observer {
  /** An observer that does nothing. */
  Observer NONE = (step, training) -> {};

  /**
   * A step is done.
   *
   * @param step which of the eight
   * @param training where training stands; read from it what is of interest
   */
  void after(Step step, Training training);
}
