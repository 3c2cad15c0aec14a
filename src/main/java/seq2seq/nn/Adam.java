package seq2seq.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import seq2seq.engine.Numbers;
import seq2seq.engine.kernel.AdamFactors;
import seq2seq.engine.kernel.Kernel;
import seq2seq.engine.kernel.Kernels;
import seq2seq.engine.kernel.Parallel;

/**
 * Adam: a step of its own size for every number, from running means of its gradient and of the
 * gradient's square. Kingma and Ba (2015), algorithm 1:
 *
 * <pre>
 * m ← β₁·m + (1-β₁)·g        v ← β₂·v + (1-β₂)·g²
 * θ ← θ - η · m/(1-β₁ᵗ) / (√(v/(1-β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>{@link Kernel#adam} says in which order each number is rounded.
 */
public final class Adam implements Optimiser {
  private final double learningRate;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final Map<String, float[]> means = new LinkedHashMap<>();
  private final Map<String, float[]> squares = new LinkedHashMap<>();
  private long steps;

  /** Adam with the paper's β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8);
  }

  /**
   * Adam.
   *
   * @param learningRate η, above 0
   * @param beta1 how much of the mean gradient is kept, in [0, 1)
   * @param beta2 how much of the mean square is kept, in [0, 1)
   * @param epsilon keeps the division finite, above 0
   * @throws IllegalArgumentException if one is out of its range
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && (float) epsilon > 0)) {
      throw new IllegalArgumentException(
          "Adam: β₁ and β₂ must be in [0, 1) and ε above 0; got "
              + Numbers.show(beta1)
              + ", "
              + Numbers.show(beta2)
              + ", "
              + Numbers.show(epsilon));
    }
    this.learningRate = checkedRate(learningRate);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  /** The rate as a float; one that as a float is 0 or infinite is refused. */
  static float checkedRate(double learningRate) {
    if (!((float) learningRate > 0) || Float.isInfinite((float) learningRate)) {
      throw new IllegalArgumentException(
          "learning rate: must be a positive number; got " + Numbers.show(learningRate));
    }
    return (float) learningRate;
  }

  /**
   * One update of every parameter that has a gradient; the parameters' values are mutated.
   *
   * @throws IllegalArgumentException if a restored state is of another model: nothing is mutated
   */
  @Override
  public void step(List<Parameter> parameters) {
    parameters.forEach(this::checkSize);
    steps++;
    AdamFactors step = AdamFactors.of(learningRate, beta1, beta2, epsilon, steps);
    for (Parameter p : parameters) {
      if (p.value().hasGrad()) {
        float[] m = means.computeIfAbsent(p.name(), name -> new float[p.value().size()]);
        float[] v = squares.computeIfAbsent(p.name(), name -> new float[p.value().size()]);
        update(step, p.value().liveData(), p.value().liveGrad(), m, v);
      }
    }
  }

  private void checkSize(Parameter p) {
    float[] m = means.get(p.name());
    if (m != null && m.length != p.value().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Adam: %s has shape %s; the saved state holds %d numbers for it",
              p.name(),
              p.value().shape(),
              m.length));
    }
  }

  private static void update(AdamFactors step, float[] theta, float[] g, float[] m, float[] v) {
    Kernel kernel = Kernels.active();
    Parallel.elements(theta.length, (from, to) -> kernel.adam(step, theta, g, m, v, from, to));
  }

  /** {@code m.NAME} and {@code v.NAME} for every parameter that has been updated. */
  @Override
  public Map<String, float[]> state() {
    Map<String, float[]> state = new LinkedHashMap<>();
    means.forEach((name, m) -> state.put("m." + name, m));
    squares.forEach((name, v) -> state.put("v." + name, v));
    return state;
  }

  @Override
  public long steps() {
    return steps;
  }

  /**
   * Goes on from a saved state; one that is refused changes nothing.
   *
   * @throws IllegalArgumentException if a name is neither m.PARAMETER nor v.PARAMETER, or the two
   *     of a parameter are not there together in one length
   */
  @Override
  public void restore(long savedSteps, Map<String, float[]> state) {
    state.keySet().forEach(Adam::checkName);
    Map<String, float[]> savedMeans = under("m.", state);
    Map<String, float[]> savedSquares = under("v.", state);
    state.keySet().forEach(key -> checkPair(key, savedMeans, savedSquares));
    steps = savedSteps;
    means.clear();
    means.putAll(savedMeans);
    squares.clear();
    squares.putAll(savedSquares);
  }

  /** Copies of the entries whose names start with {@code prefix}, by the rest of the name. */
  private static Map<String, float[]> under(String prefix, Map<String, float[]> state) {
    Map<String, float[]> found = new LinkedHashMap<>();
    state.forEach(
        (key, values) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), values.clone());
          }
        });
    return found;
  }

  private static void checkName(String key) {
    if (!key.startsWith("m.") && !key.startsWith("v.")) {
      throw new IllegalArgumentException(
          "Adam: a saved state has names m.PARAMETER and v.PARAMETER; got " + key);
    }
  }

  private static void checkPair(
      String key, Map<String, float[]> means, Map<String, float[]> squares) {
    String name = key.substring(2);
    int m = length(means.get(name));
    int v = length(squares.get(name));
    if (m != v) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Adam: a saved state needs m.%s and v.%s, of one length; got %d and %d numbers",
              name,
              name,
              m,
              v));
    }
  }

  private static int length(float[] values) {
    return values == null ? 0 : values.length;
  }
}
