package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.engine.Numbers;
import seq2seq.engine.Scalar;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * The graph under a {@link Scalar}: each number with the operation that made it, its value and its
 * gradient, and an arrow from each input to each result. A number that is used twice stands there
 * once.
 *
 * <pre>{@code
 * ExpressionGraph.of(y).with("a", a).with("b", b).with("y", y).save(Path.of("images/graph.png"));
 * }</pre>
 *
 * <p>Shows the gradients as they are when it is drawn. Immutable.
 */
public final class ExpressionGraph extends Figure {
  private static final int MOST = 60;
  private static final double WIDE = 128;
  private static final double HIGH = 74;
  private static final double GAP_X = 70;
  private static final double GAP_Y = 26;

  private final List<Scalar> nodes;
  private final Map<Scalar, String> names;

  private ExpressionGraph(List<Scalar> nodes, Map<Scalar, String> names) {
    super("graph");
    this.nodes = nodes;
    this.names = names;
  }

  /**
   * The graph of everything that {@code result} was made from.
   *
   * @throws IllegalArgumentException if it holds more than 60 numbers
   */
  public static ExpressionGraph of(Scalar result) {
    List<Scalar> nodes = new ArrayList<>();
    collect(result, nodes, new IdentityHashMap<>());
    return new ExpressionGraph(nodes, new IdentityHashMap<>());
  }

  /** Inputs before results; small graphs only, so recursion is safe. */
  private static void collect(Scalar node, List<Scalar> nodes, Map<Scalar, Boolean> seen) {
    if (seen.put(node, true) != null) {
      return;
    }
    if (seen.size() > MOST) {
      throw Inputs.error("expression graph", "at most " + MOST + " numbers can be drawn");
    }
    node.inputs().forEach(input -> collect(input, nodes, seen));
    nodes.add(node);
  }

  /**
   * This graph with a name for one of its numbers.
   *
   * @throws IllegalArgumentException if {@code number} is no part of it
   */
  public ExpressionGraph with(String name, Scalar number) {
    if (nodes.stream().noneMatch(node -> node == number)) {
      throw Inputs.error(
          "expression graph", number + ", to be named " + name + ", is no part of it");
    }
    Map<Scalar, String> more = new IdentityHashMap<>(names);
    more.put(number, name);
    return new ExpressionGraph(nodes, more);
  }

  @Override
  public String alt() {
    List<String> lines = new ArrayList<>();
    for (Scalar node : nodes) {
      lines.add(
          Words.of(
              "graph.alt.node",
              (name(node) + " " + (node.inputs().isEmpty() ? "" : "= " + formula(node))).trim(),
              Numbers.show(node.value()),
              Numbers.show(node.grad())));
    }
    return Words.of("graph.alt", String.join("; ", lines)).replaceAll("[${}]", "");
  }

  private String name(Scalar node) {
    if (names.containsKey(node)) {
      return Sketch.word(names.get(node)).replaceFirst("^(\\p{L})(\\d+)$", "$1_$2");
    }
    return node.inputs().isEmpty() ? "" : "v_" + results(node);
  }

  /** How many unnamed results stand up to and with this one. */
  private int results(Scalar node) {
    int count = 0;
    for (Scalar each : nodes) {
      count += each.inputs().isEmpty() || names.containsKey(each) ? 0 : 1;
      if (each == node) {
        break;
      }
    }
    return count;
  }

  private String formula(Scalar node) {
    List<String> in = node.inputs().stream().map(i -> shown(i)).toList();
    String op = node.op();
    if (in.size() == 2) {
      return in.get(0) + (op.equals("*") ? " · " : " " + op + " ") + in.get(1);
    }
    return op.startsWith("pow ")
        ? in.get(0) + "^{" + plain(op.substring(4)) + "}"
        : op + "(" + in.get(0) + ")";
  }

  private String shown(Scalar node) {
    String name = name(node);
    return name.isEmpty() ? Numbers.show(node.value()) : name;
  }

  @Override
  protected void draw(Sketch s) {
    Map<Scalar, Integer> columns = columns();
    Map<Scalar, Box> boxes = new IdentityHashMap<>();
    int last = columns.get(nodes.get(nodes.size() - 1));
    for (int c = 0; c <= last; c++) {
      place(c, columns, boxes);
    }
    for (Scalar node : nodes) {
      drawArrows(s, node, boxes);
    }
    for (Scalar node : nodes) {
      drawNode(s, node, boxes.get(node));
    }
  }

  /** Results right of all their inputs, and leaves just left of the first result they are in. */
  private Map<Scalar, Integer> columns() {
    Map<Scalar, Integer> columns = new IdentityHashMap<>();
    for (Scalar node : nodes) {
      int column = node.inputs().stream().mapToInt(i -> columns.get(i) + 1).max().orElse(0);
      columns.put(node, column);
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Scalar leaf = nodes.get(i);
      if (leaf.inputs().isEmpty()) {
        columns.put(
            leaf,
            nodes.stream().filter(n -> isInput(leaf, n)).mapToInt(columns::get).min().orElse(1)
                - 1);
      }
    }
    return columns;
  }

  private static boolean isInput(Scalar a, Scalar of) {
    return of.inputs().stream().anyMatch(i -> i == a);
  }

  /** Each box at the mean height of its inputs, or as near below the one above as may be. */
  private void place(int column, Map<Scalar, Integer> columns, Map<Scalar, Box> boxes) {
    double free = 0;
    for (Scalar node : nodes) {
      if (columns.get(node) == column) {
        double wanted =
            node.inputs().stream().mapToDouble(i -> boxes.get(i).y()).average().orElse(free);
        double y = Math.max(free, wanted);
        boxes.put(node, new Box(column * (WIDE + GAP_X), y, WIDE, HIGH));
        free = y + HIGH + GAP_Y;
      }
    }
  }

  private static void drawArrows(Sketch s, Scalar node, Map<Scalar, Box> boxes) {
    int count = node.inputs().size();
    for (int i = 0; i < count; i++) {
      Box from = boxes.get(node.inputs().get(i));
      s.arrow(from.right(), boxes.get(node).at(0, (i + 1.0) / (count + 1)));
    }
  }

  private void drawNode(Sketch s, Scalar node, Box box) {
    boolean leaf = node.inputs().isEmpty();
    s.box(
        box,
        leaf ? Tint.INPUT : node == nodes.get(nodes.size() - 1) ? Tint.OUTPUT : Tint.STATE,
        "");
    String name = name(node);
    String head = leaf ? name : name + " = " + formula(node);
    s.text(box.at(0.5, 0.22), Anchor.MIDDLE, head.isEmpty() ? "" : "$" + head + "$");
    Sketch small = s.small();
    small.remark(box.at(0.08, 0.54), Anchor.START, Words.of("graph.value"));
    small.text(box.at(0.93, 0.54), Anchor.END, Numbers.show(node.value()));
    small.accent(true).text(box.at(0.08, 0.8), Anchor.START, Words.of("graph.grad"));
    small.accent(true).text(box.at(0.93, 0.8), Anchor.END, Numbers.show(node.grad()));
  }
}
