package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;

/** Draws a bar plot. */
final class BarDrawing {
  private static final int TOP = 66;
  private static final int RIGHT = 24;
  private static final int LINE = 22;
  private static final double FILLED = 0.74;
  private static final int WIDEST_BAR = 120;

  private final Graphics2D g;
  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<List<String>> categories = new ArrayList<>();
  private final List<Series> series;
  private final BarPlot.Look look;
  private final Legend legend;
  private final double min;
  private final double max;
  private final double step;
  private final int left;
  private final int bottom;

  BarDrawing(
      Graphics2D g,
      String title,
      String xLabel,
      String yLabel,
      List<String> names,
      List<Series> series,
      BarPlot.Look look) {
    this.g = g;
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.series = series;
    this.look = look;
    legend = new Legend(g, entries(), Theme.WIDTH);
    Axis heights = Axis.over(series.stream().map(Series::y).toList(), false);
    // A little below the lowest bar, so that its value does not stand on its category's name.
    double low = Math.min(0, heights.min() * 1.12);
    double high = Math.max(0, heights.max());
    for (LineDrawing.Reference r : look.references()) {
      low = Math.min(low, r.y());
      high = Math.max(high, r.y());
    }
    step = low == high ? 1 : Ticks.step(high - low, 6);
    min = step * StrictMath.floor(low / step + 1e-9);
    max = low == high ? 1 : step * StrictMath.ceil(high / step - 1e-9);
    FontMetrics m = g.getFontMetrics(Theme.TEXT);
    left = 62 + Text.widest(m, ticks().stream().map(this::label).toList());
    for (String name : names) {
      categories.add(Text.wrapped(m, Check.label(name), slot(names.size()) - 8));
    }
    int lines = categories.stream().mapToInt(List::size).max().orElse(1);
    bottom = Theme.HEIGHT - legend.height() - 44 - lines * LINE;
  }

  private List<String> groups() {
    return look.groups().stream().distinct().toList();
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (String group : groups()) {
      Color color = Theme.group(groups().indexOf(group));
      entries.add(new Legend.Entry(Check.label(group), color, null, null));
    }
    for (int i = 0; i < series.size() && look.groups().isEmpty(); i++) {
      String name = Check.label(series.get(i).name());
      entries.add(new Legend.Entry(name, Theme.series(i), null, null));
    }
    look.references().forEach(r -> entries.add(r.entry()));
    return entries;
  }

  private List<Double> ticks() {
    return Ticks.between(min, max, (int) StrictMath.rint((max - min) / step));
  }

  private String label(double tick) {
    return Ticks.label(tick, step);
  }

  /** Width of the place of one category. */
  private double slot(int count) {
    return (double) (Theme.WIDTH - RIGHT - left) / count;
  }

  private double y(double value) {
    return bottom - (value - min) / (max - min) * (bottom - TOP);
  }

  void draw() {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    double middle = (left + Theme.WIDTH - RIGHT) / 2.0;
    Text.centred(g, title, middle, 28);
    g.setFont(Theme.AXIS);
    Text.upwards(g, yLabel, 26, (TOP + bottom) / 2.0);
    Text.centred(g, xLabel, middle, Theme.HEIGHT - legend.height() - 18);
    drawGrid();
    for (int c = 0; c < categories.size(); c++) {
      drawCategory(c);
    }
    Rectangle frame = new Rectangle(left, TOP, Theme.WIDTH - RIGHT - left, bottom - TOP);
    Axis heights = new Axis(false, min, max);
    LineDrawing lines = new LineDrawing(g, frame, new Axis(false, 0, 1), heights);
    look.references().forEach(lines::reference);
    g.setColor(Theme.INK);
    g.setStroke(new BasicStroke(1));
    g.draw(new Line2D.Double(left, y(0), Theme.WIDTH - RIGHT, y(0)));
    legend.draw(g, Theme.WIDTH, Theme.HEIGHT - legend.height());
  }

  private void drawGrid() {
    g.setFont(Theme.TEXT);
    for (double tick : ticks()) {
      g.setColor(Theme.GRID);
      g.draw(new Line2D.Double(left, y(tick), Theme.WIDTH - RIGHT, y(tick)));
      g.setColor(Theme.INK);
      Text.endingAt(g, label(tick), left - 8, y(tick));
    }
  }

  private void drawCategory(int c) {
    double slot = slot(categories.size());
    double middle = left + (c + 0.5) * slot;
    double width = Math.min(WIDEST_BAR, slot * FILLED / series.size());
    double x = middle - width * series.size() / 2;
    for (int i = 0; i < series.size(); i++, x += width) {
      drawBar(color(i, c), series.get(i).y()[c], x, width);
    }
    g.setColor(Theme.INK);
    g.setFont(Theme.TEXT);
    List<String> lines = categories.get(c);
    for (int i = 0; i < lines.size(); i++) {
      Text.centred(g, lines.get(i), middle, bottom + 18 + i * LINE);
    }
  }

  private Color color(int index, int category) {
    return look.groups().isEmpty()
        ? Theme.series(index)
        : Theme.group(groups().indexOf(look.groups().get(category)));
  }

  private void drawBar(Color color, double value, double x, double width) {
    if (Double.isNaN(value)) {
      return;
    }
    double end = y(value);
    g.setColor(color);
    g.fill(new Rectangle2D.Double(x, Math.min(end, y(0)), width, Math.abs(end - y(0))));
    if (look.places() != BarPlot.NO_VALUES) {
      g.setColor(Theme.INK);
      g.setFont(Theme.TEXT);
      String text = Numbers.fixed(value, look.places());
      Text.centred(g, text, x + width / 2, value < 0 ? end + 13 : end - 12);
    }
  }
}
