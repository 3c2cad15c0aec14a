package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Edge;
import seq2seq.plot.UnrolledGraph.Kind;
import seq2seq.plot.UnrolledGraph.Node;
import seq2seq.plot.diagram.Box;

/**
 * Where the nodes of a recurrent graph stand: a column for each step, a row for each kind, or with
 * loops all steps in one column.
 */
final class GraphLayout {
  static final double ROW = 84;
  private static final double COLUMN = 118;
  private static final double SIZE = 42;

  /**
   * An arrow between two nodes that are drawn.
   *
   * @param delay how many steps later it arrives
   * @param bendsLeft on which side it passes what stands between
   */
  record Arrow(
      String from, String to, String label, boolean dotted, int delay, boolean bendsLeft) {}

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Box> places = new LinkedHashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final Map<String, Double> rows = new LinkedHashMap<>();

  private GraphLayout(UnrolledGraph graph) {
    assignRows(graph);
  }

  Map<String, Node> nodes() {
    return nodes;
  }

  List<Arrow> arrows() {
    return arrows;
  }

  Box at(String id) {
    return places.get(id);
  }

  /** Whether an arrow leaves this node to one that stands further right. */
  boolean isFollowed(String id) {
    return arrows.stream()
        .anyMatch(a -> a.from.equals(id) && at(a.to).x() > at(id).endX() && a.delay == 0);
  }

  double right() {
    return places.values().stream().mapToDouble(Box::endX).max().orElse(0);
  }

  /** The height of the first row of this kind. */
  double row(Kind kind) {
    return nodes.entrySet().stream()
        .filter(e -> e.getValue().kind() == kind)
        .mapToDouble(e -> places.get(e.getKey()).middle().y())
        .max()
        .orElse(0);
  }

  /** The graph as it is, from {@code left} on. */
  static GraphLayout unrolled(UnrolledGraph graph, double left) {
    GraphLayout layout = new GraphLayout(graph);
    Map<String, Double> columns = layout.columns(graph);
    for (Node n : graph.nodes()) {
      layout.nodes.put(n.id(), new Node(n.id(), shown(n), n.kind(), n.step()));
      layout.put(n.id(), left + columns.get(n.id()) * COLUMN, base(n.id()));
    }
    for (Edge e : graph.edges()) {
      layout.arrows.add(arrow(graph, e, id -> id));
    }
    return layout;
  }

  /** The graph with loops: one node for each letter. */
  static GraphLayout folded(UnrolledGraph graph, double left) {
    GraphLayout layout = new GraphLayout(graph);
    boolean afterContext = false;
    double middle = 0;
    for (Node n : graph.nodes()) {
      afterContext |= n.kind() == Kind.CONTEXT;
      middle = n.kind() == Kind.CONTEXT ? 1 : afterContext ? 2 : 0;
      String letter = base(n.id());
      if (!layout.nodes.containsKey(letter)) {
        layout.nodes.put(letter, new Node(letter, letter, n.kind(), null));
        layout.put(letter, left + middle * COLUMN, letter);
      }
    }
    Map<String, Arrow> once = new LinkedHashMap<>();
    for (Edge e : graph.edges()) {
      Arrow arrow = arrow(graph, e, GraphLayout::base);
      once.putIfAbsent(arrow.from + " " + arrow.to + " " + arrow.delay + arrow.dotted, arrow);
    }
    layout.arrows.addAll(once.values());
    return layout;
  }

  private static Arrow arrow(UnrolledGraph graph, Edge e, UnaryOperator<String> drawn) {
    String from = drawn.apply(e.from());
    String to = drawn.apply(e.to());
    return new Arrow(from, to, e.label(), e.dotted(), delay(graph, e), isReversed(graph, e));
  }

  private void put(String id, double x, String letter) {
    places.put(id, Box.around(x, rows.get(letter), SIZE, SIZE));
  }

