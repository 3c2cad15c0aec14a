package seq2seq.plot.figures;

import java.util.function.Consumer;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * One step of a recurrent cell, as wires: from the input below and the state at the left to the new
 * state at the right. Yellow boxes multiply by weights of their own, add a bias, and apply the
 * function that stands in them; circles work element by element.
 *
 * <pre>{@code
 * CellDiagram.gru().save(Path.of("images/gru.png"));
 * }</pre>
 *
 * <p>The GRU is PyTorch's: the reset gate acts after the product of state and weight. Equations as
 * in {@code RnnCell}, {@code GruCell} and {@code LstmCell} of chapter 2.
 */
public final class CellDiagram extends Figure {
  private final Consumer<Sketch> drawing;

  private CellDiagram(String key, Consumer<Sketch> drawing) {
    super(key);
    this.drawing = drawing;
  }

  /** The plain cell: h_t = tanh(x_t·W_xh + h_{t-1}·W_hh + b_h). */
  public static CellDiagram rnn() {
    return new CellDiagram("cell.rnn", CellDiagram::drawRnn);
  }

  /** The gated recurrent unit, reset after the product. */
  public static CellDiagram gru() {
    return new CellDiagram("cell.gru", CellDiagram::drawGru);
  }

  /** Long short-term memory. */
  public static CellDiagram lstm() {
    return new CellDiagram("cell.lstm", CellDiagram::drawLstm);
  }

  @Override
  protected void draw(Sketch s) {
    drawing.accept(s);
  }

  private static void drawRnn(Sketch s) {
    s.group(new Box(90, 0, 400, 190), "");
    Point sum = p(300, 60);
    Box product = s.box(Box.around(180, 60, 76, 38), Tint.GATE, "$· W_hh$");
    Box fromX = s.box(Box.around(300, 140, 76, 38), Tint.GATE, "$· W_xh$");
    Box plus = operation(s, sum, "+");
    Box tanh = s.box(Box.around(410, 60, 66, 38), Tint.STATE, "tanh");
    s.text(p(22, 60), Anchor.MIDDLE, "$h_{t-1}$");
    s.arrow(p(46, 60), product.left());
    s.arrow(product.right(), plus.left());
    s.text(p(300, 226), Anchor.MIDDLE, "$x_t$");
    s.arrow(p(300, 210), fromX.bottom());
    s.arrow(fromX.top(), plus.bottom());
    s.text(p(300, 18), Anchor.MIDDLE, "$b_h$");
    s.arrow(p(300, 30), plus.top());
    s.arrow(plus.right(), tanh.left());
    s.arrow(tanh.right(), p(536, 60));
    s.text(p(556, 60), Anchor.MIDDLE, "$h_t$");
  }

  private static void drawGru(Sketch s) {
    s.group(new Box(80, 0, 610, 300), "");
    double top = 44;
    double gates = 196;
    s.text(p(26, top), Anchor.MIDDLE, "$h_{t-1}$");
    s.text(p(26, 344), Anchor.MIDDLE, "$x_t$");
    // The product of the state, let through by r, then the candidate.
    Box product = s.box(Box.around(180, 116, 76, 36), Tint.GATE, "$· W_{hh̃}$");
    Box reset = gate(s, p(270, gates), "σ");
    Box times = operation(s, p(270, 116), "⊙");
    Box candidate = s.box(Box.around(390, 116, 70, 36), Tint.STATE, "tanh");
    Box update = gate(s, p(520, gates), "σ");
    Box keep = operation(s, p(520, top), "⊙");
    Box take = operation(s, p(580, 116), "⊙");
    Box plus = operation(s, p(640, top), "+");
    s.arrow(p(50, top), keep.left());
    s.arrow(keep.right(), plus.left());
    s.arrow(plus.right(), p(730, top));
    s.text(p(750, top), Anchor.MIDDLE, "$h_t$");
    // h: into the product, and along the bus to both gates.
    s.dot(p(110, top));
    s.line(p(110, top), p(110, 262), p(508, 262));
    s.dot(p(110, 116));
    s.arrow(p(110, 116), product.left());
    s.dot(p(258, 262));
    s.arrow(p(258, 262), p(258, reset.endY()));
    s.arrow(p(508, 262), p(508, update.endY()));
    // x: along the lower bus to both gates and the candidate.
    s.line(p(26, 328), p(26, 284), p(532, 284));
    s.dot(p(282, 284));
    s.arrow(p(282, 284), p(282, reset.endY()));
    s.dot(p(390, 284));
    s.arrow(p(390, 284), candidate.bottom());
    s.arrow(p(532, 284), p(532, update.endY()));
    s.arrow(product.right(), times.left());
    s.arrow(reset.top(), times.bottom());
    s.text(p(284, 154), Anchor.START, "$r$");
    s.arrow(times.right(), candidate.left());
    s.arrow(candidate.right(), take.left());
    s.text(p(452, 102), Anchor.MIDDLE, "$h̃$");
    s.arrow(update.top(), keep.bottom());
    s.dot(p(520, 158));
    s.text(p(508, 84), Anchor.END, "$z$");
    s.arrow(p(520, 158), p(580, 158), take.bottom());
    s.small().text(p(590, 158), Anchor.START, "$1 − z$");
    s.arrow(take.right(), p(640, 116), plus.bottom());
    names(s, reset, "cell.reset");
    names(s, candidate, "cell.candidate");
    names(s, update, "cell.update");
  }

