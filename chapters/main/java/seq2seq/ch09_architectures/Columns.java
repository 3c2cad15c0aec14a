package seq2seq.ch09_architectures;

import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/** The parts that the unrolled graphs of the family share. */
final class Columns {
  private Columns() {}

  /** A frame for each of the steps 1..T, with x and h in it, and x → h. */
  static UnrolledGraph inputsAndStates(int steps) {
    UnrolledGraph graph = UnrolledGraph.empty();
    for (int t = 1; t <= steps; t++) {
      graph.step("step " + t).node("x" + t, "x" + t, Kind.INPUT).node("h" + t, "h" + t, Kind.STATE);
      graph.edge("x" + t, "h" + t, "W_xh");
    }
    return graph;
  }

  /**
   * A chain of states that reads: for each step 1..T a frame with x and h in it, x → h, and the
   * state before → h.
   */
  static UnrolledGraph reader(String step, int steps) {
    UnrolledGraph graph = UnrolledGraph.empty();
    for (int t = 1; t <= steps; t++) {
      graph.step(step + t).node("x" + t, "x" + t, Kind.INPUT).node("h" + t, "h" + t, Kind.STATE);
      if (t > 1) {
        graph.edge("h" + (t - 1), "h" + t, "W_hh");
      }
      graph.edge("x" + t, "h" + t, "W_xh");
    }
    return graph;
  }

  /** Into the frame of step t: output, loss and target, and state → output → loss ← target. */
  static void outputAndLoss(UnrolledGraph graph, int t, String state) {
    graph.step("step " + t).node("o" + t, "o" + t, Kind.OUTPUT).node("L" + t, "L" + t, Kind.LOSS);
    graph.node("y" + t, "y" + t, Kind.TARGET);
    graph.edge(state, "o" + t, "W_out").edge("o" + t, "L" + t).edge("y" + t, "L" + t);
  }

  /** The target of step t-1 → the state of step t; in use, the output of step t-1 instead. */
  static void fedBack(UnrolledGraph graph, int t, String state) {
    graph.edge("y" + (t - 1), state, "W_yh").dottedEdge("o" + (t - 1), state, "in use");
  }
}