  /** A row for each kind; a second one for states where a step has two. */
  private void assignRows(UnrolledGraph graph) {
    double y = 0;
    for (Kind kind : List.of(Kind.INPUT, Kind.STATE, Kind.OUTPUT, Kind.LOSS, Kind.TARGET)) {
      List<String> stacked = new ArrayList<>();
      for (Node n : graph.nodes()) {
        if (n.kind() == kind && !rows.containsKey(base(n.id()))) {
          boolean beside = stacked.stream().noneMatch(letter -> sharesStep(graph, letter, n));
          y -= stacked.isEmpty() || !beside ? ROW : 0;
          rows.put(base(n.id()), y);
          stacked.add(base(n.id()));
        }
      }
    }
    for (Node n : graph.nodes()) {
      if (n.kind() == Kind.CONTEXT) {
        rows.put(base(n.id()), -ROW); // the row of inputs, of which a writer has none
      }
    }
  }

  private static boolean sharesStep(UnrolledGraph graph, String letter, Node n) {
    return graph.nodes().stream()
        .anyMatch(o -> base(o.id()).equals(letter) && String.valueOf(o.step()).equals(n.step()));
  }

  /** The column of each node: its step's, or for one outside, the middle of its neighbours'. */
  private Map<String, Double> columns(UnrolledGraph graph) {
    Map<String, Double> columns = new LinkedHashMap<>();
    String context =
        graph.nodes().stream()
            .filter(n -> n.kind() == Kind.CONTEXT)
            .map(Node::id)
            .findFirst()
            .orElse(null);
    int before = context == null ? Integer.MAX_VALUE : lastStepBefore(graph, context);
    for (Node n : graph.nodes()) {
      if (n.step() != null) {
        int step = graph.steps().indexOf(n.step());
        columns.put(n.id(), step + (step > before ? 1.0 : 0));
      }
    }
    for (int round = 0; round < 3; round++) {
      for (Node n : graph.nodes()) {
        if (n.id().equals(context)) {
          columns.put(context, before + 1.0);
        } else if (!columns.containsKey(n.id())) {
          placeBetween(graph, n.id(), columns);
        }
      }
    }
    graph.nodes().forEach(n -> columns.putIfAbsent(n.id(), 0.0));
    return columns;
  }

  private static int lastStepBefore(UnrolledGraph graph, String context) {
    return graph.edges().stream()
        .filter(e -> e.to().equals(context))
        .mapToInt(e -> graph.steps().indexOf(node(graph, e.from()).step()))
        .max()
        .orElse(-1);
  }

  private static void placeBetween(UnrolledGraph graph, String id, Map<String, Double> columns) {
    graph.edges().stream()
        .filter(e -> e.from().equals(id) || e.to().equals(id))
        .map(e -> columns.get(e.from().equals(id) ? e.to() : e.from()))
        .filter(c -> c != null)
        .mapToDouble(c -> c)
        .average()
        .ifPresent(middle -> columns.put(id, middle));
  }

  private static Node node(UnrolledGraph graph, String id) {
    return graph.nodes().stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  private static int delay(UnrolledGraph graph, Edge e) {
    String from = node(graph, e.from()).step();
    String to = node(graph, e.to()).step();
    return from == null || to == null ? 0 : graph.steps().indexOf(to) - graph.steps().indexOf(from);
  }

  /** What belongs to the states that read backwards passes at the left, to leave the right free. */
  private static boolean isReversed(UnrolledGraph graph, Edge e) {
    String state = base(node(graph, e.to()).kind() == Kind.STATE ? e.to() : e.from());
    return graph.edges().stream()
        .anyMatch(o -> base(o.from()).equals(state) && delay(graph, o) < 0);
  }

  private static String base(String id) {
    return id.replaceAll("\\d+$", "");
  }

  /** x1 as x_1; a node outside every step has no number. */
  private static String shown(Node n) {
    String number = n.id().substring(base(n.id()).length());
    return n.step() == null || number.isEmpty()
        ? n.label().replaceAll("\\d+$", "")
        : base(n.id()) + "_" + number;
  }
}
