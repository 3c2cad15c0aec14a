package seq2seq.plot.diagram;

import java.awt.image.BufferedImage;
import seq2seq.plot.Fonts;
import seq2seq.plot.Picture;
import seq2seq.plot.Words;

/**
 * A picture of a structure, drawn from the sizes and words that it is given: as PNG on a light
 * card, or as SVG that follows a page's light or dark.
 *
 * <p>A subclass says what is drawn, and in words what is to be seen. Both files come from one list
 * of marks, so they show the same.
 */
public abstract class Figure implements Picture {
  private final String key;

  /** A figure whose words have keys in {@link Words} that begin with {@code key} and a point. */
  protected Figure(String key) {
    this.key = key;
  }

  /** What the figure is called, a few words. */
  public String title() {
    return Words.of(key + ".title");
  }

  /** What is to be seen, in words: the alternative text for whoever cannot see it. */
  public String alt() {
    return Words.of(key + ".alt");
  }

  /** Draws the figure. */
  protected abstract void draw(Sketch sketch);

  /** A number without zeros behind its point: 2 for 2.0000. */
  protected static String plain(String number) {
    return number.replaceAll("\\.?0+$", "");
  }

  final Drawing drawing() {
    Fonts.check();
    Sketch sketch = new Sketch();
    draw(sketch);
    return Drawing.of(sketch.marks());
  }

  @Override
  public final BufferedImage toImage() {
    return Words.drawable().speaking(() -> Raster.draw(drawing()));
  }

  @Override
  public final boolean hasSvg() {
    return true;
  }

  @Override
  public final String toSvg() {
    return Svg.write(drawing(), title(), alt());
  }
}
