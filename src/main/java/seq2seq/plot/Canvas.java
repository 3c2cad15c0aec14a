package seq2seq.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Where every picture is drawn: a white image with smooth lines and text, no display needed. For
 * the packages of this room.
 */
public final class Canvas {
  /** Pixels to a unit, each way: twice as many as a plain screen has, for those that are sharp. */
  public static final int DENSITY = 2;

  private Canvas() {}

  /**
   * An image of {@code width} × {@code height} units, drawn by {@code drawing} in units.
   *
   * @throws PlotException if this machine has no fonts to draw with
   */
  public static BufferedImage draw(int width, int height, Consumer<Graphics2D> drawing) {
    Fonts.check();
    BufferedImage image =
        new BufferedImage(DENSITY * width, DENSITY * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      smooth(g);
      g.scale(DENSITY, DENSITY);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      Words.drawable()
          .speaking(
              () -> {
                drawing.accept(g);
                return image;
              });
    } finally {
      g.dispose();
    }
    return image;
  }

  /**
   * Grey-scale smoothing, not the screen's sub-pixel kind: the same pixels with and without one.
   */
  static void smooth(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
