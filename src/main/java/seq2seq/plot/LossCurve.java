package seq2seq.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import seq2seq.engine.Numbers;

/**
 * Loss against epoch: training, validation, and a ring around the best epoch.
 *
 * <pre>{@code
 * LossCurve.of("phrases, GRU")
 *     .with("train", trainLoss)
 *     .with("validation", validLoss)
 *     .withBest("validation")
 *     .save(Path.of("loss.png"));
 * }</pre>
 *
 * <p>Losses are in nats per token, epochs count from 1. The loss axis starts at 0, so that a curve
 * that falls by a tenth looks like that. NaN is a loss not measured in that epoch: the line has a
 * gap. Immutable: each {@code with} returns a changed copy.
 */
public final class LossCurve implements Picture {
  private final String title;
  private final List<Series> series;
  private final String best;
  private final Series batches;

  private LossCurve(String title, List<Series> series, String best, Series batches) {
    this.batches = batches;
    this.title = title;
    this.series = series;
    this.best = best;
  }

  /** A picture without curves yet. */
  public static LossCurve of(String title) {
    return new LossCurve(title, List.of(), null, null);
  }

  /**
   * This picture with one more curve: the losses of epochs 1, 2, 3, ...
   *
   * @param losses nats per token; NaN where none was measured
   * @throws IllegalArgumentException if the name is blank or taken, or the losses are none, all
   *     NaN, or infinite somewhere
   */
  public LossCurve with(String name, double[] losses) {
    double[] epochs = new double[losses.length];
    for (int i = 0; i < epochs.length; i++) {
      epochs[i] = i + 1;
    }
    return new LossCurve(
        title, Series.append("loss curve", series, name, epochs, losses), best, batches);
  }

  /**
   * This picture with the lowest point of the named curve marked; of equal ones, the first.
   *
   * @throws IllegalArgumentException if there is no curve of that name
   */
  public LossCurve withBest(String name) {
    if (Series.find(series, name) == null) {
      throw Check.error("loss curve", "there is no series called " + name + " to mark the best of");
    }
    return new LossCurve(title, series, name, batches);
  }

  /** This picture with a small point for each batch: epochs done, and the batch's loss. */
  LossCurve withBatches(List<double[]> points) {
    double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
    double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
    return new LossCurve(title, series, best, points.isEmpty() ? null : new Series("", x, y));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no curve
   */
  @Override
  public BufferedImage toImage() {
    return Canvas.draw(
        Theme.WIDTH,
        Theme.HEIGHT,
        g -> chart(Theme.WIDTH, Theme.HEIGHT).paint(g, Theme.WIDTH, Theme.HEIGHT));
  }

  /** The chart for a picture or a window of this size in units. */
  XYChart chart(int width, int height) {
    if (isEmpty()) {
      throw Check.error("loss curve " + title, "there is no curve to draw; add one with with(...)");
    }
    Lines lines = lines();
    XYChart chart = lines.chart(width, height);
    if (batches != null) {
      lines.addSpots(chart, batches, null, Spot.POINT, Theme.QUIET);
    }
    if (best != null) {
      markBest(lines, chart, Series.find(series, best));
    }
    return chart;
  }

  private Lines lines() {
    List<Series> all = new ArrayList<>(series);
    if (batches != null) {
      all.add(batches);
    }
    Axis x = Axis.across(all);
    Axis y = fromZero(Axis.over(Series.heights(all, List.of()), false));
    return new Lines(title, Words.of("loss.epoch"), Words.of("loss.unit"), x, y, series, List.of());
  }

  private static Axis fromZero(Axis losses) {
    Axis roomy = losses.roomy();
    return losses.min() >= 0 && losses.max() > 0 ? roomy.between(0.0, null) : roomy;
  }

  boolean isEmpty() {
    return series.isEmpty() && batches == null;
  }

  /** The ring, and below it a dashed line down to the epoch. */
  private static void markBest(Lines lines, XYChart chart, Series s) {
    double epoch = s.x()[lowest(s.y())];
    double loss = s.y()[lowest(s.y())];
    XYSeries stem =
        lines.addLine(chart, new double[] {epoch, epoch}, new double[] {lines.y().min(), loss});
    stem.setLineStyle(Theme.DASHED).setLineColor(Theme.QUIET);
    stem.setMarker(SeriesMarkers.NONE);
    stem.setShowInLegend(false);
    String text = Words.of("loss.best", Numbers.significant(epoch, 4), Numbers.fixed(loss, 4));
    Series point = new Series("", new double[] {epoch}, new double[] {loss});
    lines.addSpots(chart, point, text, Spot.RING, Theme.INK);
  }

  private static int lowest(double[] losses) {
    int best = -1;
    for (int i = 0; i < losses.length; i++) {
      if (!Double.isNaN(losses[i]) && (best < 0 || losses[i] < losses[best])) {
        best = i;
      }
    }
    return best;
  }
}
