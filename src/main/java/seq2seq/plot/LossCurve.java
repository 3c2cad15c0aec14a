package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
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
  private static final String X_LABEL = "epoch";
  private static final String Y_LABEL = "loss, nats per token";

  private static final Marker RING = new Ring();
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 5}, 0);

  private final String title;
  private final List<Series> series;
  private final String best;

  private LossCurve(String title, List<Series> series, String best) {
    this.title = title;
    this.series = series;
    this.best = best;
  }

  /** A picture without curves yet. */
  public static LossCurve of(String title) {
    return new LossCurve(title, List.of(), null);
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
    return with(name, epochs, losses);
  }

  /**
   * This picture with one more curve: {@code losses[i]} was measured at {@code epochs[i]}, which
   * may be a fraction, as 0.5 for the middle of the first epoch.
   *
   * @throws IllegalArgumentException as {@link #with(String, double[])}, and if the lengths differ
   */
  public LossCurve with(String name, double[] epochs, double[] losses) {
    return new LossCurve(title, Series.append("loss curve", series, name, epochs, losses), best);
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
    return new LossCurve(title, series, name);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no curve
   */
  @Override
  public BufferedImage toImage() {
    return Canvas.draw(Theme.WIDTH, Theme.HEIGHT, g -> paint(g, Theme.WIDTH, Theme.HEIGHT));
  }

  /** Paints the picture at any size, for a window. */
  void paint(Graphics2D g, int width, int height) {
    if (isEmpty()) {
      throw Check.error("loss curve " + title, "there is no curve to draw; add one with with(...)");
    }
    XYChart chart = Lines.chart(title, X_LABEL, Y_LABEL, width, height);
    List<Legend.Entry> legend = new ArrayList<>(Lines.legend(series));
    Lines.addAll(chart, series);
    Lines.scale(chart, series, false, false);
    startAtZero(chart);
    if (best != null) {
      legend.add(markBest(chart, Series.find(series, best)));
    }
    Lines.paint(g, chart, legend, width, height);
  }

  boolean isEmpty() {
    return series.isEmpty();
  }

  private void startAtZero(XYChart chart) {
    Axis losses = Axis.over(series.stream().map(Series::y).toList(), false);
    if (losses.min() >= 0 && losses.max() > 0) {
      chart.getStyler().setYAxisMin(0.0);
    }
  }

  private static Legend.Entry markBest(XYChart chart, Series s) {
    int i = lowest(s.y());
    String text =
        "best: epoch " + Numbers.significant(s.x()[i], 4) + ", " + Numbers.fixed(s.y()[i], 4);
    addMark(chart, s.x()[i], s.y()[i]);
    return new Legend.Entry(text, Theme.INK, null, RING);
  }

  /** The ring, and below it a dashed line down to the epoch; XChart knows series by name. */
  private static void addMark(XYChart chart, double epoch, double loss) {
    double floor = Math.min(0, loss);
    XYSeries stem =
        chart.addSeries("\0stem", new double[] {epoch, epoch}, new double[] {floor, loss});
    stem.setLineStyle(DASHED).setLineColor(Theme.QUIET);
    stem.setMarker(SeriesMarkers.NONE);
    XYSeries ring = chart.addSeries("\0ring", new double[] {epoch}, new double[] {loss});
    ring.setMarker(RING);
    ring.setMarkerColor(Theme.INK);
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

  /** A ring, wider than the other markers, so that the point it marks stays visible. */
  private static final class Ring extends Marker {
    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      double wide = 2.0 * size;
      g.setStroke(new BasicStroke(2.4f));
      g.draw(new Ellipse2D.Double(x - wide / 2, y - wide / 2, wide, wide));
    }
  }
}
