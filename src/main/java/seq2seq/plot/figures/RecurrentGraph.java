package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Edge;
import seq2seq.plot.UnrolledGraph.Kind;
import seq2seq.plot.UnrolledGraph.Node;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * A recurrent network as in the book: at the left with loops, at the right unrolled over time.
 * Inputs stand below, then states, outputs, losses and targets; a black square on a loop delays by
 * one step.
 *
 * <pre>{@code
 * RecurrentGraph.of(network.unrolled(3)).save(Path.of("images/unrolled.png"));
 * }</pre>
 *
 * <p>The loops are folded from the unrolled graph: nodes whose names differ by their number alone
 * are one. A graph whose output stands outside the steps has no drawing with loops, as in figure
 * 10.5. Goodfellow et al. (2016), figures 10.3 to 10.12.
 */
public final class RecurrentGraph extends Figure {
  private final UnrolledGraph graph;

  private RecurrentGraph(UnrolledGraph graph) {
    super("recurrent");
    this.graph = graph;
  }

  /**
   * The drawing of this graph.
   *
   * @throws IllegalArgumentException if it has no node
   */
  public static RecurrentGraph of(UnrolledGraph graph) {
    Inputs.notEmpty("recurrent graph", "nodes", graph.nodes().size());
    return new RecurrentGraph(graph);
  }

  @Override
  public String alt() {
    List<String> arrows = new ArrayList<>();
    for (Edge e : graph.edges()) {
      String name = e.dotted() ? Words.of("recurrent.use") : e.label();
      String by = name.isEmpty() ? "" : " (" + name + ")";
      arrows.add(e.from() + " → " + e.to() + by);
    }
    return Words.of(hasLoops() ? "recurrent.alt.loop" : "recurrent.alt", String.join(", ", arrows));
  }

  /** Whether all that is put out is put out at every step. */
  private boolean hasLoops() {
    return graph.nodes().stream().noneMatch(n -> n.step() == null && isAbove(n.kind()));
  }

  private static boolean isAbove(Kind kind) {
    return kind == Kind.OUTPUT || kind == Kind.LOSS || kind == Kind.TARGET;
  }

  @Override
  protected void draw(Sketch s) {
    GraphLayout unrolled = GraphLayout.unrolled(graph, 0);
    if (hasLoops()) {
      GraphLayout folded = GraphLayout.folded(graph, 0);
      double left = folded.right() + 170;
      unrolled = GraphLayout.unrolled(graph, left);
      drawGraph(s, folded);
      double y = unrolled.row(Kind.INPUT);
      s.arrow(new Point(folded.right() + 40, y), new Point(left - 40, y));
      s.small()
          .remark(
              new Point((folded.right() + left) / 2, y - 14),
              Anchor.MIDDLE,
              Words.of("recurrent.unrolled"));
    }
    drawGraph(s, unrolled);
  }

  private static void drawGraph(Sketch s, GraphLayout layout) {
    layout.arrows().forEach(arrow -> drawArrow(s, layout, arrow));
    layout.nodes().forEach((id, node) -> drawNode(s, node, layout.at(id)));
  }

  private static void drawNode(Sketch s, Node node, Box at) {
    Tint tint = Tint.valueOf(node.kind().name()); // every kind has a tint of its name
    s.ellipse(at, tint, "$" + node.label() + "$");
  }

  private static void drawArrow(Sketch s, GraphLayout layout, GraphLayout.Arrow arrow) {
    Box from = layout.at(arrow.from());
    Box to = layout.at(arrow.to());
    Sketch pen = arrow.dotted() ? s.dashed().accent(true) : s;
    if (arrow.from().equals(arrow.to())) {
      if (layout.isFollowed(arrow.from())) {
        drawLoopAbove(pen, from, arrow);
      } else {
        drawLoop(pen, from, arrow);
      }
    } else if (arrow.delay() != 0 && from.middle().x() == to.middle().x()) {
      drawReturn(pen, from, to, arrow);
    } else if (arrow.delay() != 0 && from.middle().y() != to.middle().y()) {
      drawFeedback(pen, from, to, arrow);
    } else {
      drawStraight(pen, from, to, arrow);
    }
  }

  /** From a node to itself: at the right for time that runs on, at the left for time run back. */
  private static void drawLoop(Sketch s, Box at, GraphLayout.Arrow arrow) {
    int side = arrow.delay() > 0 ? 1 : -1;
    double half = at.width() / 2;
    Point start = at.middle().plus(side * 0.95 * half, -0.3 * half);
    Point end = at.middle().plus(side * 0.72 * half, 0.72 * half);
    double out = side * 54;
    s.curve(start, start.plus(out, -16), end.plus(out, 22), end);
    delay(s, at.middle().plus(side * (0.83 * half + 40), 0.25 * half));
    label(s, at.middle().plus(side * (0.83 * half + 66), 0.25 * half), arrow.label());
  }

