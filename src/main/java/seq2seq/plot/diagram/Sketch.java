package seq2seq.plot.diagram;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import seq2seq.plot.Palette;

/**
 * Where a figure is drawn: boxes, arrows, labels, in units of which one is a CSS pixel; x runs to
 * the right, y downwards, and the page ends where the drawing does.
 *
 * <p>Labels are markup: {@code $h_{t-1}$} is a symbol (see {@link #word} for words of the reader's
 * own). {@link #dim}, {@link #dashed}, {@link #accent} and {@link #small} give another pen for the
 * same page. Mutable: each call adds to the page.
 */
public final class Sketch {
  /** The size of text, and of small text. */
  public static final double TEXT = 16;

  /** The size of small text. */
  public static final double SMALL = 13;

  private static final double RADIUS = 7;
  private static final double HEAD = 9;

  private final List<Mark> marks;
  private final Pen pen;

  private record Pen(boolean dim, boolean dashed, boolean accent, boolean bold, double size) {}

  Sketch() {
    this(new ArrayList<>(), new Pen(false, false, false, false, TEXT));
  }

  private Sketch(List<Mark> marks, Pen pen) {
    this.marks = marks;
    this.pen = pen;
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  /** The same page, drawn on palely if {@code dim}. */
  public Sketch dim(boolean dim) {
    return new Sketch(marks, new Pen(dim, pen.dashed, pen.accent, pen.bold, pen.size));
  }

  /** The same page, with dashed lines. */
  public Sketch dashed() {
    return new Sketch(marks, new Pen(pen.dim, true, pen.accent, pen.bold, pen.size));
  }

  /** The same page, with lines and texts in the colour of what matters, if {@code accent}. */
  public Sketch accent(boolean accent) {
    return new Sketch(marks, new Pen(pen.dim, pen.dashed, accent, pen.bold, pen.size));
  }

  /** The same page, with bold texts. */
  public Sketch bold() {
    return new Sketch(marks, new Pen(pen.dim, pen.dashed, pen.accent, true, pen.size));
  }

  /** The same page, with small texts. */
  public Sketch small() {
    return new Sketch(marks, new Pen(pen.dim, pen.dashed, pen.accent, pen.bold, SMALL));
  }

  /** A word of the reader's own as markup: a dollar sign in it is a dollar sign. */
  public static String word(String text) {
    return Label.escape(text);
  }

  /** How wide a label is. */
  public double width(String markup) {
    return Label.of(markup).width(pen.size, pen.bold);
  }

  /** The width of the widest, with room for a font that runs wider than this machine's. */
  public double widest(List<String> markups, double least) {
    return markups.stream().mapToDouble(m -> 1.08 * width(m) + 10).reduce(least, Math::max);
  }

  /** A box with round corners and a label in its middle; a label too wide is made smaller. */
  public Box box(Box at, Tint tint, String label) {
    return shape(at, RADIUS, false, tint, label);
  }

  /** A circle, or an ellipse, with a label in its middle. */
  public Box ellipse(Box at, Tint tint, String label) {
    return shape(at, 0, true, tint, label);
  }

  /** A circle of this radius with a label in its middle. */
  public Box circle(Point middle, double radius, Tint tint, String label) {
    return ellipse(Box.around(middle.x(), middle.y(), 2 * radius, 2 * radius), tint, label);
  }

  private Box shape(Box at, double radius, boolean ellipse, Tint tint, String label) {
    Paint line = pen.accent ? Paint.ACCENT : tint.line();
    marks.add(new Mark.Area(at, radius, ellipse, tint.fill(), line(line), pen.dim));
    fitted(at, label, Paint.INK);
    return at;
  }

  private Mark.Line line(Paint paint) {
    return new Mark.Line(paint, pen.accent ? 2.6 : 1.6, pen.dashed);
  }

  /** A cell whose colour says a number; the text in it is black or white, as is read better. */
  public Box cell(Box at, Color color, String label) {
    marks.add(
        new Mark.Area(
            at, 0, false, Paint.fixed(color), new Mark.Line(Paint.CARD, 1.2, false), pen.dim));
    fitted(at, label, Paint.fixed(Palette.inkOn(color)));
    return at;
  }

  /** A filled bar without a label. */
  public Box bar(Box at, Tint tint) {
    marks.add(new Mark.Area(at, 2, false, tint.line(), null, pen.dim));
    return at;
  }

  /** A frame around a group of shapes, its label above its upper left corner. */
  public Box group(Box at, String label) {
    marks.add(new Mark.Area(at, 12, false, null, new Mark.Line(Paint.QUIET, 1.2, true), pen.dim));
    if (!label.isEmpty()) {
      put(new Point(at.x() + 4, at.y() - 7), Anchor.START, label, Paint.QUIET);
    }
    return at;
  }

  /** A ring around what is picked out. */
  public void ring(Box at) {
    marks.add(
        new Mark.Area(
            at.grown(4), RADIUS + 4, false, null, new Mark.Line(Paint.ACCENT, 3, false), pen.dim));
  }

  private void fitted(Box at, String label, Paint ink) {
    double most = at.width() - 6;
    double size = Math.min(pen.size, pen.size * most / Math.max(most, width(label)));
    Label text = Label.of(label);
    if (!text.runs().isEmpty()) {
      Point middle = at.middle().plus(0, 0.34 * size);
      marks.add(new Mark.Text(text, middle, Anchor.MIDDLE, size, pen.bold, ink, pen.dim));
    }
  }

  /** A text with the middle of its small letters at {@code at}. */
  public void text(Point at, Anchor anchor, String label) {
    put(at.plus(0, 0.34 * pen.size), anchor, label, pen.accent ? Paint.ACCENT : Paint.INK);
  }

  /** A remark: a text in grey. */
  public void remark(Point at, Anchor anchor, String label) {
    put(at.plus(0, 0.34 * pen.size), anchor, label, Paint.QUIET);
  }

  private void put(Point at, Anchor anchor, String label, Paint ink) {
    Label text = Label.of(label);
    if (!text.runs().isEmpty()) {
      marks.add(new Mark.Text(text, at, anchor, pen.size, pen.bold, ink, pen.dim));
    }
  }

  /** A line through points. */
  public void line(Point... points) {
    path(List.of(points), false);
  }

  /** A pale line, as of a grid. */
  public void rule(Point from, Point to) {
    Mark.Line grid = new Mark.Line(Paint.GRID, 1, pen.dashed);
    marks.add(new Mark.Path(List.of(from, to), false, null, grid, pen.dim));
  }

  /**
   * A line from {@code from} down to {@code y} and on to the right, and from it an arrow up into
   * each box, {@code inset} behind the box's left edge.
   */
  public void bus(Point from, double y, double inset, List<Box> boxes) {
    line(from, new Point(from.x(), y), new Point(boxes.get(boxes.size() - 1).x() + inset, y));
    for (Box box : boxes) {
      arrow(new Point(box.x() + inset, y), new Point(box.x() + inset, box.endY()));
    }
  }

  /** An arrow through points; its head is at the last. */
  public void arrow(Point... points) {
    List<Point> way = new ArrayList<>(List.of(points));
    Point tip = way.get(way.size() - 1);
    Point before = way.get(way.size() - 2);
    head(before, tip);
    way.set(way.size() - 1, towards(tip, before, HEAD * 0.8));
    path(way, false);
  }

  /** A curved arrow; the two points between pull the line towards them, as in a Bézier curve. */
  public void curve(Point from, Point pull, Point pull2, Point to) {
    head(pull2, to);
    path(List.of(from, pull, pull2, towards(to, pull2, HEAD * 0.8)), true);
  }

  /** A thick line, of this width, whose thickness says a number. */
  public void thread(Point from, Point to, double width) {
    Mark.Line line = new Mark.Line(pen.accent ? Paint.ACCENT : Paint.QUIET, width, false);
    marks.add(new Mark.Path(List.of(from, to), false, null, line, pen.dim));
  }

  /** A dot where one line becomes two. */
  public void dot(Point at) {
    Box box = Box.around(at.x(), at.y(), 7, 7);
    marks.add(new Mark.Area(box, 0, true, stroke(), null, pen.dim));
  }

  /** A filled square, as of a delay by one step. */
  public void square(Point at, double side) {
    Box box = Box.around(at.x(), at.y(), side, side);
    marks.add(new Mark.Area(box, 0, false, stroke(), null, pen.dim));
  }

  /** A crossing-out of a box. */
  public void cross(Box at) {
    Mark.Line line = new Mark.Line(Paint.QUIET, 1.6, false);
    Box in = at.grown(-4);
    marks.add(new Mark.Path(List.of(in.at(0, 0), in.at(1, 1)), false, null, line, pen.dim));
    marks.add(new Mark.Path(List.of(in.at(1, 0), in.at(0, 1)), false, null, line, pen.dim));
  }

  private Paint stroke() {
    return pen.accent ? Paint.ACCENT : Paint.INK;
  }

  private void path(List<Point> points, boolean curved) {
    Mark.Line line = new Mark.Line(stroke(), pen.accent ? 2.4 : 1.5, pen.dashed);
    marks.add(new Mark.Path(List.copyOf(points), curved, null, line, pen.dim));
  }

  private void head(Point from, Point tip) {
    double length = StrictMath.hypot(tip.x() - from.x(), tip.y() - from.y());
    double ux = (tip.x() - from.x()) / length;
    double uy = (tip.y() - from.y()) / length;
    Point back = tip.plus(-HEAD * ux, -HEAD * uy);
    double half = HEAD * 0.4;
    List<Point> corners =
        List.of(tip, back.plus(-half * uy, half * ux), back.plus(half * uy, -half * ux));
    marks.add(new Mark.Path(corners, false, stroke(), null, pen.dim));
  }

  /** The point {@code by} units from {@code from} on the way to {@code to}. */
  private static Point towards(Point from, Point to, double by) {
    double length = StrictMath.hypot(to.x() - from.x(), to.y() - from.y());
    double share = Math.min(1, by / length);
    return from.plus(share * (to.x() - from.x()), share * (to.y() - from.y()));
  }
}
