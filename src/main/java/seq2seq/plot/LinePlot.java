package seq2seq.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines: one or more named series over x; y is linear or logarithmic.
 *
 * <pre>{@code
 * LinePlot.of("Gradients over time", "time steps T", "gradient norm")
 *     .with("RNN", steps, rnnNorms)
 *     .with("LSTM", steps, lstmNorms)
 *     .withLogY()
 *     .save(Path.of("gradients.png"));
 * }</pre>
 *
 * <p>A y that is NaN was not measured: the line has a gap there. An infinite value is an error.
 * Immutable: each {@code with} returns a changed copy.
 */
public final class LinePlot implements Picture {
  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Series> series;
  private final Look look;

  /** Everything but the data: kind of the y axis and its range (null: as the data). */
  private record Look(
      boolean logY, Double yMin, Double yMax, boolean named, List<Reference> references) {
    static final Look USUAL = new Look(false, null, null, false, List.of());

    Look withLogY() {
      return new Look(true, yMin, yMax, named, references);
    }

    Look withYRange(double min, double max) {
      return new Look(logY, min, max, named, references);
    }

    Look withNames() {
      return new Look(logY, yMin, yMax, true, references);
    }

    Look withReference(Reference reference) {
      List<Reference> more = new ArrayList<>(references);
      more.add(reference);
      return new Look(logY, yMin, yMax, named, List.copyOf(more));
    }
  }

  private LinePlot(String title, String xLabel, String yLabel, List<Series> series, Look look) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.series = series;
    this.look = look;
  }

  /**
   * A plot without lines yet, 900×540 pixels. Axis labels say the unit: {@code "time, seconds"}.
   */
  public static LinePlot of(String title, String xLabel, String yLabel) {
    return new LinePlot(title, xLabel, yLabel, List.of(), Look.USUAL);
  }

  /**
   * This plot with one more line, through {@code (x[i], y[i])} in order.
   *
   * @param y NaN where there is no measurement: the line has a gap there
   * @throws IllegalArgumentException if the name is blank or taken, the arrays are empty or differ
   *     in length, an x is NaN or infinite, a y is infinite, or every y is NaN
   */
  public LinePlot with(String name, double[] x, double[] y) {
    return new LinePlot(
        title, xLabel, yLabel, Series.append("line plot", series, name, x, y), look);
  }

  /** This plot with a logarithmic y axis; every y must be above 0 when it is drawn. */
  public LinePlot withLogY() {
    return with(look.withLogY());
  }

  /**
   * This plot with a y axis from {@code min} to {@code max}, as 0 to 1 for fractions; without it
   * the axis ends where the data do.
   *
   * @throws IllegalArgumentException unless {@code min < max} and both are finite
   */
  public LinePlot withYRange(double min, double max) {
    Check.range("line plot", min, max);
    return with(look.withYRange(min, max));
  }

  /** This plot with each line's name behind its last point, instead of a legend below. */
  public LinePlot withNamesAtLines() {
    return with(look.withNames());
  }

  /**
   * This plot with a highlighted horizontal line across it, named in the legend or at its end.
   *
   * @throws IllegalArgumentException if {@code y} is NaN or infinite
   */
  public LinePlot withReference(double y, String label) {
    return with(look.withReference(Reference.of("line plot", y, label)));
  }

  private LinePlot with(Look other) {
    return new LinePlot(title, xLabel, yLabel, series, other);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no line, or a y of 0 or less belongs on a
   *     logarithmic axis
   */
  @Override
  public BufferedImage toImage() {
    checkComplete();
    return Canvas.draw(Theme.WIDTH, Theme.HEIGHT, this::paint);
  }

  private void checkComplete() {
    if (series.isEmpty()) {
      throw Check.error("line plot " + title, "there is no line to draw; add one with with(...)");
    }
    for (Series s : series) {
      Check.drawable("line plot, series " + s.name(), "y", s.y(), look.logY);
    }
    if (look.logY && look.yMin != null && look.yMin <= 0) {
      throw Check.error("line plot " + title, "a logarithmic y axis must start above 0");
    }
  }

  private void paint(Graphics2D g) {
    Axis x = Axis.across(series);
    Axis y = Axis.over(Series.heights(series, look.references), look.logY).roomy();
    y = y.between(look.yMin, look.yMax);
    Lines lines = new Lines(title, xLabel, yLabel, x, y, series, look.references);
    if (look.named) {
      lines.paintWithNames(g);
    } else {
      lines.chart(Theme.WIDTH, Theme.HEIGHT).paint(g, Theme.WIDTH, Theme.HEIGHT);
    }
  }
}
