package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * A batch as a rectangle: a sentence a row, a time step a column, real tokens in colour, the end
 * token in another, padding crossed out; at the right the valid lengths.
 *
 * <pre>{@code
 * PaddedRectangle.of(batch.source(), batch.sourceLengths(), vocabulary::token)
 *     .save(Path.of("images/rectangle.png"));
 * }</pre>
 */
public final class PaddedRectangle extends Figure {
  private static final double HIGH = 38;

  private final TokenBatch batch;

  private PaddedRectangle(TokenBatch batch) {
    super("rectangle");
    this.batch = batch;
  }

  /**
   * The rectangle of a batch.
   *
   * @param ids (N,T)
   * @param lengths (N) how many of each are real
   * @param token the word of an id
   * @throws IllegalArgumentException if there is no sentence, or a length is not from 0 to T
   */
  public static PaddedRectangle of(int[][] ids, int[] lengths, IntFunction<String> token) {
    return new PaddedRectangle(TokenBatch.of("padded rectangle", ids, lengths, token, 0));
  }

  @Override
  public String alt() {
    List<String> rows = new ArrayList<>();
    for (int n = 0; n < batch.sentences(); n++) {
      List<String> words = new ArrayList<>();
      for (int t = 0; t < batch.lengths()[n]; t++) {
        words.add(batch.word(n, t));
      }
      rows.add("“" + String.join(" ", words) + "” + " + (batch.steps() - words.size()));
    }
    return Words.of("rectangle.alt", batch.sentences(), batch.steps(), String.join("; ", rows));
  }

  @Override
  protected void draw(Sketch s) {
    double wide = batch.widest(s, 52);
    int steps = batch.steps();
    for (int t = 0; t < steps; t++) {
      s.small().remark(new Point((t + 0.5) * wide, -16), Anchor.MIDDLE, Integer.toString(t));
    }
    s.small().remark(new Point(-14, -16), Anchor.END, Words.of("rectangle.step"));
    s.small().remark(new Point(steps * wide + 22, -16), Anchor.START, Words.of("rectangle.length"));
    for (int n = 0; n < batch.sentences(); n++) {
      drawRow(s, n, wide);
    }
  }

  private void drawRow(Sketch s, int n, double wide) {
    double y = n * HIGH;
    s.small().remark(new Point(-14, y + HIGH / 2), Anchor.END, Words.of("rectangle.sentence", n));
    for (int t = 0; t < batch.steps(); t++) {
      Box cell = new Box(t * wide + 1, y + 1, wide - 2, HIGH - 2);
      if (batch.isPadding(n, t)) {
        s.small().box(cell, Tint.PADDING, Sketch.word(batch.word(n, t)));
        s.dim(true).cross(cell);
      } else {
        Tint tint = batch.isLastReal(n, t) ? Tint.OUTPUT : Tint.INPUT;
        s.box(cell, tint, Sketch.word(batch.word(n, t)));
      }
    }
    Point end = new Point(batch.steps() * wide + 46, y + HIGH / 2);
    s.bold().text(end, Anchor.MIDDLE, Integer.toString(batch.lengths()[n]));
  }
}
