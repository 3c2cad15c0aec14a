package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * Three ways for the context into a decoder, side by side: as the state before the first step,
 * beside the word at every step, and both.
 *
 * <pre>{@code
 * ContextModes.of(3).save(Path.of("images/modes.png"));
 * }</pre>
 */
public final class ContextModes extends Figure {
  private static final double SLOT = 66;

  private final int steps;

  private ContextModes(int steps) {
    super("modes");
    this.steps = steps;
  }

  /**
   * The three ways over so many steps.
   *
   * @throws IllegalArgumentException unless {@code steps} is from 1 to 6
   */
  public static ContextModes of(int steps) {
    if (steps < 1 || steps > 6) {
      throw Inputs.error("context modes", "1 to 6 steps can be drawn; got " + steps);
    }
    return new ContextModes(steps);
  }

  @Override
  protected void draw(Sketch s) {
    double wide = 84 + steps * SLOT + 34;
    drawMode(s, 0, true, false, "modes.initial");
    drawMode(s, wide, false, true, "modes.every");
    drawMode(s, 2 * wide, true, true, "modes.both");
  }

  private void drawMode(Sketch s, double left, boolean initial, boolean every, String key) {
    s.bold().text(new Point(left + (84 + steps * SLOT) / 2, -70), Anchor.MIDDLE, Words.of(key));
    Point c = new Point(left + 24, 0);
    List<Box> states = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      double x = left + 84 + (t + 0.5) * SLOT;
      Box state = s.box(Box.around(x, 0, 44, 40), Tint.STATE, "$s_" + (t + 1) + "$");
      Box word = s.box(Box.around(x, 106, 44, 34), Tint.INPUT, "$x_" + (t + 1) + "$");
      s.arrow(word.top(), state.bottom());
      s.arrow(state.top(), state.top().plus(0, -24));
      if (t > 0) {
        s.arrow(states.get(t - 1).right(), state.left());
      }
      states.add(state);
    }
    if (every) {
      s.accent(true).bus(c.plus(0, 22), 56, 9, states);
    }
    s.circle(c, 22, Tint.CONTEXT, "$c$");
    drawStart(s, c, states.get(0), initial);
  }

  private static void drawStart(Sketch s, Point c, Box first, boolean initial) {
    if (initial) {
      s.accent(true).arrow(c.plus(22, 0), first.left());
    } else {
      s.text(first.left().plus(-26, 0), Anchor.MIDDLE, "$0$");
      s.arrow(first.left().plus(-18, 0), first.left());
    }
  }
}