  private static void drawLstm(Sketch s) {
    s.group(new Box(80, 0, 620, 300), "");
    double memory = 44;
    double gates = 200;
    s.text(p(16, memory), Anchor.MIDDLE, "$cell_{t-1}$");
    s.text(p(26, 256), Anchor.MIDDLE, "$h_{t-1}$");
    s.text(p(120, 344), Anchor.MIDDLE, "$x_t$");
    Box forget = gate(s, p(190, gates), "σ");
    Box input = gate(s, p(290, gates), "σ");
    Box fresh = s.box(Box.around(390, gates, 62, 36), Tint.STATE, "tanh");
    Box output = gate(s, p(520, gates), "σ");
    Box keep = operation(s, p(190, memory), "⊙");
    Box write = operation(s, p(390, 116), "⊙");
    Box plus = operation(s, p(390, memory), "+");
    Box squash = s.box(Box.around(600, 100, 62, 34), Tint.STATE, "tanh");
    Box show = operation(s, p(600, gates), "⊙");
    s.arrow(p(50, memory), keep.left());
    s.arrow(keep.right(), plus.left());
    s.arrow(plus.right(), p(736, memory));
    s.text(p(766, memory), Anchor.MIDDLE, "$cell_t$");
    bus(s, 256, 50, forget, input, fresh, output);
    s.dot(p(120, 256));
    s.arrow(p(120, 328), p(120, 256));
    s.arrow(forget.top(), keep.bottom());
    s.text(p(204, 120), Anchor.START, "$f$");
    s.arrow(input.top(), p(290, 116), write.left());
    s.text(p(304, 146), Anchor.START, "$i$");
    s.arrow(fresh.top(), write.bottom());
    s.text(p(402, 154), Anchor.START, "$g$");
    s.arrow(write.top(), plus.bottom());
    s.dot(p(600, memory));
    s.arrow(p(600, memory), squash.top());
    s.arrow(squash.bottom(), show.top());
    s.arrow(output.right(), show.left());
    s.text(p(566, 186), Anchor.MIDDLE, "$o$");
    s.arrow(show.right(), p(736, gates));
    s.text(p(756, gates), Anchor.MIDDLE, "$h_t$");
    below(s, forget, "cell.forget");
    below(s, input, "cell.input");
    below(s, fresh, "cell.candidate");
    below(s, output, "cell.output");
  }

  /** A line at y, and from it an arrow up into each gate. */
  private static void bus(Sketch s, double y, double from, Box... gates) {
    double last = gates[gates.length - 1].middle().x();
    s.line(p(from, y), p(last, y));
    for (Box gate : gates) {
      double x = gate.middle().x();
      if (x < last) {
        s.dot(p(x, y));
      }
      s.arrow(p(x, y), gate.bottom());
    }
  }

  private static Box gate(Sketch s, Point at, String function) {
    return s.box(Box.around(at.x(), at.y(), 56, 36), Tint.GATE, "$" + function + "$");
  }

  private static Box operation(Sketch s, Point at, String sign) {
    return s.circle(at, 14, Tint.PLAIN, "$" + sign + "$");
  }

  private static void names(Sketch s, Box gate, String key) {
    s.small().remark(gate.at(1, 0.5).plus(6, 12), Anchor.START, Words.of(key));
  }

  private static void below(Sketch s, Box gate, String key) {
    s.small().remark(gate.bottom().plus(0, 58), Anchor.MIDDLE, Words.of(key));
  }

  private static Point p(double x, double y) {
    return new Point(x, y);
  }
}
