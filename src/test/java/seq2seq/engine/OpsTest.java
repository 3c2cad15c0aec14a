package seq2seq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OpsTest {
  /** Methods of Tensor that return a tensor and are not differentiable ops, and why. */
  private static final Set<String> NOT_OPS =
      new TreeSet<>(
          Set.of(
              "withGrad",
              "detach",
              "grad", // about the graph, not in it
              "lessThan",
              "greaterThan",
              "equalTo", // steps: no gradient
              "scalar",
              "of",
              "zeros",
              "ones",
              "full",
              "arange",
              "ofInts",
              "oneHot",
              "uniform",
              "normal"));

  private static Stream<Ops.Op> everyOp() {
    return Stream.of(Ops.all(), Ops.fused()).flatMap(List::stream);
  }

  @TestFactory
  Stream<DynamicTest> everyGradientAgreesWithFiniteDifferences() {
    return everyOp()
        .map(
            op ->
                DynamicTest.dynamicTest(
                    op.name() + ": " + op.formula(),
                    () -> GradientCheck.check(op.name(), op.function(), 1e-3, op.sample())));
  }

  @Test
  void theListHoldsEveryOpOfTensor() {
    Set<String> listed =
        Ops.all().stream().map(Ops.Op::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> methods =
        Arrays.stream(Tensor.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Tensor.class)
            .map(Method::getName)
            .filter(name -> !NOT_OPS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).as("ops in the list Ops").containsExactlyInAnyOrderElementsOf(methods);
  }

  @TestFactory
  Stream<DynamicTest> everyOpLeavesItsInputsAsTheyWere() {
    return everyOp()
        .map(
            op ->
                DynamicTest.dynamicTest(
                    op.name() + ": " + op.formula(),
                    () -> {
                      Tensor[] inputs =
                          Arrays.stream(op.sample()).map(Tensor::withGrad).toArray(Tensor[]::new);
                      op.function().apply(inputs).sum().backward();
                      for (int i = 0; i < inputs.length; i++) {
                        assertThat(inputs[i].toArray()).isEqualTo(op.sample()[i].toArray());
                      }
                    }));
  }

  @Test
  void aWrongGradientIsNamedWithOpArgumentIndexAndBothNumbers() {
    assertThatThrownBy(
            () ->
                GradientCheck.check(
                    "halved", x -> x[0].times(x[0].detach()), 1e-3, Tensor.of(2, 3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "halved: gradient of argument 0 (2) at index 0: backward gives 2.0000, the measured"
                + " slope is 4.0000");
  }

  @Test
  void anInputThatGetsNoGradientAtAllIsNoticed() {
    assertThatThrownBy(
            () ->
                GradientCheck.check(
                    "lost", x -> x[0].plus(x[1].detach()), 1e-3, Tensor.of(1), Tensor.of(2)))
        .hasMessageContaining("argument 1");
  }
}
