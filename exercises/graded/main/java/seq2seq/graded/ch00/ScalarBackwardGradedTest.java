package seq2seq.graded.ch00;

import java.util.Arrays;
import seq2seq.engine.Generator;
import seq2seq.grading.Graded;
import seq2seq.grading.Outcome;
import seq2seq.grading.Situation;

class ScalarBackwardGradedTest {
  private static final double NEAR = 1e-9;
  private static final int DEEP = 60_000;
  private static final int DOUBLINGS = 60;

  @Graded(exercise = "0.1", points = 1)
  void handsOnEachGradientWhenItIsComplete(ScalarBackward subject, Generator random) {
    compare(subject, GraphInputs.ofTheChapter(), "y = a·b + a·a");
    compare(subject, GraphInputs.knot(false, false, random), "y = p + r, p = a·b, r = a·tanh p");
    compare(subject, GraphInputs.knot(true, false, random), "y = r + p, p = a·b, r = a·tanh p");
    compare(subject, GraphInputs.random(8, random), "a random graph");
    compare(subject, GraphInputs.random(14, random), "a random graph");
  }

  @Graded(exercise = "0.1", points = 1)
  void leavesAloneWhatTheResultDoesNotDependOn(ScalarBackward subject, Generator random) {
    String words = "y = p + r, p = a·b, r = a·tanh p, and four nodes that y does not depend on";
    compare(subject, GraphInputs.knot(false, true, random), words);
  }

  @Graded(exercise = "0.1", points = 1)
  void walksAGraphThatIsDeeperThanRecursionCanGo(ScalarBackward subject) {
    GraphInputs graph = GraphInputs.chain(DEEP);
    int[] some = {0, 1, 2, DEEP / 2, DEEP, DEEP + 1};
    String words = DEEP + " sums one behind the other, deeper than recursion can go; of its nodes ";
    Situation.of("0.1", words + Arrays.toString(some))
        .call(
            () -> {
              double[] gradients = call(subject, graph);
              return Arrays.stream(some).mapToDouble(node -> gradients[node]).toArray();
            })
        .or(
            new double[] {1, 1, 1, 1, 1, 1},
            "what arrives at a node must add up, and here the last replaced the others")
        .is(new double[] {DEEP, 1, 1, 1, 1, 1}, NEAR);
  }

  /** Who walks every path by itself never comes to an end here. */
  @Graded(exercise = "0.1", points = 1)
  void visitsEachNodeOnceAndNotEachPath(ScalarBackward subject) {
    GraphInputs graph = GraphInputs.doublings(DOUBLINGS);
    String words =
        DOUBLINGS
            + " doublings, y1 = a + a, y2 = y1 + y1 and so on ("
            + (DOUBLINGS + 1)
            + " nodes, but 2^"
            + DOUBLINGS
            + " paths lead back to a, so a walk must visit each node once, not each path)";
    Situation.of("0.1", words)
        .call(() -> call(subject, graph)[0])
        .is(StrictMath.scalb(1.0, DOUBLINGS), NEAR);
  }

  private static void compare(ScalarBackward subject, GraphInputs graph, String words) {
    int[] backwards = graph.backwards();
    String numbers = "the nodes were visited by their numbers; first all that use a node, then it";
    Outcome outcome =
        Situation.of("0.1", words + inWords(graph), graph.watched())
            .call(() -> call(subject, graph))
            .or(
                graph.walked(backwards, false, graph::slope),
                "what arrives at a node must add up, and here the last replaced the others")
            .or(graph.walked(graph.fallingNumbers(), true, graph::slope), numbers)
            .or(graph.walked(graph.risingNumbers(), true, graph::slope), numbers)
            .or(
                graph.walked(graph.asTheyAreMet(), true, graph::slope),
                "a node handed its gradient on before it was complete")
            .or(
                graph.walked(backwards, true, (c, side) -> ownFactor(graph, c, side)),
                "each factor of a product receives the OTHER one's value, times the gradient")
            .or(
                graph.walked(backwards, true, (c, side) -> tanhOfInput(graph, c, side)),
                "the slope of c = tanh a is 1 - c², of the RESULT's value");
    outcome
        .or(new double[graph.size()], "all gradients are 0: the result's own is 1")
        .or(graph.fromEveryEnd(), "a gradient of 1 was put at every node that nobody uses")
        .or(
            graph.walked(graph.visitsThatWaitForAll(), true, graph::slope),
            "a node waited for users that the result does not depend on")
        .is(graph.gradients(), NEAR);
  }

  private static double[] call(ScalarBackward subject, GraphInputs graph) {
    return subject.gradients(graph.ops(), graph.inputs(), graph.values(), graph.result());
  }

  private static String inWords(GraphInputs graph) {
    return " (ops "
        + Arrays.toString(graph.ops())
        + ", inputs "
        + Arrays.deepToString(graph.inputs())
        + ", result "
        + graph.result()
        + ")";
  }

  private static double ownFactor(GraphInputs graph, int c, int side) {
    boolean product = graph.ops()[c].equals("*");
    return product ? graph.values()[graph.inputs()[c][side]] : graph.slope(c, side);
  }

  private static double tanhOfInput(GraphInputs graph, int c, int side) {
    double a = graph.values()[graph.inputs()[c][side]];
    return graph.ops()[c].equals("tanh") ? 1 - a * a : graph.slope(c, side);
  }
}
