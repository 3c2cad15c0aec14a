package seq2seq.plot.diagram;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import seq2seq.plot.Canvas;

/** Draws a drawing as pixels, in its light colours. */
final class Raster {
  private static final AlphaComposite PALE =
      AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Svg.PALE);

  private Raster() {}

  static BufferedImage draw(Drawing drawing) {
    return Canvas.draw(
        (int) drawing.width(),
        (int) drawing.height(),
        g -> drawing.marks().forEach(mark -> draw(g, mark)));
  }

  private static void draw(Graphics2D g, Mark mark) {
    g.setComposite(mark.dim() ? PALE : AlphaComposite.SrcOver);
    if (mark instanceof Mark.Area area) {
      fillAndOutline(g, outline(area), area.fill(), area.line());
    } else if (mark instanceof Mark.Path path) {
      fillAndOutline(g, outline(path), path.fill(), path.line());
    } else if (mark instanceof Mark.Text text) {
      draw(g, text);
    }
  }

  private static Shape outline(Mark.Area area) {
    Box b = area.box();
    double d = 2 * area.radius();
    return area.ellipse()
        ? new Ellipse2D.Double(b.x(), b.y(), b.width(), b.height())
        : new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), d, d);
  }

  private static Shape outline(Mark.Path path) {
    Path2D.Double shape = new Path2D.Double();
    Point first = path.points().get(0);
    shape.moveTo(first.x(), first.y());
    if (path.curved()) {
      Point a = path.points().get(1);
      Point b = path.points().get(2);
      Point end = path.points().get(3);
      shape.curveTo(a.x(), a.y(), b.x(), b.y(), end.x(), end.y());
    } else {
      path.points().stream().skip(1).forEach(p -> shape.lineTo(p.x(), p.y()));
    }
    if (path.fill() != null) {
      shape.closePath();
    }
    return shape;
  }

  private static void fillAndOutline(Graphics2D g, Shape shape, Paint fill, Mark.Line line) {
    if (fill != null) {
      g.setColor(fill.light());
      g.fill(shape);
    }
    if (line != null) {
      float[] dash = line.dashed() ? new float[] {5, 4} : null;
      g.setColor(line.paint().light());
      g.setStroke(
          new BasicStroke(
              (float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
      g.draw(shape);
    }
  }

  private static void draw(Graphics2D g, Mark.Text text) {
    g.setColor(text.ink().light());
    double[] starts = text.label().starts(text.size(), text.bold());
    for (int i = 0; i < starts.length; i++) {
      Label.Run run = text.label().runs().get(i);
      double x = text.left() + starts[i];
      double y = text.at().y() + run.offset(text.size());
      g.setFont(run.font(text.size(), text.bold()));
      // As an outline: the same letters at every density, and no hinting that moves them.
      g.fill(
          AffineTransform.getTranslateInstance(x, y)
              .createTransformedShape(
                  g.getFont()
                      .createGlyphVector(g.getFontRenderContext(), run.text())
                      .getOutline()));
    }
  }
}
