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
 * All hidden states of an encoder, for each sentence a grid of layers and steps, steps counted from
 * 1; marked are those that make State, at the last real token; of these the top one is the context.
 * States over padding are pale.
 *
 * <pre>{@code
 * StateGrid.of(2, tokens, lengths, id -> words[id]).save(Path.of("images/states.png"));
 * }</pre>
 */
public final class StateGrid extends Figure {
  private static final double HIGH = 50;

  private final int layers;
  private final TokenBatch batch;

  private StateGrid(int layers, TokenBatch batch) {
    super("states");
    this.layers = layers;
    this.batch = batch;
  }

  /**
   * The grids of a batch.
   *
   * @param layers L
   * @param ids (N,T)
   * @param lengths (N) from 1 to T
   * @param token the word of an id
   * @throws IllegalArgumentException if there is no layer or sentence, or a length is not from 1 to
   *     T
   */
  public static StateGrid of(int layers, int[][] ids, int[] lengths, IntFunction<String> token) {
    Inputs.notEmpty("state grid", "layers", Math.max(0, layers));
    return new StateGrid(layers, TokenBatch.of("state grid", ids, lengths, token, 1));
  }

  @Override
  public String alt() {
    List<String> ends = new ArrayList<>();
    for (int n = 0; n < batch.sentences(); n++) {
      ends.add(Words.of("states.alt.one", n, batch.lengths()[n]));
    }
    return Words.of("states.alt", layers, batch.steps(), String.join("; ", ends));
  }

  @Override
  protected void draw(Sketch s) {
    double slot = batch.widest(s, 66) + 14;
    for (int n = 0; n < batch.sentences(); n++) {
      drawSentence(s, n, n * (batch.steps() * slot + 110), slot);
    }
  }

  private void drawSentence(Sketch s, int n, double left, double slot) {
    double words = layers * (HIGH + 22) + 10;
    for (int t = 0; t < batch.steps(); t++) {
      Sketch pen = s.dim(batch.isPadding(n, t));
      double x = left + (t + 0.5) * slot;
      Box word = Box.around(x, words, slot - 10, 30);
      pen.box(
          word, batch.isPadding(n, t) ? Tint.PADDING : Tint.INPUT, Sketch.word(batch.word(n, t)));
      for (int l = 0; l < layers; l++) {
        drawState(pen.accent(batch.isLastReal(n, t)), t, l, x, slot);
      }
    }
    for (int l = 0; l < layers; l++) {
      if (n == 0) {
        Point at = new Point(left - 12, state(left, l).middle().y());
        s.small().remark(at, Anchor.END, Words.of("states.layer", l));
      }
    }
    Box top = state(left + (batch.lengths()[n] - 0.5) * slot, layers - 1);
    s.small().accent(true).text(top.top().plus(0, -20), Anchor.MIDDLE, Words.of("states.context"));
    s.small()
        .remark(
            new Point(left + batch.steps() * slot / 2, words + 32),
            Anchor.MIDDLE,
            Words.of("rectangle.sentence", n));
  }

  private Box state(double x, int layer) {
    return Box.around(x, (layers - 1 - layer) * (HIGH + 22) + 10, 52, 40);
  }

  private void drawState(Sketch pen, int t, int l, double x, double slot) {
    Box box = pen.box(state(x, l), Tint.STATE, "$h_" + (t + 1) + "^{(" + l + ")}$");
    double below = l == 0 ? layers * (HIGH + 22) + 10 - 15 : state(x, l - 1).y();
    Sketch plain = pen.accent(false);
    plain.arrow(new Point(x, below), box.bottom());
    if (t > 0) {
      plain.arrow(state(x - slot, l).right(), box.left());
    }
  }
}
