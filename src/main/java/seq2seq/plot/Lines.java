package seq2seq.plot;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The XChart side of line plots: one chart in our theme, and how a series looks on it. */
final class Lines {
  private static final int MOST_MARKERS = 40;

  private Lines() {}

  static XYChart chart(String title, String xLabel, String yLabel, int width, int height) {
    XYChart chart = new XYChart(width, height);
    chart.setTitle(title);
    chart.setXAxisTitle(xLabel);
    chart.setYAxisTitle(yLabel);
    Theme.apply(chart.getStyler());
    return chart;
  }

  static void addAll(XYChart chart, List<Series> series) {
    for (int i = 0; i < series.size(); i++) {
      add(chart, series.get(i), i);
    }
  }

  private static void add(XYChart chart, Series s, int index) {
    XYSeries drawn = chart.addSeries(s.name(), s.x(), s.y());
    drawn.setLineColor(Theme.series(index));
    drawn.setLineStyle(Theme.line(index));
    drawn.setMarkerColor(Theme.series(index));
    drawn.setMarker(isMarked(s) ? Theme.marker(index) : SeriesMarkers.NONE);
  }

  /** Markers only where they help: on few points, and on points that a gap leaves alone. */
  private static boolean isMarked(Series s) {
    return s.x().length <= MOST_MARKERS || s.hasGaps();
  }

  /** Tick labels of our own; whole numbers alone where x only counts. */
  static void scale(XYChart chart, List<Series> series, boolean logX, boolean logY) {
    XYStyler style = chart.getStyler();
    Axis x = Axis.over(series.stream().map(Series::x).toList(), logX);
    Axis y = Axis.over(series.stream().map(Series::y).toList(), logY);
    style.setXAxisLogarithmic(logX).setXAxisLogarithmicDecadeOnly(false);
    style.setYAxisLogarithmic(logY).setYAxisLogarithmicDecadeOnly(false);
    style.setXAxisTickLabelsFormattingFunction(x.ticks());
    style.setYAxisTickLabelsFormattingFunction(y.ticks());
    if (!logX && series.stream().allMatch(Series::isCounted)) {
      double perUnit = chart.getWidth() / Math.max(1, x.max() - x.min());
      // XChart draws no ticks at all, on either axis, where the hint exceeds the axis.
      int hint = (int) Math.min(perUnit, chart.getHeight() / 2.0);
      style.setXAxisTickMarkSpacingHint(Math.max(style.getXAxisTickMarkSpacingHint(), hint));
    }
  }

  static List<Legend.Entry> legend(List<Series> series) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      entries.add(entry(series.get(i), i));
    }
    return entries;
  }

  private static Legend.Entry entry(Series s, int index) {
    Marker marker = isMarked(s) ? Theme.marker(index) : null;
    return new Legend.Entry(Check.label(s.name()), Theme.series(index), Theme.line(index), marker);
  }

  /** The chart, and below it the legend; the chart takes what height the legend leaves. */
  static void paint(
      Graphics2D g, Chart<?, ?> chart, List<Legend.Entry> entries, int width, int height) {
    Legend legend = new Legend(g, entries, width);
    int chartHeight = height - legend.height();
    chart.paint(g, width, chartHeight);
    legend.draw(g, width, chartHeight);
  }
}
