package seq2seq.plot.figures;

import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.plot.Palette;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * The losses of a batch, a sentence a row; padding is crossed out; below stands the mean over what
 * remains, computed from the numbers shown.
 *
 * <pre>{@code
 * LossGrid.of(losses, mask).save(Path.of("images/losses.png"));
 * }</pre>
 */
public final class LossGrid extends Figure {
  private static final double WIDE = 74;
  private static final double HIGH = 44;

  private final float[][] losses;
  private final float[][] mask;
  private final List<List<String>> words;

  private LossGrid(float[][] losses, float[][] mask, List<List<String>> words) {
    super("losses");
    this.losses = losses;
    this.mask = mask;
    this.words = words;
  }

  /**
   * The grid of these losses.
   *
   * @param losses (N,T'), nats
   * @param mask (N,T'), 1 = real token, 0 = padding
   * @throws IllegalArgumentException if the shapes differ, or no place is real
   */
  public static LossGrid of(Tensor losses, Tensor mask) {
    if (!losses.shape().equals(mask.shape())) {
      throw Inputs.error(
          "loss grid", "losses and mask differ in shape: " + losses.shape() + " ≠ " + mask.shape());
    }
    LossGrid grid = new LossGrid(losses.toRows(), mask.toRows(), null);
    if (grid.count() == 0) {
      throw Inputs.error("loss grid", "every place is padding, so there is no mean");
    }
    return grid;
  }

  /**
   * This grid with the right word above each loss.
   *
   * @param words N rows of T' words
   * @throws IllegalArgumentException if there are not as many words as losses
   */
  public LossGrid withWords(List<List<String>> words) {
    Inputs.sameLength("loss grid", "rows of words", words.size(), "sentences", losses.length);
    for (int n = 0; n < losses.length; n++) {
      Inputs.sameLength(
          "loss grid", "words of sentence " + n, words.get(n).size(), "losses", losses[n].length);
    }
    return new LossGrid(losses, mask, List.copyOf(words));
  }

  private int count() {
    int count = 0;
    for (float[] row : mask) {
      for (float m : row) {
        count += m == 0 ? 0 : 1;
      }
    }
    return count;
  }

  private double sum() {
    double sum = 0;
    for (int n = 0; n < losses.length; n++) {
      for (int t = 0; t < losses[n].length; t++) {
        sum += mask[n][t] == 0 ? 0 : losses[n][t];
      }
    }
    return sum;
  }

  @Override
  public String alt() {
    return Words.of(
        "losses.alt",
        losses.length,
        losses[0].length,
        losses.length * losses[0].length - count(),
        Numbers.fixed(sum(), 4),
        count(),
        Numbers.fixed(sum() / count(), 4));
  }

  @Override
  protected void draw(Sketch s) {
    float largest = 0;
    for (float[] row : losses) {
      for (float loss : row) {
        largest = Math.max(largest, loss);
      }
    }
    double row = HIGH + (words == null ? 8 : 34);
    for (int n = 0; n < losses.length; n++) {
      s.small()
          .remark(
              new Point(-16, n * row + HIGH / 2), Anchor.END, Words.of("rectangle.sentence", n));
      for (int t = 0; t < losses[n].length; t++) {
        drawCell(s, n, t, new Box(t * WIDE, n * row, WIDE - 4, HIGH), largest);
      }
    }
    double right = losses[0].length * WIDE + 40;
    double middle = (losses.length * row - (row - HIGH)) / 2;
    s.text(new Point(right, middle - 16), Anchor.START, Words.of("losses.mean"));
    String sum = Numbers.fixed(sum(), 4) + " / " + count() + " = ";
    s.bold()
        .text(new Point(right, middle + 16), Anchor.START, sum + Numbers.fixed(sum() / count(), 4));
  }

  private void drawCell(Sketch s, int n, int t, Box cell, float largest) {
    String value = Numbers.fixed(losses[n][t], 2);
    if (mask[n][t] == 0) {
      s.box(cell, Tint.PADDING, value);
      s.accent(true).line(cell.grown(-5).at(0, 1), cell.grown(-5).at(1, 0));
      s.accent(true).line(cell.grown(-5).at(0, 0), cell.grown(-5).at(1, 1));
    } else {
      s.cell(cell, Palette.SEQUENTIAL.at(0.75 * losses[n][t] / Math.max(largest, 1e-9f)), value);
    }
    if (words != null) {
      s.small()
          .dim(mask[n][t] == 0)
          .text(cell.top().plus(0, -12), Anchor.MIDDLE, Sketch.word(words.get(n).get(t)));
    }
  }
}
