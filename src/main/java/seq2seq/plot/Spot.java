package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** Round markers of another size than XChart's: a wide ring, and a small point. */
final class Spot extends Marker {
  /** Wider than the other markers and not filled, so that the point it marks stays visible. */
  static final Marker RING = new Spot(2, false);

  static final Marker POINT = new Spot(0.55, true);

  private final double scale;
  private final boolean filled;

  private Spot(double scale, boolean filled) {
    this.scale = scale;
    this.filled = filled;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    double wide = scale * size;
    Ellipse2D circle = new Ellipse2D.Double(x - wide / 2, y - wide / 2, wide, wide);
    if (filled) {
      g.fill(circle);
    } else {
      g.setStroke(new BasicStroke(2.4f));
      g.draw(circle);
    }
  }
}
