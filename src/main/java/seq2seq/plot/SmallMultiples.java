package seq2seq.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;

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
  private static final int LEFT = 40;
  private static final int TOP = 46;
  private static final int BOTTOM = 66;
  private static final int HIGH = 260;
  private static final int HEAD = 28;
  private static final float NAME = 16;
  private static final int WIDE = (Theme.WIDTH - LEFT) / COLUMNS;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Series> panels;
  private final boolean logY;

  /** One at most. */
  private final List<Reference> references;

  private SmallMultiples(
      String title,
      String xLabel,
      String yLabel,
      List<Series> panels,
      boolean logY,
      List<Reference> references) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.panels = panels;
    this.logY = logY;
    this.references = references;
  }

  /** A grid without plots yet, three to a row. Axis labels say the unit. */
  public static SmallMultiples of(String title, String xLabel, String yLabel) {
    return new SmallMultiples(title, xLabel, yLabel, List.of(), false, List.of());
  }

  /**
   * This grid with one more plot, of one line.
   *
   * @throws IllegalArgumentException as {@link LinePlot#with}
   */
  public SmallMultiples with(String name, double[] x, double[] y) {
    List<Series> more = Series.append("small multiples", panels, name, x, y);
    return new SmallMultiples(title, xLabel, yLabel, more, logY, references);
  }

  /** This grid with a logarithmic y axis; every y must be above 0 when it is drawn. */
  public SmallMultiples withLogY() {
    return new SmallMultiples(title, xLabel, yLabel, panels, true, references);
  }

  /** This grid with a highlighted horizontal line in every plot, named below them. */
  public SmallMultiples withReference(double y, String label) {
    List<Reference> one = List.of(Reference.of("small multiples", y, label));
    return new SmallMultiples(title, xLabel, yLabel, panels, logY, one);
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
    panels.forEach(s -> Check.drawable("small multiples, " + s.name(), "y", s.y(), logY));
    return Canvas.draw(Theme.WIDTH, bottom() + BOTTOM, this::paint);
  }

  /** The y of the lowest plots' lower edge. */
  private int bottom() {
    return TOP + (panels.size() + COLUMNS - 1) / COLUMNS * HIGH;
  }

  private void paint(Graphics2D g) {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.centred(g, Words.given(title), Theme.WIDTH / 2.0, 28);
    g.setFont(Theme.AXIS);
    Text.upwards(g, Words.given(yLabel), 24, (TOP + bottom()) / 2.0);
    Text.centred(g, Words.given(xLabel), (LEFT + Theme.WIDTH) / 2.0, bottom() + 12);
    for (Reference r : references) {
      g.setColor(Theme.HIGHLIGHT);
      Text.centred(
          g, "– – –  " + Check.label(r.label()), (LEFT + Theme.WIDTH) / 2.0, bottom() + 42);
    }
    Axis x = Axis.across(panels);
    Axis y = Axis.over(Series.heights(panels, references), logY).roomy();
    for (int i = 0; i < panels.size(); i++) {
      Lines lines = new Lines("", "", "", x, y, panels.subList(i, i + 1), references);
      int left = LEFT + i % COLUMNS * WIDE;
      int top = TOP + i / COLUMNS * HIGH;
      paintPanel(g, lines, left, top + HEAD);
      paintName(g, Check.label(panels.get(i).name()), left, top);
    }
  }

  private static void paintPanel(Graphics2D g, Lines lines, int left, int top) {
    int high = HIGH - HEAD;
    XYChart chart = lines.chart(WIDE, high);
    chart.getStyler().setLegendVisible(false).setChartTitleVisible(false);
    Graphics2D there = (Graphics2D) g.create(left, top, WIDE, high);
    chart.paint(there, WIDE, high);
    there.dispose();
  }

  /** A plot's name above it, smaller where it is too wide: XChart would cut it off. */
  private static void paintName(Graphics2D g, String name, int left, int top) {
    g.setFont(Theme.AXIS.deriveFont(NAME));
    float wide = g.getFontMetrics().stringWidth(name);
    g.setFont(Theme.AXIS.deriveFont(NAME * Math.min(1, (WIDE - 8) / wide)));
    g.setColor(Theme.INK);
    Text.centred(g, name, left + WIDE / 2.0, top + 0.6 * HEAD);
  }
}