  /** From a node to itself, where the right side is taken and nothing stands above. */
  private static void drawLoopAbove(Sketch s, Box at, GraphLayout.Arrow arrow) {
    double half = at.width() / 2;
    Point start = at.middle().plus(0.6 * half, -0.8 * half);
    Point end = at.middle().plus(-0.6 * half, -0.8 * half);
    s.curve(start, start.plus(20, -52), end.plus(-20, -52), end);
    delay(s, at.middle().plus(0, -0.8 * half - 39));
    label(s, at.middle().plus(0, -0.8 * half - 56), arrow.label());
  }

  /** From above back down to a state, in the drawing with loops. */
  private static void drawReturn(Sketch s, Box from, Box to, GraphLayout.Arrow arrow) {
    int side = arrow.dotted() ? -1 : 1;
    double out = side * (arrow.dotted() ? 74 : 104);
    Point start = side > 0 ? from.right() : from.left();
    Point end = to.middle().plus(side * 0.66 * to.width() / 2, -0.75 * to.width() / 2);
    s.curve(start, start.plus(out, 10), end.plus(out, -36), end);
    double x = start.x() + 0.125 * (3 * out + 3 * out) + (end.x() - start.x()) / 2;
    double y = 0.125 * (start.y() + 3 * (start.y() + 10) + 3 * (end.y() - 36) + end.y());
    delay(s, new Point(x, y));
    Point beside = new Point(x + side * 16, y);
    Anchor anchor = side > 0 ? Anchor.START : Anchor.END;
    if (arrow.dotted()) {
      s.small().text(beside, anchor, Words.of("recurrent.use"));
    } else {
      s.text(beside, anchor, math(arrow.label()));
    }
  }

  /** From an output or target to a state of a later step. */
  private static void drawFeedback(Sketch s, Box from, Box to, GraphLayout.Arrow arrow) {
    Point start = from.right();
    Point end = to.middle().plus(-0.72 * to.width() / 2, -0.72 * to.width() / 2);
    if (arrow.dotted()) {
      end = to.middle().plus(-0.9 * to.width() / 2, -0.42 * to.width() / 2);
    }
    double bend = Math.min(48, (end.x() - start.x()) * 0.75);
    s.curve(start, start.plus(bend, 0), end.plus(arrow.dotted() ? -34 : -22, -70), end);
    if (!arrow.dotted()) {
      double x = start.x() + bend * 0.9 + 14;
      s.text(new Point(x, start.y() + 26), Anchor.MIDDLE, math(arrow.label()));
    }
  }

  private static void drawStraight(Sketch s, Box from, Box to, GraphLayout.Arrow arrow) {
    double dx = to.middle().x() - from.middle().x();
    double dy = to.middle().y() - from.middle().y();
    double length = StrictMath.hypot(dx, dy);
    Point start =
        from.middle().plus(dx / length * from.width() / 2, dy / length * from.width() / 2);
    Point end = to.middle().plus(-dx / length * to.width() / 2, -dy / length * to.width() / 2);
    boolean passes = Math.abs(dx) < 1 && Math.abs(dy) > 1.5 * GraphLayout.ROW;
    if (passes) {
      double side = arrow.bendsLeft() ? -1 : 1;
      Point a = from.middle().plus(side * 0.7 * from.width() / 2, -0.7 * from.width() / 2);
      Point b = to.middle().plus(side * 0.7 * to.width() / 2, 0.7 * to.width() / 2);
      s.curve(a, a.plus(side * 30, -40), b.plus(side * 30, 40), b);
      label(s, new Point(b.x() + side * 30, b.y() + 26), arrow.label());
      return;
    }
    s.arrow(start, end);
    boolean level = Math.abs(dx) > Math.abs(dy);
    Point middle = new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
    if (level) {
      label(s, middle.plus(0, -13), arrow.label());
    } else {
      s.text(middle.plus(8, 0), Anchor.START, math(arrow.label()));
    }
  }

  /** The black square: one step later. */
  private static void delay(Sketch s, Point at) {
    s.square(at, 9);
  }

  private static void label(Sketch s, Point at, String label) {
    s.text(at, Anchor.MIDDLE, math(label));
  }

  private static String math(String label) {
    return label.isEmpty() ? "" : "$" + label + "$";
  }
}
