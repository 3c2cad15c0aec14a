package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How all our plots look: white, one family of fonts, large enough to read at half size.
 *
 * <p>Series colours are those of Okabe and Ito (2008), "Color Universal Design", told apart by
 * colour-blind readers; each also has a marker of its own, so that a grey print can be read.
 */
final class Theme {
  static final int WIDTH = 900;
  static final int HEIGHT = 540;
  static final int X_SPACING = 90;
  static final int Y_SPACING = 56;

  static final Color INK = new Color(0x222222);
  static final Color QUIET = new Color(0x8A8A8A);
  static final Color HIGHLIGHT = new Color(0xB3261E);
  static final Color GRID = new Color(0xECECEC);

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
  static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

  static final BasicStroke NO_LINE = SeriesLines.NONE;
  static final BasicStroke DASHED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

  private static final Color[] SERIES = {
    new Color(0x0072B2), // blue
    new Color(0xD55E00), // vermilion
    new Color(0x009E73), // green
    new Color(0xCC79A7), // pink
    new Color(0xE69F00), // orange
    new Color(0x56B4E9), // sky
    new Color(0x000000),
  };

  /** Right, wrong, and neither. */
  private static final Color[] GROUPS = {
    new Color(0x009E73), new Color(0xD55E00), new Color(0x8A8A8A), new Color(0x0072B2)
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_DOWN,
    SeriesMarkers.CROSS,
    SeriesMarkers.PLUS,
  };

  private Theme() {}

  /** The colour of the series with this index; they repeat after seven. */
  static Color series(int index) {
    return SERIES[index % SERIES.length];
  }

  /** The colour of the group with this index: green for right, red for wrong, grey for neither. */
  static Color group(int index) {
    return GROUPS[index % GROUPS.length];
  }

  static Marker marker(int index) {
    return MARKERS[index % MARKERS.length];
  }

  /** Lines of the second seven series are dashed, so that no two of fourteen look alike. */
  static BasicStroke line(int index) {
    float[] dash = index < SERIES.length ? null : new float[] {9, 5};
    return new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  static void apply(AxesChartStyler style) {
    applyToText(style);
    applyToAxes(style);
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartPadding(14);
    style.setPlotBorderVisible(false);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendSeriesLineLength(30);
    style.setLegendPadding(14);
    style.setLocale(Locale.ROOT);
  }

  private static void applyToText(AxesChartStyler style) {
    style.setBaseFont(TEXT);
    style.setChartFontColor(INK);
    style.setChartTitleFont(TITLE);
    style.setChartTitlePadding(12);
    style.setLegendFont(TEXT);
    style.setAxisTitleFont(AXIS);
    style.setAxisTitlePadding(12);
    style.setAxisTickLabelsFont(TEXT);
    style.setAxisTickPadding(8);
  }

  private static void applyToAxes(AxesChartStyler style) {
    style.setPlotContentSize(0.98); // XChart leaves out the label of a tick at the very end
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTicksMarksVisible(false);
    style.setAxisTicksLineVisible(false);
    style.setAxisTickLabelsColor(INK);
    style.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
  }
}
