package seq2seq.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seq2seq.nn.Parameter;

/**
 * A copy of the parameters as they were after the best epoch so far: what a run keeps when later
 * epochs only learn the training split by heart. Mutable.
 */
final class BestWeights {
  private final Map<String, float[]> values = new LinkedHashMap<>();

  /** Copies the parameters as they are now. */
  void keep(List<Parameter> parameters) {
    parameters.forEach(p -> values.put(p.name(), p.value().liveData().clone()));
  }

  /** What was kept of a parameter, not copied; none before the first epoch is over. */
  Optional<float[]> of(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter.name()));
  }

  /** Puts the kept values back into the parameters, which are mutated. */
  void restoreInto(List<Parameter> parameters) {
    for (Parameter p : parameters) {
      of(p).ifPresent(kept -> System.arraycopy(kept, 0, p.value().liveData(), 0, kept.length));
    }
  }
}
