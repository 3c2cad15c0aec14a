package seq2seq.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;
import seq2seq.nn.Sgd;

/** Three parameters, pulled by the same 100 gradients on both sides. */
class OptimiserReferenceTest {
  private static final int STEPS = 100;

  static List<ReferenceCase> cases() {
    return ReferenceCase.all("optimiser");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parametersAreWherePyTorchPutsThemFromTheFirstStepToTheHundredth(ReferenceCase reference) {
    Optimiser optimiser = optimiser(reference);
    List<Parameter> parameters = parameters(reference);
    Comparison comparison = new Comparison(reference);
    for (int step = 1; step <= STEPS; step++) {
      pull(reference, parameters, step);
      optimiser.step(parameters);
      if (isWatched(reference, step)) {
        for (Parameter p : parameters) {
          comparison.within(1e-6, p.name() + " after " + step, p.value());
        }
      }
    }
    assertThat(optimiser.steps()).isEqualTo(STEPS);
    comparison.complete();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anOptimiserRestoredInTheMiddleGoesOnWithTheSameBits(ReferenceCase reference) {
    List<Parameter> whole = parameters(reference);
    walk(reference, optimiser(reference), whole, 1, STEPS);

    List<Parameter> stopped = parameters(reference);
    Optimiser before = optimiser(reference);
    walk(reference, before, stopped, 1, 50);
    Map<String, float[]> saved = new LinkedHashMap<>();
    before.state().forEach((name, values) -> saved.put(name, values.clone()));
    Optimiser after = optimiser(reference);
    after.restore(before.steps(), saved);
    walk(reference, after, stopped, 51, STEPS);

    assertThat(after.steps()).isEqualTo(STEPS);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(stopped.get(i).value().toArray()).isEqualTo(whole.get(i).value().toArray());
    }
  }

  private static void walk(
      ReferenceCase reference,
      Optimiser optimiser,
      List<Parameter> parameters,
      int first,
      int last) {
    for (int step = first; step <= last; step++) {
      pull(reference, parameters, step);
      optimiser.step(parameters);
    }
  }

  private static Optimiser optimiser(ReferenceCase reference) {
    if (reference.option("optimiser").equals("sgd")) {
      return new Sgd(reference.number("lr"));
    }
    return new Adam(
        reference.number("lr"),
        reference.number("beta1"),
        reference.number("beta2"),
        reference.number("eps"));
  }

  private static List<Parameter> parameters(ReferenceCase reference) {
    List<Parameter> parameters = new ArrayList<>();
    for (String name : reference.weightNames()) {
      parameters.add(Parameter.of(name, reference.weight(name)));
    }
    return parameters;
  }

  /** Gives each parameter its gradient of this step: that of the loss Σ parameter·gradient. */
  private static void pull(ReferenceCase reference, List<Parameter> parameters, int step) {
    Parameter.clearGrads(parameters);
    for (Parameter p : parameters) {
      Tensor gradient = reference.given("grad." + p.name()).at(step - 1).detach();
      p.value().times(gradient).sum().backward();
    }
  }

  private static boolean isWatched(ReferenceCase reference, int step) {
    return Arrays.stream(reference.row("watched")).anyMatch(watched -> watched == step);
  }
}
