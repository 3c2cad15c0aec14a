package seq2seq.plot;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** The names of the series below a plot, in one row, or in as many as they need. */
final class Legend {
  private static final int ROW = 28;
  private static final int SAMPLE = 30;
  private static final int SPACE = 26;
  private static final int MARGIN = 20;

  /** One series: its name and how it is drawn; a null line means a filled square, as of a bar. */
  record Entry(String text, Color color, Stroke line, Marker marker) {
    int width(FontMetrics metrics) {
      return SAMPLE + 8 + metrics.stringWidth(text) + SPACE;
    }
  }

  private final List<List<Entry>> rows = new ArrayList<>();
  private final FontMetrics metrics;

  Legend(Graphics2D g, List<Entry> entries, int width) {
    metrics = g.getFontMetrics(Theme.TEXT);
    int used = 0;
    for (Entry e : entries) {
      used += e.width(metrics);
      if (rows.isEmpty() || used > width - 2 * MARGIN) {
        rows.add(new ArrayList<>());
        used = e.width(metrics);
      }
      rows.get(rows.size() - 1).add(e);
    }
  }

  /** Pixels that the legend takes at the bottom of the picture. */
  int height() {
    return rows.size() * ROW + 8;
  }

  void draw(Graphics2D g, int width, int top) {
    g.setFont(Theme.TEXT);
    int y = top + ROW / 2;
    for (List<Entry> row : rows) {
      int total = row.stream().mapToInt(e -> e.width(metrics)).sum() - SPACE;
      int x = (width - total) / 2;
      for (Entry e : row) {
        drawEntry(g, e, x, y);
        x += e.width(metrics);
      }
      y += ROW;
    }
  }

  private void drawEntry(Graphics2D g, Entry e, int x, int y) {
    g.setColor(e.color());
    if (e.line() == null && e.marker() == null) {
      g.fillRect(x + SAMPLE - 18, y - 9, 18, 18);
    }
    if (e.line() != null) {
      Stroke before = g.getStroke();
      g.setStroke(e.line());
      g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
      g.setStroke(before);
    }
    if (e.marker() != null) {
      e.marker().paint(g, x + SAMPLE / 2.0, y, Theme.MARKER_SIZE);
    }
    g.setColor(Theme.INK);
    g.drawString(e.text(), x + SAMPLE + 8, y + metrics.getAscent() / 2 - 1);
  }
}
