package seq2seq.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import seq2seq.engine.Numbers;

/** Draws a heatmap where its layout says. */
final class HeatmapDrawing {
  private static final int SMALLEST_WITH_LINES = 12;

  private final Graphics2D g;
  private final float[][] values;
  private final Heatmap.Look look;
  private final HeatmapLayout at;

  HeatmapDrawing(Graphics2D g, float[][] values, Heatmap.Look look, HeatmapLayout at) {
    this.g = g;
    this.values = values;
    this.look = look;
    this.at = at;
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
    g.drawRect(at.left, at.top, at.gridWidth(), at.gridHeight());
    drawScale();
  }

  private void drawTitles() {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.startingAt(g, look.title(), HeatmapLayout.EDGE, 30);
    g.setFont(Theme.AXIS);
    Text.startingAt(g, look.columnAxis(), at.left, at.columnAxisTop() + 12);
    Text.upwards(
        g,
        look.rowAxis(),
        HeatmapLayout.EDGE + 8,
        at.top + middle(look.rowAxis(), at.gridHeight()));
  }

  /** Centred beside the cells, but below their top where the text is longer than they are. */
  private double middle(String text, int extent) {
    return Math.max(extent, g.getFontMetrics().stringWidth(text)) / 2.0;
  }

  private void drawLabels() {
    g.setFont(HeatmapLayout.LABEL);
    for (int r = 0; r < values.length; r++) {
      Rectangle cell = at.cell(r, 0);
      Text.endingAt(g, at.rows.get(r), at.left - 8, cell.getCenterY());
    }
    for (int c = 0; c < values[0].length; c += at.columnStride) {
      Rectangle cell = at.cell(0, c);
      if (at.rising) {
        Text.rising(g, at.columns.get(c), cell.getCenterX() + 4, at.top - 8);
      } else {
        Text.centred(g, at.columns.get(c), cell.getCenterX(), at.top - 14);
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
    Color color = at.scale.color(value);
    g.setColor(color);
    g.fill(cell);
    if (look.places() >= 0) {
      g.setColor(Palette.inkOn(color));
      g.setFont(HeatmapLayout.LABEL);
      Text.centred(g, Numbers.fixed(value, look.places()), cell.getCenterX(), cell.getCenterY());
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
    int x = at.scaleLeft;
    for (int y = 0; y < at.scaleHeight; y++) {
      g.setColor(look.palette().at(1 - y / (at.scaleHeight - 1.0)));
      g.fillRect(x, at.top + y, HeatmapLayout.SCALE_WIDTH, 1);
    }
    g.setColor(Theme.QUIET);
    g.drawRect(x, at.top, HeatmapLayout.SCALE_WIDTH, at.scaleHeight);
    g.setColor(Theme.INK);
    g.setFont(HeatmapLayout.LABEL);
    for (double tick : at.scale.ticks(at.tickCount())) {
      drawTick(tick, x + HeatmapLayout.SCALE_WIDTH);
    }
    g.setFont(Theme.AXIS);
    Text.upwards(g, look.scale(), at.scaleTextX(), at.top + middle(look.scale(), at.scaleHeight));
  }

  private void drawTick(double tick, int x) {
    Scale scale = at.scale;
    double y = at.top + (scale.max() - tick) / (scale.max() - scale.min()) * at.scaleHeight;
    g.drawLine(x, (int) y, x + 5, (int) y);
    Text.startingAt(g, scale.label(tick, at.tickCount()), x + 10, y);
  }
}
