package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import seq2seq.engine.Numbers;

/** Bar plots as XChart draws them: bars in our colours, standing on a line at 0. */
record Bars(BarPlot plot) {
  private static final double FILLED = 0.74;
  private static final double WIDEST_BAR = 120;
  private static final int NOT_BARS = 80;
  private static final int RISING = 20;
  private static final int WIDEST_NAME = 130;
  private static final int LEGEND_BOX = 20;
  private static final int LEGEND_PADDING = 20;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  void paint(Graphics2D g) {
    List<String> names = plot.look.references().stream().map(Reference::label).toList();
    EndNames ends = new EndNames(g, WIDEST_NAME);
    int width = Theme.WIDTH - ends.width(names);
    CategoryChart chart = chart(g, width);
    chart.paint(g, width, Theme.HEIGHT);
    double right = chart.getScreenXFromChart(plot.categories.size());
    g.setColor(Theme.INK);
    g.setStroke(new BasicStroke(1));
    double zero = chart.getScreenYFromChart(0);
    g.draw(new Line2D.Double(chart.getScreenXFromChart(0), zero, right, zero));
    for (Reference r : plot.look.references()) {
      ends.add(r.label(), Theme.HIGHLIGHT, right, chart.getScreenYFromChart(r.y()));
    }
    ends.draw(right, 0, Theme.HEIGHT);
  }

  private CategoryChart chart(Graphics2D g, int width) {
    CategoryChart chart = new CategoryChart(width, Theme.HEIGHT);
    chart.setTitle(Words.given(plot.title));
    chart.setXAxisTitle(Words.given(plot.xLabel));
    chart.setYAxisTitle(Words.given(plot.yLabel));
    Theme.apply(chart.getStyler());
    double slot = (width - NOT_BARS) / (double) plot.categories.size();
    applyCategories(chart.getStyler(), slot);
    List<String> labels = plot.categories.stream().map(Check::label).toList();
    boolean fits = Text.widest(g.getFontMetrics(Theme.TEXT), labels) < slot - 6;
    chart.getStyler().setXAxisLabelRotation(fits ? 0 : RISING);
    applyHeights(chart.getStyler());
    bars().forEach(bar -> add(chart, labels, bar));
    plot.look
        .references()
        .forEach(r -> chart.addAnnotation(new AnnotationLine(r.y(), false, false)));
    placeLegend(chart, width);
    return chart;
  }

  /** Below in one row where that fits, else at the right: XChart breaks no rows. */
  private static void placeLegend(CategoryChart chart, int width) {
    double row = 0;
    for (CategorySeries s : chart.getSeriesCollection()) {
      Rectangle2D text = Theme.TEXT.getStringBounds(s.getLabel(), EXACT);
      row += LEGEND_BOX + 2 * LEGEND_PADDING + text.getWidth();
    }
    if (row < width - NOT_BARS) {
      chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
      chart.getStyler().setLegendLayout(LegendLayout.Horizontal).setLegendPadding(LEGEND_PADDING);
    }
  }

  private void applyCategories(CategoryStyler style, double slot) {
    style.setAvailableSpaceFill(Math.min(FILLED, WIDEST_BAR * plot.series.size() / slot));
    style.setOverlapped(!plot.look.groups().isEmpty());
    style.setPlotGridVerticalLinesVisible(false);
    style.setXAxisTickMarkSpacingHint(1); // or XChart leaves out categories
    style.setAnnotationLineColor(Theme.HIGHLIGHT).setAnnotationLineStroke(Theme.DASHED);
  }

  /**
   * Bars with their values need no numbers at the axis. XChart would write both with the same
   * number of decimals.
   */
  private void applyHeights(CategoryStyler style) {
    Axis heights = heights();
    style.setYAxisMin(heights.min()).setYAxisMax(heights.max());
    style.setYAxisTickMarkSpacingHint(Theme.Y_SPACING);
    boolean valued = plot.look.places() != BarPlot.NO_VALUES;
    style.setLabelsVisible(valued).setLabelsFont(Theme.TEXT).setLabelsFontColor(Theme.INK);
    style.setLabelsFontColorAutomaticEnabled(false).setLabelsPosition(1.07);
    style.setYAxisTicksVisible(!valued).setPlotGridHorizontalLinesVisible(!valued);
    style.setYAxisTickLabelsFormattingFunction(
        v -> valued ? Numbers.fixed(v, plot.look.places()) : heights.label(v));
  }

  /** From 0 to the highest bar or reference, or from the lowest, with room for values. */
  private Axis heights() {
    List<double[]> all = new ArrayList<>(Series.heights(plot.series, plot.look.references()));
    all.add(new double[] {0});
    Axis exact = Axis.over(all, false);
    double room = exact.min() == exact.max() ? 1 : 0.08 * exact.span();
    return new Axis(
        false,
        exact.min() < 0 ? exact.min() - room : 0,
        exact.max() > 0 || exact.min() == 0 ? exact.max() + room : 0);
  }

  /** What XChart draws in one colour, and names in the legend. */
  private record Bar(String name, Color color, List<Double> heights) {}

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (String group : plot.look.groups().stream().distinct().toList()) {
      List<Double> heights = new ArrayList<>();
      for (int c = 0; c < plot.categories.size(); c++) {
        heights.add(
            plot.look.groups().get(c).equals(group) ? plot.series.get(0).y()[c] : Double.NaN);
      }
      bars.add(new Bar(group, Theme.group(bars.size()), heights));
    }
    for (int i = 0; i < plot.series.size() && plot.look.groups().isEmpty(); i++) {
      List<Double> heights = Arrays.stream(plot.series.get(i).y()).boxed().toList();
      bars.add(new Bar(plot.series.get(i).name(), Theme.series(i), heights));
    }
    return bars;
  }

  private static void add(CategoryChart chart, List<String> labels, Bar bar) {
    CategorySeries drawn = chart.addSeries(bar.name, labels, bar.heights);
    drawn.setFillColor(bar.color);
    drawn.setLineColor(bar.color);
    drawn.setLabel(Check.label(bar.name));
  }
}
