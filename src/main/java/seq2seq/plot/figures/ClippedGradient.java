package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * What clipping does to gradients of two numbers: a circle with the limit as its radius, each
 * gradient as a dashed arrow, and what is left of it as a solid one in the same direction. One
 * within the circle stays as it is.
 *
 * <pre>{@code
 * ClippedGradient.of(0.5, new double[] {1.2, 0.9}, new double[] {-0.3, 0.2})
 *     .save(Path.of("images/clip.png"));
 * }</pre>
 */
public final class ClippedGradient extends Figure {
  private static final double RADIUS = 90;
  private static final double MOST = 3;

  private final double limit;
  private final double[][] gradients;

  private ClippedGradient(double limit, double[][] gradients) {
    super("clip");
    this.limit = limit;
    this.gradients = gradients;
  }

  /**
   * These gradients and a limit on their norm.
   *
   * @param limit above 0
   * @param gradients two numbers each, of norm at most 3 times the limit, so that they can be drawn
   * @throws IllegalArgumentException if the limit is not above 0, there is no gradient, or one is
   *     not two finite numbers, is 0 or is too long
   */
  public static ClippedGradient of(double limit, double[]... gradients) {
    if (!(limit > 0)) {
      throw Inputs.error("clipped gradient", "the limit must be above 0; got " + limit);
    }
    Inputs.notEmpty("clipped gradient", "gradients", gradients.length);
    double[][] copy = new double[gradients.length][];
    for (int i = 0; i < copy.length; i++) {
      Inputs.sameLength("clipped gradient", "numbers", gradients[i].length, "axes", 2);
      copy[i] = gradients[i].clone();
      double norm = norm(copy[i]);
      if (!(norm > 0 && norm <= MOST * limit)) {
        throw Inputs.error(
            "clipped gradient",
            "a norm must be above 0 and at most 3 times the limit; got " + Numbers.show(norm));
      }
    }
    return new ClippedGradient(limit, copy);
  }

  private static double norm(double[] g) {
    return StrictMath.hypot(g[0], g[1]);
  }

  @Override
  public String alt() {
    List<String> each = new ArrayList<>();
    for (double[] g : gradients) {
      each.add(
          Words.of(
              norm(g) > limit ? "clip.alt.long" : "clip.alt.short", Numbers.fixed(norm(g), 2)));
    }
    return Words.of("clip.alt", plain(Numbers.show(limit)), String.join("; ", each));
  }

  @Override
  protected void draw(Sketch s) {
    double reach = 1.35 * RADIUS;
    for (double[] g : gradients) {
      reach = Math.max(reach, RADIUS * norm(g) / limit + 24);
    }
    s.rule(new Point(-reach, 0), new Point(reach, 0));
    s.rule(new Point(0, -Math.min(reach, 1.5 * RADIUS)), new Point(0, 1.35 * RADIUS));
    s.dashed().circle(new Point(0, 0), RADIUS, Tint.PLAIN, "");
    s.rule(new Point(-reach, 0), new Point(reach, 0));
    s.text(new Point(reach + 6, 0), Anchor.START, "$g_1$");
    s.text(new Point(0, -Math.min(reach, 1.5 * RADIUS) - 14), Anchor.MIDDLE, "$g_2$");
    s.small()
        .remark(
            new Point(-0.72 * RADIUS, 0.98 * RADIUS),
            Anchor.END,
            Words.of("clip.limit", plain(Numbers.show(limit))));
    for (double[] g : gradients) {
      drawGradient(s, g);
    }
  }

  private void drawGradient(Sketch s, double[] g) {
    double norm = norm(g);
    Point tip = tip(g, norm);
    boolean cut = norm > limit;
    if (cut) {
      s.dashed().arrow(new Point(0, 0), tip);
    }
    s.accent(true).arrow(new Point(0, 0), tip(g, Math.min(norm, limit)));
    Anchor side = g[0] < 0 ? Anchor.END : Anchor.START;
    String text = "$‖g‖$ = " + Numbers.fixed(norm, 2);
    s.small()
        .text(
            tip(g, Math.max(norm, limit)).plus(g[0] < 0 ? -12 : 12, g[1] < 0 ? 8 : -8),
            side,
            cut ? text + " → " + plain(Numbers.show(limit)) : text);
  }

  /** Where an arrow of this norm in the direction of {@code g} ends; up is positive. */
  private Point tip(double[] g, double norm) {
    double scale = RADIUS / limit * norm / norm(g);
    return new Point(g[0] * scale, -g[1] * scale);
  }
}
