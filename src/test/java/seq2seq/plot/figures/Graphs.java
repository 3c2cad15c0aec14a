package seq2seq.plot.figures;

import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Kind;

/** The seven graphs of chapter 9, built as its networks build them. */
final class Graphs {
  private static final int STEPS = 3;

  private Graphs() {}

  static UnrolledGraph of(String figure) {
    return switch (figure) {
      case "10.5" -> summary();
      case "10.9" -> vector();
      case "10.12" -> sequence();
      default -> everyStep(figure);
    };
  }

  private static UnrolledGraph everyStep(String figure) {
    UnrolledGraph g = UnrolledGraph.empty();
    for (int t = 1; t <= STEPS; t++) {
      g.step("step " + t).node("x" + t, "x" + t, Kind.INPUT).node("h" + t, "h" + t, Kind.STATE);
      g.edge("x" + t, "h" + t, "U");
      if (figure.equals("10.11")) {
        g.node("g" + t, "g" + t, Kind.STATE).edge("x" + t, "g" + t);
      }
      output(g, t, "h" + t);
      if (figure.equals("10.11")) {
        g.edge("g" + t, "o" + t);
      }
      if (t > 1) {
        if (!figure.equals("10.4")) {
          g.edge("h" + (t - 1), "h" + t, "W");
        }
        if (figure.equals("10.11")) {
          g.edge("g" + t, "g" + (t - 1));
        }
        if (figure.equals("10.4") || figure.equals("10.10")) {
          fedBack(g, t, "h" + t, figure.equals("10.4") ? "W" : "R");
        }
      }
    }
    return g;
  }

  private static UnrolledGraph summary() {
    UnrolledGraph g = reader("step ");
    g.outside()
        .node("o1", "o", Kind.OUTPUT)
        .node("L1", "L", Kind.LOSS)
        .node("y1", "y", Kind.TARGET);
    return g.edge("h" + STEPS, "o1", "V").edge("o1", "L1").edge("y1", "L1");
  }

  private static UnrolledGraph reader(String step) {
    UnrolledGraph g = UnrolledGraph.empty();
    for (int t = 1; t <= STEPS; t++) {
      g.step(step + t).node("x" + t, "x" + t, Kind.INPUT).node("h" + t, "h" + t, Kind.STATE);
      g.edge("x" + t, "h" + t, "U");
      if (t > 1) {
        g.edge("h" + (t - 1), "h" + t, "W");
      }
    }
    return g;
  }

  private static UnrolledGraph vector() {
    UnrolledGraph g = UnrolledGraph.empty().node("x1", "x", Kind.INPUT);
    for (int t = 1; t <= STEPS; t++) {
      g.step("step " + t).node("h" + t, "h" + t, Kind.STATE).edge("x1", "h" + t, "R");
      output(g, t, "h" + t);
      if (t > 1) {
        g.edge("h" + (t - 1), "h" + t, "W");
        fedBack(g, t, "h" + t, "U");
      }
    }
    return g;
  }

  private static UnrolledGraph sequence() {
    UnrolledGraph g = reader("reads ");
    g.outside().node("c", "c", Kind.CONTEXT).edge("h" + STEPS, "c");
    for (int t = 1; t <= STEPS; t++) {
      g.step("step " + t).node("s" + t, "s" + t, Kind.STATE);
      output(g, t, "s" + t);
      g.edge("c", "s" + t);
      if (t > 1) {
        g.edge("s" + (t - 1), "s" + t, "W");
        fedBack(g, t, "s" + t, "R");
      }
    }
    return g;
  }

  private static void output(UnrolledGraph g, int t, String state) {
    g.node("o" + t, "o" + t, Kind.OUTPUT).node("L" + t, "L" + t, Kind.LOSS);
    g.node("y" + t, "y" + t, Kind.TARGET);
    g.edge(state, "o" + t, "V").edge("o" + t, "L" + t).edge("y" + t, "L" + t);
  }

  private static void fedBack(UnrolledGraph g, int t, String state, String label) {
    g.edge("y" + (t - 1), state, label).dottedEdge("o" + (t - 1), state, "");
  }
}
