package seq2seq.plot.diagram;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a drawing as SVG: text that stands by itself or inside a page.
 *
 * <p>Colours are classes, light ones, dark ones where the reader's system is dark, and what the
 * page says, by {@code data-theme} on its root, before both.
 */
final class Svg {
  /** How opaque a dimmed mark is. */
  static final double PALE = 0.25;

  private static final String STYLE =
      ".figure text{font-family:system-ui,'DejaVu Sans',sans-serif}"
          + ".figure .s{font-family:'STIX Two Text',Georgia,'DejaVu Serif',serif}"
          + ".figure .i{font-style:italic}.figure .b{font-weight:bold}.figure .pale{opacity:"
          + PALE
          + "}";

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Paint> fills = new TreeMap<>();
  private final Map<String, Paint> lines = new TreeMap<>();

  private Svg() {}

  static String write(Drawing drawing, String title, String alt) {
    Svg svg = new Svg();
    drawing.marks().forEach(svg::append);
    String page =
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" viewBox="0 0 %1$s %2$s" \
        width="%1$s" height="%2$s">
        <title>%3$s</title>
        <desc>%4$s</desc>
        <style>%5$s</style>
        %6$s</svg>
        """;
    String width = number(drawing.width());
    String height = number(drawing.height());
    return String.format(
        Locale.ROOT, page, width, height, escape(title), escape(alt), svg.style(), svg.out);
  }

  private String style() {
    return STYLE
        + colours("", false)
        + "@media(prefers-color-scheme:dark){"
        + colours("", true)
        + "}"
        + colours(":root[data-theme=light] ", false)
        + colours(":root[data-theme=dark] ", true);
  }

  private String colours(String where, boolean dark) {
    StringBuilder css = new StringBuilder();
    fills.forEach((name, paint) -> css.append(rule(where, name, "fill", paint, dark)));
    lines.forEach((name, paint) -> css.append(rule(where, name, "stroke", paint, dark)));
    return css.toString();
  }

  private static String rule(String where, String name, String what, Paint paint, boolean dark) {
    Color color = dark ? paint.dark() : paint.light();
    return where + ".figure ." + name + "{" + what + ":" + Paint.hex(color) + "}";
  }

  private void append(Mark mark) {
    if (mark instanceof Mark.Area area) {
      append(area);
    } else if (mark instanceof Mark.Path path) {
      append(path);
    } else if (mark instanceof Mark.Text text) {
      append(text);
    }
  }

  private void append(Mark.Area area) {
    Box b = area.box();
    if (area.ellipse()) {
      out.append("<ellipse");
      attribute("cx", b.middle().x());
      attribute("cy", b.middle().y());
      attribute("rx", b.width() / 2);
      attribute("ry", b.height() / 2);
    } else {
      out.append("<rect");
      attribute("x", b.x());
      attribute("y", b.y());
      attribute("width", b.width());
      attribute("height", b.height());
      attribute("rx", area.radius());
    }
    look(area.fill(), area.line(), area.dim());
  }

  private void append(Mark.Path path) {
    out.append("<path d=\"M").append(place(path.points().get(0)));
    String step = path.curved() ? "C" : "L";
    for (int i = 1; i < path.points().size(); i++) {
      out.append(i == 1 ? step : path.curved() ? " " : "L").append(place(path.points().get(i)));
    }
    out.append(path.fill() == null ? "\"" : "Z\"");
    look(path.fill(), path.line(), path.dim());
  }

  private void look(Paint fill, Mark.Line line, boolean dim) {
    StringBuilder names = new StringBuilder();
    if (fill != null) {
      names.append(named(fills, "f-", fill));
    } else {
      out.append(" fill=\"none\"");
    }
    if (line != null) {
      names.append(' ').append(named(lines, "l-", line.paint()));
      attribute("stroke-width", line.width());
      out.append(line.dashed() ? " stroke-dasharray=\"5 4\"" : "");
    }
    names.append(dim ? " pale" : "");
    out.append(" class=\"").append(names.toString().trim()).append("\"/>\n");
  }

  private static String named(Map<String, Paint> used, String kind, Paint paint) {
    used.put(kind + paint.name(), paint);
    return kind + paint.name();
  }

  private void append(Mark.Text text) {
    out.append("<text");
    attribute("x", text.at().x());
    attribute("y", text.at().y());
    String ink = named(fills, "f-", text.ink());
    out.append(" class=\"").append(ink).append(text.bold() ? " b" : "");
    out.append(text.dim() ? " pale\"" : "\"");
    out.append(
        switch (text.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        });
    out.append(" xml:space=\"preserve\">");
    double[] starts = text.label().starts(text.size(), text.bold());
    double below = 0;
    double end = 0;
    for (int i = 0; i < starts.length; i++) {
      Label.Run run = text.label().runs().get(i);
      double offset = run.offset(text.size());
      append(run, text.size(), starts[i] - end, offset - below);
      below = offset;
      end = starts[i] + run.width(text.size(), text.bold());
    }
    out.append("</text>\n");
  }

  /** A run of letters, moved {@code dx} right of the end of the one before, and {@code dy} down. */
  private void append(Label.Run run, double size, double dx, double dy) {
    out.append("<tspan");
    attribute("font-size", run.size(size));
    if (Math.abs(dx) > 0.01) {
      attribute("dx", dx);
    }
    if (dy != 0) {
      attribute("dy", dy);
    }
    if (run.symbol()) {
      out.append(run.italic() ? " class=\"s i\"" : " class=\"s\"");
    }
    out.append('>').append(escape(run.text())).append("</tspan>");
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private static String place(Point p) {
    return number(p.x()) + " " + number(p.y());
  }

  /** To a hundredth of a unit, without zeros at the end. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
