package seq2seq.plot.figures;

import java.util.ArrayList;
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
 * One step of attention, from below: source words, the encoder's states (the values) and their
 * keys, the score of each key against the query, the weights that softmax makes of the scores, and
 * their weighted sum, the context of this step. Padding is pale and has no weight.
 *
 * <pre>{@code
 * AttentionStep.of(List.of("we", "sleep", "<eos>", "<pad>"), scores.at(0), alpha.at(0), states, 3)
 *     .save(Path.of("images/attention.png"));
 * }</pre>
 */
public final class AttentionStep extends Figure {
  private static final double SIDE = 17;
  private static final double CONTEXT = 0;
  private static final double WEIGHTS = 120;
  private static final double SCORES = 196;
  private static final double KEYS = 272;
  private static final double VALUES = 322;

  private final List<String> words;
  private final float[] scores;
  private final float[] weights;
  private final float[][] values;
  private final int length;

  private AttentionStep(
      List<String> words, float[] scores, float[] weights, float[][] values, int length) {
    super("attention");
    this.words = words;
    this.scores = scores;
    this.weights = weights;
    this.values = values;
    this.length = length;
  }

  /**
   * One step over one sentence.
   *
   * @param words (T)
   * @param scores (T)
   * @param weights (T), which add up to 1
   * @param values (T,H), the encoder's states
   * @param length how many words are real, from 1 to T
   * @throws IllegalArgumentException if the sizes differ, or the length is not from 1 to T
   */
  public static AttentionStep of(
      List<String> words, Tensor scores, Tensor weights, Tensor values, int length) {
    float[] e = scores.toArray();
    float[] alpha = weights.toArray();
    float[][] h = values.toRows();
    Inputs.notEmpty("attention step", "words", words.size());
    Inputs.sameLength("attention step", "scores", e.length, "words", words.size());
    Inputs.sameLength("attention step", "weights", alpha.length, "words", words.size());
    Inputs.sameLength("attention step", "values", h.length, "words", words.size());
    Inputs.validLength("attention step", 0, length, 1, words.size());
    return new AttentionStep(List.copyOf(words), e, alpha, h, length);
  }

  @Override
  public String alt() {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      each.add(words.get(i) + " " + Numbers.fixed(weights[i], 2));
    }
    return Words.of("attention.alt", String.join(", ", each));
  }

  @Override
  protected void draw(Sketch s) {
    double slot = s.widest(words.stream().map(Sketch::word).toList(), 78) + 16;
    double middle = words.size() * slot / 2;
    double bottom = VALUES + values[0].length * SIDE + 34;
    drawQuery(s, slot);
    for (int i = 0; i < words.size(); i++) {
      drawPosition(s, i, (i + 0.5) * slot, slot, bottom, middle);
    }
    drawContext(s, middle);
    name(s, WEIGHTS, "attention.weights");
    name(s, SCORES, "attention.scores");
    name(s, KEYS + 4, "attention.keys");
    name(s, VALUES + values[0].length * SIDE / 2, "attention.values");
    name(s, bottom, "attention.words");
  }

  /** The query goes to every score: a line below them, an arrow into each. */
  private void drawQuery(Sketch s, double slot) {
    double y = SCORES + 38;
    Box query = s.box(Box.around(-142, y, 96, 40), Tint.STATE, "$q = s_{t-1}$");
    s.line(query.right(), new Point((length - 0.5) * slot - 20, y));
    for (int i = 0; i < length; i++) {
      double x = (i + 0.5) * slot - 20;
      s.arrow(new Point(x, y), new Point(x, SCORES + 16));
    }
  }

  private static void name(Sketch s, double y, String key) {
    s.small().remark(new Point(-14, y), Anchor.END, Words.of(key));
  }

  private void drawPosition(Sketch s, int i, double x, double slot, double bottom, double middle) {
    boolean real = i < length;
    Sketch pen = s.dim(!real);
    Box word =
        pen.box(
            Box.around(x, bottom, slot - 12, 32),
            real ? Tint.INPUT : Tint.PADDING,
            Sketch.word(words.get(i)));
    drawValue(pen, i, x);
    pen.line(word.top(), new Point(x, VALUES + values[i].length * SIDE));
    Box key = pen.box(Box.around(x, KEYS, 40, 28), Tint.PLAIN, "$k_" + (i + 1) + "$");
    pen.arrow(new Point(x, VALUES - 2), key.bottom());
    Box score =
        pen.box(
            Box.around(x, SCORES, 66, 32), Tint.GATE, real ? Numbers.fixed(scores[i], 2) : "$−∞$");
    pen.arrow(key.top(), score.bottom());
    Box weight = pen.box(Box.around(x, WEIGHTS, 66, 32), Tint.GATE, Numbers.fixed(weights[i], 2));
    pen.arrow(score.top(), weight.bottom());
    if (weights[i] > 0) {
      s.accent(true).thread(weight.top(), new Point(middle, CONTEXT + 44), 0.8 + 7 * weights[i]);
    }
  }

  private void drawValue(Sketch pen, int i, double x) {
    for (int k = 0; k < values[i].length; k++) {
      Box cell = new Box(x - SIDE * 0.8, VALUES + k * SIDE, 1.6 * SIDE, SIDE);
      pen.cell(cell, Palette.signed(values[i][k], values), "");
    }
  }

  private void drawContext(Sketch s, double middle) {
    Box sum = s.circle(new Point(middle, CONTEXT + 34), 19, Tint.CONTEXT, "$Σ$");
    double left = sum.endX() + 54;
    s.arrow(sum.right(), new Point(left - 8, sum.middle().y()));
    int wide = values[0].length;
    for (int k = 0; k < wide; k++) {
      float c = 0;
      for (int i = 0; i < values.length; i++) {
        c += weights[i] * values[i][k];
      }
      Box cell = new Box(left + k * SIDE, sum.middle().y() - 0.8 * SIDE, SIDE, 1.6 * SIDE);
      s.cell(cell, Palette.signed(c, values), "");
    }
    s.text(new Point(left + wide * SIDE + 14, sum.middle().y()), Anchor.START, "$c_t = Σ α_i h_i$");
  }
}
