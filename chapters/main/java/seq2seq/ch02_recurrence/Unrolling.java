package seq2seq.ch02_recurrence;

import seq2seq.engine.ShapeException;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/**
 * A recurrent cell drawn without its loop: one node a step, each step's state handed to the next.
 */
public final class Unrolling {
  private Unrolling() {}

  /**
   * The graph of T steps, from the state before the first, h_0, to h_T.
   *
   * @throws ShapeException if T is below 1
   */
  public static UnrolledGraph of(int steps) {
    if (steps < 1) {
      throw new ShapeException("unrolling", "needs T ≥ 1 steps; got " + steps);
    }
    UnrolledGraph graph = UnrolledGraph.empty().step("step 0").node("h0", "h_0", Kind.STATE);
    for (int t = 1; t <= steps; t++) {
      graph
          .step("step " + t)
          .node("x" + t, "x_" + t, Kind.INPUT)
          .node("h" + t, "h_" + t, Kind.STATE)
          .edge("x" + t, "h" + t, "W_xh")
          .edge("h" + (t - 1), "h" + t, "W_hh");
    }
    return graph;
  }
}
