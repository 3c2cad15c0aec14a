package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
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
  private static final Marker RING = Marker.RING;
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 5}, 0);

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
    return with(name, epochs, losses);
  }

  /**
   * This picture with one more curve: {@code losses[i]} was measured at {@code epochs[i]}, which
   * may be a fraction, as 0.5 for the middle of the first epoch.
   *
   * @throws IllegalArgumentException as {@link #with(String, double[])}, and if the lengths differ
   */
  public LossCurve with(String name, double[] epochs, double[] losses) {
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
    return Canvas.draw(Theme.WIDTH, Theme.HEIGHT, g -> paint(g, Theme.WIDTH, Theme.HEIGHT));
  }

  /** Paints the picture at any size, for a window. */
  void paint(Graphics2D g, int width, int height) {
    if (isEmpty()) {
      throw Check.error("loss curve " + title, "there is no curve to draw; add one with with(...)");
    }
    List<Series> all = new ArrayList<>(series);
    if (batches != null) {
      all.add(batches);
    }
    Axis x = Axis.over(all.stream().map(Series::x).toList(), false).roomy();
    Axis y = fromZero(Axis.over(all.stream().map(Series::y).toList(), false));
    Lines.Frame page =
        new Lines.Frame(title, Words.of("loss.epoch"), Words.of("loss.unit"), width, height);
    List<Legend.Entry> more = new ArrayList<>();
    if (best != null) {
      more.add(new Legend.Entry(bestText(), Theme.INK, null, RING));
    }
    LineDrawing drawing = Lines.paint(g, page, x, y, series, List.of(), false, more);
    if (batches != null) {
      drawing.points(batches);
    }
    if (best != null) {
      markBest(g, drawing, Series.find(series, best));
    }
  }

  private static Axis fromZero(Axis losses) {
    Axis roomy = losses.roomy();
    return losses.min() >= 0 && losses.max() > 0 ? roomy.between(0.0, null) : roomy;
  }

  boolean isEmpty() {
    return series.isEmpty() && batches == null;
  }

  private String bestText() {
    Series s = Series.find(series, best);
    int i = lowest(s.y());
    return Words.of("loss.best", Numbers.significant(s.x()[i], 4), Numbers.fixed(s.y()[i], 4));
  }

  /** The ring, and below it a dashed line down to the epoch. */
  private static void markBest(Graphics2D g, LineDrawing drawing, Series s) {
    int i = lowest(s.y());
    double x = drawing.xOf(s.x()[i]);
    g.setColor(Theme.QUIET);
    g.setStroke(DASHED);
    g.draw(new Line2D.Double(x, drawing.yOf(s.y()[i]), x, drawing.bottom()));
    g.setColor(Theme.INK);
    RING.paint(g, x, drawing.yOf(s.y()[i]), Theme.MARKER_SIZE);
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
