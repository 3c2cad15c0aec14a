package seq2seq.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;

/** Draws a heatmap where its layout says. */
final class HeatmapDrawing {
  private static final int SMALLEST_WITH_LINES = 12;

  private final Graphics2D g;
  private final float[][] values;
  private final Heatmap.Look look;
  private final HeatmapLayout at;
  private final double min;
  private final double max;

  HeatmapDrawing(Graphics2D g, float[][] values, Heatmap.Look look, HeatmapLayout at) {
    this.g = g;
    this.values = values;
    this.look = look;
    this.at = at;
    double[] range = look.range() != null ? look.range() : range();
    this.min = range[0];
    this.max = range[1];
  }

  /** The range of the data; symmetric for signs; never empty, so that there is a scale to draw. */
  private double[] range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float[] row : values) {
      for (float v : row) {
        low = v < low ? v : low;
        high = v > high ? v : high;
      }
    }
    if (look.palette() == Palette.DIVERGING) {
      double largest = Math.max(Math.abs(low), Math.abs(high));
      return largest == 0 ? new double[] {-1, 1} : new double[] {-largest, largest};
    }
    double some = Math.max(1, Math.abs(low)) / 2;
    return low == high ? new double[] {low - some, high + some} : new double[] {low, high};
  }

  void draw() {
    drawTitles();
    drawLabels();
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        drawCell(at.cell(r, c), values[r][c]);
      }
    }
    g.setColor(Theme.QUIET);
    g.drawRect(at.left(), at.top(), at.gridWidth(), at.gridHeight());
    drawScale();
  }

  private void drawTitles() {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.startingAt(g, look.title(), HeatmapLayout.EDGE, 30);
    g.setFont(Theme.AXIS);
    int titleHeight = look.title().isEmpty() ? 0 : 36;
    Text.startingAt(g, look.columnAxis(), at.left(), HeatmapLayout.EDGE + titleHeight + 12);
    Text.upwards(
        g,
        look.rowAxis(),
        HeatmapLayout.EDGE + 8,
        at.top() + middle(look.rowAxis(), at.gridHeight()));
  }

  /** Centred beside the cells, but below their top where the text is longer than they are. */
  private double middle(String text, int extent) {
    return Math.max(extent, g.getFontMetrics().stringWidth(text)) / 2.0;
  }

  private void drawLabels() {
    g.setFont(HeatmapLayout.LABEL);
    for (int r = 0; r < values.length; r += at.rowStride()) {
      Rectangle cell = at.cell(r, 0);
      Text.endingAt(g, at.rows().get(r), at.left() - 8, cell.getCenterY());
    }
    for (int c = 0; c < values[0].length; c += at.columnStride()) {
      Rectangle cell = at.cell(0, c);
      if (at.rising()) {
        Text.rising(g, at.columns().get(c), cell.getCenterX() + 4, at.top() - 8);
      } else {
        Text.centred(g, at.columns().get(c), cell.getCenterX(), at.top() - 14);
      }
    }
  }

  private void drawCell(Rectangle cell, float value) {
    if (Float.isNaN(value)) {
      hatch(g, cell);
    } else {
      fill(cell, value);
    }
    if (Math.min(cell.width, cell.height) >= SMALLEST_WITH_LINES) {
      g.setColor(Color.WHITE);
      g.draw(cell);
    }
  }

  private void fill(Rectangle cell, float value) {
    Color color = look.palette().at((value - min) / (max - min));
    g.setColor(color);
    g.fill(cell);
    if (look.places() >= 0) {
      g.setColor(Palette.inkOn(color));
      g.setFont(HeatmapLayout.LABEL);
      Text.centred(
          g, Numbers.fixed(value, look.places()), cell.getCenterX(), cell.getCenterY());
    }
  }

  /** Grey with slanted lines: no colour of a palette, so that it is not taken for a number. */
  static void hatch(Graphics2D g, Rectangle cell) {
    g.setColor(new Color(0xEEEEEE));
    g.fill(cell);
    Shape clip = g.getClip();
    g.clip(cell);
    g.setColor(new Color(0xB5B5B5));
    for (int x = cell.x - cell.height; x < cell.x + cell.width; x += 8) {
      g.drawLine(x, cell.y + cell.height, x + cell.height, cell.y);
    }
    g.setClip(clip);
  }

  private void drawScale() {
    int x = at.scaleLeft();
    int height = at.scaleHeight();
    for (int y = 0; y < height; y++) {
      g.setColor(look.palette().at(1 - y / (height - 1.0)));
      g.fillRect(x, at.top() + y, HeatmapLayout.SCALE_WIDTH, 1);
    }
    g.setColor(Theme.QUIET);
    g.drawRect(x, at.top(), HeatmapLayout.SCALE_WIDTH, height);
    drawScaleTicks(x + HeatmapLayout.SCALE_WIDTH, height);
    g.setFont(Theme.AXIS);
    double turned = x + HeatmapLayout.SCALE_WIDTH + 94;
    Text.upwards(g, look.scale(), turned, at.top() + middle(look.scale(), height));
  }

  private void drawScaleTicks(int x, int height) {
    int count = Math.max(2, height / 60);
    double step = Ticks.step(max - min, count);
    g.setFont(HeatmapLayout.LABEL);
    g.setColor(Theme.INK);
    for (double tick : Ticks.between(min, max, count)) {
      double y = at.top() + (max - tick) / (max - min) * height;
      g.drawLine(x, (int) y, x + 5, (int) y);
      Text.startingAt(g, Ticks.label(tick, step), x + 10, y);
    }
  }
}
