package seq2seq.book;

import static java.lang.Double.parseDouble;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.language.Width;

/**
 * Takes the empty sides off a drawing. The kit centres each on a page's width, so that letters have
 * one size; a page of the book sets it at the left, and a narrow screen has no room for nothing.
 */
final class SvgCrop {
  private static final Pattern SIZE =
      Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\" width=\"[\\d.]+\"");
  private static final Pattern AREA =
      Pattern.compile("<(?:rect x|ellipse cx)=\"([-\\d.]+)\".*? (width|rx)=\"([\\d.]+)\"");
  private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]*)\"");
  private static final Pattern POINT = Pattern.compile("([-\\d.]+) [-\\d.]+");
  private static final Pattern TEXT =
      Pattern.compile("<text x=\"([-\\d.]+)\"([^>]*)>(.*?)</text>", Pattern.DOTALL);
  private static final Pattern LETTERS = Pattern.compile("font-size=\"([\\d.]+)\"[^>]*>([^<]*)");

  /** As wide as a wide letter, in parts of its size: a reader's font may run wider than ours. */
  private static final double WIDEST = 0.68;

  private static final double EDGE = 8;

  private double left = Double.MAX_VALUE;
  private double right = 0;

  private SvgCrop() {}

  /** The drawing, as wide as what is drawn. */
  static String of(String svg) {
    Matcher size = SIZE.matcher(svg);
    return size.find() ? new SvgCrop().cropped(svg, size.toMatchResult()) : svg;
  }

  private String cropped(String svg, MatchResult size) {
    measure(svg);
    double from = Math.max(0, Math.floor(left - EDGE));
    double width = Math.min(parseDouble(size.group(1)), Math.ceil(right + EDGE)) - from;
    if (width <= 0) {
      return svg;
    }
    String cut =
        String.format(
            Locale.ROOT,
            "viewBox=\"%.0f 0 %.0f %s\" width=\"%.0f\"",
            from,
            width,
            size.group(2),
            width);
    return svg.substring(0, size.start()) + cut + svg.substring(size.end());
  }

  private void measure(String svg) {
    AREA.matcher(svg)
        .results()
        .forEach(
            area -> {
              double at = parseDouble(area.group(1));
              double wide = parseDouble(area.group(3));
              see(area.group(2).equals("rx") ? at - wide : at, at + wide);
            });
    PATH.matcher(svg)
        .results()
        .flatMap(path -> POINT.matcher(path.group(1)).results())
        .forEach(point -> see(parseDouble(point.group(1)), parseDouble(point.group(1))));
    TEXT.matcher(svg).results().forEach(this::text);
  }

  private void text(MatchResult text) {
    double width =
        LETTERS
            .matcher(text.group(3))
            .results()
            .mapToDouble(run -> parseDouble(run.group(1)) * letters(run.group(2)))
            .sum();
    double at = parseDouble(text.group(1));
    boolean isMiddle = text.group(2).contains("middle");
    double start = isMiddle ? at - width / 2 : text.group(2).contains("end\"") ? at - width : at;
    see(start, start + width);
  }

  /** How wide a text is at most, in parts of its size; a Chinese character is a square. */
  private static double letters(String text) {
    return text.codePoints().mapToDouble(c -> Width.isWide(c) ? 1 : WIDEST).sum();
  }

  private void see(double from, double to) {
    left = Math.min(left, from);
    right = Math.max(right, to);
  }
}
