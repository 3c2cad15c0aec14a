package seq2seq.plot;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many small line plots side by side on the same axes, one for each curve that would be lost among
 * the others (Tufte 1983, chapter 8).
 *
 * <pre>{@code
 * SmallMultiples.of("Loss of each network", "updates", "loss, nats per answer")
 *     .with("10.3 echo", updates, losses)
 *     .with("10.4 parity", updates, others)
 *     .withLogY()
 *     .save(Path.of("losses.png"));
 * }</pre>
 *
 * <p>NaN is a value not measured. Immutable: each {@code with} returns a changed copy.
 */
public final class SmallMultiples implements Picture {
  private static final int COLUMNS = 3;
  private static final int PANEL = 150;
  private static final int GAP_X = 26;
  private static final int GAP_Y = 46;
  private static final int TOP = 74;
  private static final int BOTTOM = 66;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final Map<String, Series> panels;
  private final boolean logY;
  private final LineDrawing.Reference reference;

  private SmallMultiples(
      String title,
      String xLabel,
      String yLabel,
      Map<String, Series> panels,
      boolean logY,
      LineDrawing.Reference reference) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.panels = panels;
    this.logY = logY;
    this.reference = reference;
  }

  /** A grid without plots yet, three to a row. Axis labels say the unit. */
  public static SmallMultiples of(String title, String xLabel, String yLabel) {
    return new SmallMultiples(title, xLabel, yLabel, new LinkedHashMap<>(), false, null);
  }

  /**
   * This grid with one more plot, of one line.
   *
   * @throws IllegalArgumentException as {@link LinePlot#with}
   */
  public SmallMultiples with(String name, double[] x, double[] y) {
    List<Series> all = Series.append("small multiples", List.copyOf(panels.values()), name, x, y);
    Map<String, Series> more = new LinkedHashMap<>(panels);
    more.put(name, all.get(all.size() - 1));
    return new SmallMultiples(title, xLabel, yLabel, more, logY, reference);
  }

  /** This grid with a logarithmic y axis; every y must be above 0 when it is drawn. */
  public SmallMultiples withLogY() {
    return new SmallMultiples(title, xLabel, yLabel, panels, true, reference);
  }

  /** This grid with a highlighted horizontal line in every plot, named below them. */
  public SmallMultiples withReference(double y, String label) {
    return new SmallMultiples(
        title, xLabel, yLabel, panels, logY, new LineDrawing.Reference(y, label));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no plot, or a number of 0 or less belongs on a
   *     logarithmic axis
   */
  @Override
  public BufferedImage toImage() {
    if (panels.isEmpty()) {
      throw Check.error("small multiples " + title, "there is no plot; add one with with(...)");
    }
    panels.values().forEach(s -> Check.drawable("small multiples, " + s.name(), "y", s.y(), logY));
    return Canvas.draw(Theme.WIDTH, bottom() + BOTTOM + (reference == null ? 0 : 30), this::paint);
  }

  /** The y of the lowest frame's lower edge. */
  private int bottom() {
    return TOP + rows() * (PANEL + GAP_Y) - GAP_Y;
  }

  private int rows() {
    return (panels.size() + COLUMNS - 1) / COLUMNS;
  }

  private Axis over(boolean vertical) {
    List<double[]> values = new ArrayList<>();
    panels.values().forEach(s -> values.add(vertical ? s.y() : s.x()));
    if (vertical && reference != null) {
      values.add(new double[] {reference.y()});
    }
    return Axis.over(values, vertical && logY).roomy();
  }

  private void paint(Graphics2D g) {
    Axis x = over(false);
    Axis y = over(true);
    int left = 66 + LineDrawing.widest(g, y, PANEL);
    int wide = (Theme.WIDTH - left - 24 - (COLUMNS - 1) * GAP_X) / COLUMNS;
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.centred(g, title, Theme.WIDTH / 2.0, 26);
    g.setFont(Theme.AXIS);
    Text.upwards(g, yLabel, 24, (TOP + bottom()) / 2.0);
    Text.centred(g, xLabel, (left + Theme.WIDTH - 24) / 2.0, bottom() + 44);
    if (reference != null) {
      new Legend(g, List.of(reference.entry()), Theme.WIDTH).draw(g, Theme.WIDTH, bottom() + 60);
    }
    int i = 0;
    for (Series s : panels.values()) {
      int row = i / COLUMNS;
      int column = i % COLUMNS;
      Rectangle frame =
          new Rectangle(left + column * (wide + GAP_X), TOP + row * (PANEL + GAP_Y), wide, PANEL);
      boolean lowest = i + COLUMNS >= panels.size();
      paintPanel(g, new LineDrawing(g, frame, x, y), s, frame, lowest, column == 0);
      i++;
    }
  }

  private void paintPanel(
      Graphics2D g,
      LineDrawing drawing,
      Series s,
      Rectangle frame,
      boolean lowest,
      boolean leftmost) {
    drawing.grid(lowest, leftmost, s.isCounted());
    if (reference != null) {
      drawing.reference(reference);
    }
    drawing.line(s, 0);
    g.setColor(Theme.INK);
    g.setFont(Theme.AXIS);
    Text.startingAt(g, Check.label(s.name()), frame.x, frame.y - 14);
  }
}
