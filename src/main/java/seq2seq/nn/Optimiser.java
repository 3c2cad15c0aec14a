package seq2seq.nn;

import java.util.List;
import java.util.Map;

/**
 * Changes parameters by their gradients. What it remembers from step to step can be saved and
 * restored.
 */
public interface Optimiser {
  /** One update of every parameter that has a gradient; the parameters' values are mutated. */
  void step(List<Parameter> parameters);

  /** What it remembers, by name, in a fixed order; the arrays are the live ones, for saving. */
  Map<String, float[]> state();

  /** How many updates it has made. */
  long steps();

  /**
   * Goes on from a saved state.
   *
   * @throws IllegalArgumentException if a name is unknown to this optimiser
   */
  void restore(long steps, Map<String, float[]> state);
}
