package seq2seq.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Line plots as XChart draws them: lines in our colours, between the ends of two axes. */
record Lines(
    String title,
    String xLabel,
    String yLabel,
    Axis x,
    Axis y,
    List<Series> series,
    List<Reference> references) {
  private static final int MOST_MARKERS = 40;

  /** The chart with its legend; the ticks are for this size in units. */
  XYChart chart(int width, int height) {
    XYChart chart = new XYChart(width, height);
    chart.setTitle(Words.given(title));
    chart.setXAxisTitle(Words.given(xLabel));
    chart.setYAxisTitle(Words.given(yLabel));
    Theme.apply(chart.getStyler());
    applyAxes(chart.getStyler(), width, height);
    for (int i = 0; i < series.size(); i++) {
      add(chart, series.get(i), i);
    }
    references.forEach(r -> addReference(chart, r));
    return chart;
  }

  private void applyAxes(XYStyler style, int width, int height) {
    style.setXAxisMin(x.place(x.min())).setXAxisMax(x.place(x.max()));
    style.setYAxisMin(y.place(y.min())).setYAxisMax(y.place(y.max()));
    style.setXAxisLogarithmic(x.isXchartsLogarithmic()).setXAxisLogarithmicDecadeOnly(false);
    style.setYAxisLogarithmic(y.isXchartsLogarithmic()).setYAxisLogarithmicDecadeOnly(false);
    style.setXAxisTickLabelsFormattingFunction(x::label);
    style.setYAxisTickLabelsFormattingFunction(y::label);
    boolean counted = !x.logarithmic() && series.stream().allMatch(Series::isCounted);
    // XChart holds the x axis's spacing against the height of the y axis too.
    double most = 0.6 * height;
    style.setXAxisTickMarkSpacingHint(x.spacing(Theme.X_SPACING, counted, width, most));
    style.setYAxisTickMarkSpacingHint(y.spacing(Theme.Y_SPACING, false, height, most));
  }

  private void add(XYChart chart, Series s, int index) {
    XYSeries drawn = chart.addSeries(s.name(), x.places(s.x()), y.places(s.y()));
    drawn.setLabel(Check.label(s.name()));
    drawn.setLineColor(Theme.series(index)).setLineStyle(Theme.line(index));
    drawn.setMarkerColor(Theme.series(index));
    drawn.setMarker(isMarked(s) ? Theme.marker(index) : SeriesMarkers.NONE);
  }

  /** Markers only where they help: on few points, and on points that a gap leaves alone. */
  private static boolean isMarked(Series s) {
    return s.x().length <= MOST_MARKERS || s.hasGaps();
  }

  private void addReference(XYChart chart, Reference r) {
    XYSeries line = addLine(chart, new double[] {x.min(), x.max()}, new double[] {r.y(), r.y()});
    line.setLabel(Check.label(r.label()));
    line.setLineColor(Theme.HIGHLIGHT).setLineStyle(Theme.DASHED);
    line.setMarker(SeriesMarkers.NONE);
  }

  /** A spot of its own: it is in the legend, under this label, unless that is null. */
  XYSeries addSpots(XYChart chart, Series spots, String label, Marker marker, Color color) {
    XYSeries drawn = addLine(chart, spots.x(), spots.y());
    drawn.setLineStyle(Theme.NO_LINE);
    drawn.setMarker(marker).setMarkerColor(color);
    drawn.setShowInLegend(label != null);
    drawn.setLabel(label);
    return drawn;
  }

  /** XChart knows series by name; no series of the user's begins like these. */
  XYSeries addLine(XYChart chart, double[] atX, double[] atY) {
    String name = "\0" + chart.getSeriesCollection().size();
    return chart.addSeries(name, x.places(atX), y.places(atY));
  }

  /** Paints the chart without a legend, and the lines' names at their ends. */
  void paintWithNames(Graphics2D g) {
    List<String> texts =
        Stream.concat(series.stream().map(Series::name), references.stream().map(Reference::label))
            .toList();
    EndNames names = new EndNames(g, Theme.WIDTH / 3);
    int width = Theme.WIDTH - names.width(texts);
    XYChart chart = chart(width, Theme.HEIGHT);
    chart.getStyler().setLegendVisible(false);
    chart.paint(g, width, Theme.HEIGHT);
    double right = chart.getScreenXFromChart(x.place(x.max()));
    for (int i = 0; i < series.size(); i++) {
      Series s = series.get(i);
      int last = s.lastPlace();
      names.add(
          s.name(), Theme.series(i), screenX(chart, s.x()[last]), screenY(chart, s.y()[last]));
    }
    references.forEach(r -> names.add(r.label(), Theme.HIGHLIGHT, right, screenY(chart, r.y())));
    names.draw(right, screenY(chart, y.max()), screenY(chart, y.min()));
  }

  private double screenX(XYChart chart, double value) {
    return chart.getScreenXFromChart(x.place(value));
  }

  private double screenY(XYChart chart, double value) {
    return chart.getScreenYFromChart(y.place(value));
  }
}
