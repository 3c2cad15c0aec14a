package seq2seq.plot;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole line plot: title, axes with their labels, lines, and their names at the lines or below.
 */
final class Lines {
  private static final int TOP = 56;
  private static final int RIGHT = 26;

  private Lines() {}

  /** What stands around the lines, and how large the picture is. */
  record Frame(String title, String xLabel, String yLabel, int width, int height) {}

  /** Paints all of it; returns the drawing, for marks of one's own. */
  static LineDrawing paint(
      Graphics2D g,
      Frame page,
      Axis x,
      Axis y,
      List<Series> series,
      List<LineDrawing.Reference> references,
      boolean named,
      List<Legend.Entry> more) {
    List<Legend.Entry> entries = new ArrayList<>(named ? List.of() : legend(series));
    if (!named) {
      references.forEach(r -> entries.add(r.entry()));
    }
    entries.addAll(more);
    Legend legend = new Legend(g, entries, page.width);
    int bottom = page.height - 62 - (entries.isEmpty() ? 0 : legend.height());
    int left = 58 + LineDrawing.widest(g, y, bottom - TOP);
    int right = page.width - RIGHT - (named ? 14 + nameWidth(g, series, references) : 0);
    Rectangle frame = new Rectangle(left, TOP, right - left, bottom - TOP);
    LineDrawing drawing = new LineDrawing(g, frame, x, y);
    drawing.grid(true, true, !x.logarithmic() && series.stream().allMatch(Series::isCounted));
    references.forEach(drawing::reference);
    for (int i = 0; i < series.size(); i++) {
      drawing.line(series.get(i), i);
    }
    titles(g, page, frame);
    if (named) {
      drawing.names(series, references);
    }
    legend.draw(g, page.width, page.height - legend.height());
    return drawing;
  }

  private static void titles(Graphics2D g, Frame page, Rectangle frame) {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.centred(g, page.title, frame.getCenterX(), 28);
    g.setFont(Theme.AXIS);
    Text.upwards(g, page.yLabel, 24, frame.getCenterY());
    Text.centred(g, page.xLabel, frame.getCenterX(), frame.getMaxY() + 42);
  }

  private static int nameWidth(
      Graphics2D g, List<Series> series, List<LineDrawing.Reference> references) {
    List<String> names = new ArrayList<>();
    series.forEach(s -> names.add(Check.label(s.name())));
    references.forEach(r -> names.add(Check.label(r.label())));
    return Text.widest(g.getFontMetrics(Theme.TEXT), names);
  }

  private static List<Legend.Entry> legend(List<Series> series) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Marker marker = LineDrawing.isMarked(series.get(i)) ? Theme.marker(i) : null;
      String name = Check.label(series.get(i).name());
      entries.add(new Legend.Entry(name, Theme.series(i), Theme.line(i), marker));
    }
    return entries;
  }
}
