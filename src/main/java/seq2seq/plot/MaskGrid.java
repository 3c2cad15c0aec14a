package seq2seq.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How broadcasting makes a mask, in three grids: the positions copied down, the valid lengths
 * copied to the right, and the result of {@code position < length} cell by cell.
 *
 * <pre>{@code
 * MaskGrid.of(3, new int[] {1, 2}).save(Path.of("mask.png"));
 * }</pre>
 *
 * <p>draws, for N = 2 sentences of T = 3 steps,
 *
 * <pre>
 *   0 1 2       1 1 1       T F F
 *   0 1 2   &lt;   2 2 2   =   T T F
 * </pre>
 *
 * <p>with what was given in strong cells, its copies in dashed ones, and padding hatched.
 * Immutable.
 */
public final class MaskGrid implements Picture {
  static final int POSITIONS = 0;
  static final int LENGTHS = 1;
  static final int MASK = 2;
  static final Color REAL = new Color(0x009E73);
  static final Color GIVEN = new Color(0xCFE6F5);

  private static final int MOST = 40;
  private static final int EDGE = 30;
  private static final int GAP = 64;
  private static final int TOP = 146;
  private static final int BOTTOM = 62;
  private static final int NARROWEST_GRID = 196;
  private static final int LARGEST_CELL = 64;
  private static final int SMALLEST_CELL = 36;
  private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  private static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 20);
  private static final Font SIGN = new Font(Font.SANS_SERIF, Font.BOLD, 30);
  private static final Stroke SOLID = new BasicStroke(1.6f);
  private static final Stroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0);

  private final int steps;
  private final int[] lengths;

  private MaskGrid(int steps, int[] lengths) {
    this.steps = steps;
    this.lengths = lengths;
  }

  /**
   * The mask over positions 0, 1, ..., steps - 1.
   *
   * @param steps T, from 1 to 40
   * @param validLengths (N,) how many tokens of each sentence are real
   * @throws IllegalArgumentException if there are no steps or sentences, more than 40 of either, or
   *     a length is negative
   */
  public static MaskGrid of(int steps, int[] validLengths) {
    checkCount("time steps", steps);
    checkCount("valid lengths", validLengths.length);
    for (int n = 0; n < validLengths.length; n++) {
      if (validLengths[n] < 0) {
        throw Check.error("mask grid", "valid length[" + n + "] is negative: " + validLengths[n]);
      }
    }
    return new MaskGrid(steps, validLengths.clone());
  }

  private static void checkCount(String what, int count) {
    if (count < 1 || count > MOST) {
      throw Check.error("mask grid", "1 to " + MOST + " " + what + " can be drawn; got " + count);
    }
  }

  @Override
  public BufferedImage toImage() {
    return Canvas.draw(width(), height(), this::paint);
  }

  private int sentences() {
    return lengths.length;
  }

  /** Side of a cell: large where there are few, and never too small for the longest number. */
  private int side() {
    IntStream numbers = IntStream.concat(IntStream.range(0, steps), Arrays.stream(lengths));
    int digits = numbers.map(v -> Integer.toString(v).length()).max().orElse(1);
    int smallest = Math.max(SMALLEST_CELL, 15 * digits + 10);
    return Math.max(smallest, Math.min(LARGEST_CELL, 240 / steps));
  }

  /** Width of a grid's place, wide enough for its heading. */
  private int place() {
    return Math.max(NARROWEST_GRID, side() * steps);
  }

  private int width() {
    return 2 * EDGE + 3 * place() + 2 * GAP;
  }

  private int height() {
    return TOP + side() * sentences() + BOTTOM;
  }

  /** The cell of a grid, in pixels; {@code grid} is POSITIONS, LENGTHS or MASK. */
  Rectangle cell(int grid, int row, int column) {
    int left = placeLeft(grid) + (place() - side() * steps) / 2;
    return new Rectangle(left + column * side(), TOP + row * side(), side(), side());
  }

  private int placeLeft(int grid) {
    return EDGE + grid * (place() + GAP);
  }

  private void paint(Graphics2D g) {
    g.setColor(Theme.INK);
    g.setFont(Theme.TITLE);
    Text.centred(g, Words.of("mask.title"), width() / 2.0, 32);
    String full = "(" + sentences() + "×" + steps + ")";
    heading(
        g, POSITIONS, Words.of("mask.positions", "(1×" + steps + ")"), Words.of("mask.down", full));
    heading(
        g,
        LENGTHS,
        Words.of("mask.lengths", "(" + sentences() + "×1)"),
        Words.of("mask.right", full));
    heading(g, MASK, Words.of("mask.mask", full), Words.of("mask.compared"));
    sign(g, POSITIONS, "<");
    sign(g, LENGTHS, "=");
    for (int n = 0; n < sentences(); n++) {
      for (int t = 0; t < steps; t++) {
        number(g, cell(POSITIONS, n, t), t, n == 0);
        number(g, cell(LENGTHS, n, t), lengths[n], t == 0);
        answer(g, cell(MASK, n, t), t < lengths[n]);
      }
    }
    legend(g);
  }

  private void heading(Graphics2D g, int grid, String what, String how) {
    double middle = placeLeft(grid) + place() / 2.0;
    g.setColor(Theme.INK);
    g.setFont(Theme.AXIS);
    Text.centred(g, what, middle, 84);
    g.setColor(Theme.QUIET.darker());
    g.setFont(Theme.TEXT);
    Text.centred(g, how, middle, 112);
  }

  /** The sign to the right of a grid. */
  private void sign(Graphics2D g, int grid, String sign) {
    g.setColor(Theme.INK);
    g.setFont(SIGN);
    double x = placeLeft(grid) + place() + GAP / 2.0;
    Text.centred(g, sign, x, TOP + side() * sentences() / 2.0);
  }

  private static void number(Graphics2D g, Rectangle cell, int value, boolean given) {
    g.setColor(given ? GIVEN : Color.WHITE);
    g.fill(cell);
    border(g, cell, given ? SOLID : DASHED);
    g.setColor(given ? Theme.INK : Theme.QUIET.darker());
    g.setFont(given ? STRONG : NUMBER);
    Text.centred(g, Integer.toString(value), cell.getCenterX(), cell.getCenterY());
  }

  private static void answer(Graphics2D g, Rectangle cell, boolean real) {
    if (real) {
      g.setColor(REAL);
      g.fill(cell);
    } else {
      HeatmapDrawing.hatch(g, cell);
    }
    border(g, cell, SOLID);
    g.setColor(real ? Color.WHITE : Theme.INK);
    g.setFont(STRONG);
    Text.centred(g, real ? "T" : "F", cell.getCenterX(), cell.getCenterY());
  }

  private static void border(Graphics2D g, Rectangle cell, Stroke stroke) {
    Stroke before = g.getStroke();
    g.setStroke(stroke);
    g.setColor(Theme.QUIET);
    g.draw(cell);
    g.setStroke(before);
  }

  private void legend(Graphics2D g) {
    int y = height() - 34;
    List<String> texts =
        Stream.of("given", "copies", "true", "false").map(key -> Words.of("mask." + key)).toList();
    g.setFont(Theme.TEXT);
    int widths = texts.stream().mapToInt(t -> g.getFontMetrics().stringWidth(t) + 58).sum() - 28;
    int x = (width() - widths) / 2;
    for (int i = 0; i < texts.size(); i++) {
      sample(g, i, new Rectangle(x, y - 10, 20, 20));
      g.setColor(Theme.INK);
      g.setFont(Theme.TEXT);
      Text.startingAt(g, texts.get(i), x + 30, y);
      x += g.getFontMetrics().stringWidth(texts.get(i)) + 58;
    }
  }

  private static void sample(Graphics2D g, int index, Rectangle cell) {
    if (index == 3) {
      HeatmapDrawing.hatch(g, cell);
    } else {
      g.setColor(List.of(GIVEN, Color.WHITE, REAL).get(index));
      g.fill(cell);
    }
    border(g, cell, index == 1 ? DASHED : SOLID);
  }
}
