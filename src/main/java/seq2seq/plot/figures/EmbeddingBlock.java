package seq2seq.plot.figures;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import seq2seq.engine.Tensor;
import seq2seq.plot.Palette;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;

/**
 * From table to block: at the left the rows of the embedding table that a batch uses, at the right
 * the (T,N,D) block, a slab (N,D) for each step. Colours are the table's own numbers; one token is
 * ringed in the table and wherever it stands in the block.
 *
 * <pre>{@code
 * EmbeddingBlock.of(ids, table, vocabulary::token).save(Path.of("images/block.png"));
 * }</pre>
 */
public final class EmbeddingBlock extends Figure {
  private static final double SIDE = 22;

  private final int[][] ids;
  private final float[][] table;
  private final IntFunction<String> token;

  private EmbeddingBlock(int[][] ids, float[][] table, IntFunction<String> token) {
    super("block");
    this.ids = ids;
    this.table = table;
    this.token = token;
  }

  /**
   * The lookup of a batch; the token of the first sentence's first step is ringed.
   *
   * @param ids (N,T), each a row of the table
   * @param table (V,D)
   * @param token the word of an id
   * @throws IllegalArgumentException if there is no id, or one has no row
   */
  public static EmbeddingBlock of(int[][] ids, Tensor table, IntFunction<String> token) {
    Inputs.notEmpty("embedding block", "sentences", ids.length);
    Inputs.notEmpty("embedding block", "steps", ids[0].length);
    float[][] rows = table.toRows();
    for (int[] row : ids) {
      for (int id : row) {
        if (id < 0 || id >= rows.length) {
          throw Inputs.error("embedding block", "id " + id + " has no row among " + rows.length);
        }
      }
    }
    return new EmbeddingBlock(ids.clone(), rows, token);
  }

  /** The ids that the batch uses, in order. */
  private int[] used() {
    return Arrays.stream(ids).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }

  @Override
  public String alt() {
    return Words.of(
        "block.alt", ids[0].length, ids.length, table[0].length, token.apply(ids[0][0]));
  }

  @Override
  protected void draw(Sketch s) {
    int[] used = used();
    List<String> words = IntStream.of(used).mapToObj(token).map(Sketch::word).toList();
    double left = s.widest(words, 0) + 44;
    int d = table[0].length;
    s.text(new Point(left + d * SIDE / 2, -26), Anchor.MIDDLE, "$E$ " + Words.of("block.table"));
    for (int i = 0; i < used.length; i++) {
      double y = i * (SIDE + 4);
      s.text(new Point(left - 10, y + SIDE / 2), Anchor.END, words.get(i));
      s.small().remark(new Point(22, y + SIDE / 2), Anchor.END, Integer.toString(used[i]));
      drawVector(s, left, y, used[i]);
    }
    double x = left + d * SIDE + 96;
    double high =
        Math.max(used.length * (SIDE + 4), ids.length * (SIDE + 4) + 12.0 * ids[0].length);
    s.arrow(new Point(x - 78, high / 2), new Point(x - 22, high / 2));
    for (int t = 0; t < ids[0].length; t++) {
      drawSlab(s, t, x + t * (d * SIDE + 18), high);
    }
    drawAxes(s, x, high);
  }

  private void drawVector(Sketch s, double x, double y, int id) {
    float[] row = table[id];
    for (int d = 0; d < row.length; d++) {
      s.cell(new Box(x + d * SIDE, y, SIDE, SIDE), Palette.signed(row[d], table), "");
    }
    if (id == ids[0][0]) {
      s.ring(new Box(x, y, row.length * SIDE, SIDE).grown(-3));
    }
  }

  private void drawSlab(Sketch s, int t, double x, double high) {
    double y = slabTop(t, high);
    for (int n = 0; n < ids.length; n++) {
      drawVector(s, x, y + n * (SIDE + 4), ids[n][t]);
    }
    double wide = table[0].length * SIDE;
    s.small().remark(new Point(x + wide / 2, y - 14), Anchor.MIDDLE, Words.of("block.position", t));
  }

  /** Each slab a little higher than the one before, as a row of cards seen from the side. */
  private double slabTop(int t, double high) {
    double rise = 12.0 * (ids[0].length - 1);
    return (high - ids.length * (SIDE + 4) - rise) / 2 + rise - 12.0 * t;
  }

  private void drawAxes(Sketch s, double x, double high) {
    double wide = ids[0].length * (table[0].length * SIDE + 18) - 18;
    double bottom = slabTop(0, high) + ids.length * (SIDE + 4);
    String shape =
        "$(T, N, D)$ = (" + ids[0].length + "×" + ids.length + "×" + table[0].length + ")";
    s.text(new Point(x + wide / 2, Math.max(bottom, high) + 24), Anchor.MIDDLE, shape);
    s.small().remark(new Point(x - 8, bottom - 8 - ids.length * (SIDE + 4) / 2), Anchor.END, "$N$");
    s.small().remark(new Point(x + table[0].length * SIDE / 2, bottom + 10), Anchor.MIDDLE, "$D$");
  }
}
