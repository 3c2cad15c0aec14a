package seq2seq.nn;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Tensor;

/**
 * A tensor that training changes, with a name that tells its place in the model: {@code
 * encoder.cell.0.W_xh}.
 *
 * @param name the path from the outermost module inwards, separated by dots
 * @param value a leaf that receives a gradient; an optimiser changes its values in place
 */
public record Parameter(String name, Tensor value) {

  /** A parameter that starts from a copy of {@code initial}. */
  public static Parameter of(String name, Tensor initial) {
    return new Parameter(name, initial.withGrad());
  }

  /**
   * The parameters of a part, named as seen from outside it: each name gets {@code prefix} and a
   * dot in front; the tensors are the same ones.
   */
  public static List<Parameter> within(String prefix, Module part) {
    List<Parameter> named = new ArrayList<>();
    for (Parameter p : part.parameters()) {
      named.add(new Parameter(prefix + "." + p.name, p.value));
    }
    return named;
  }

  /** How many numbers a list of parameters holds. */
  public static long count(List<Parameter> parameters) {
    return parameters.stream().mapToLong(p -> p.value.size()).sum();
  }

  /** Forgets all gradients, so that the next backward pass starts from 0. */
  public static void clearGrads(List<Parameter> parameters) {
    parameters.forEach(p -> p.value.clearGrad());
  }
}
