package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * One decoder, unrolled twice: at the left in training, where each step is given the right word
 * before (teacher forcing); at the right in use, where it is given the word that it has just
 * written.
 *
 * <pre>{@code
 * UnrolledDecoder.of(List.of("nous", "dormons", "<eos>"), List.of("je", "dors", "<eos>"))
 *     .save(Path.of("images/decoder.png"));
 * }</pre>
 */
public final class UnrolledDecoder extends Figure {
  private static final double OUTPUTS = 0;
  private static final double STATES = 84;
  private static final double INPUTS = 168;

  private final List<String> target;
  private final List<String> written;

  private UnrolledDecoder(List<String> target, List<String> written) {
    super("decoder");
    this.target = target;
    this.written = written;
  }

  /**
   * The decoder on these words.
   *
   * @param target the right words (T'), with the end token
   * @param written the words that it writes by itself, with the end token
   * @throws IllegalArgumentException if either is empty
   */
  public static UnrolledDecoder of(List<String> target, List<String> written) {
    Inputs.notEmpty("unrolled decoder", "target words", target.size());
    Inputs.notEmpty("unrolled decoder", "written words", written.size());
    return new UnrolledDecoder(List.copyOf(target), List.copyOf(written));
  }

  @Override
  public String alt() {
    return Words.of("decoder.alt", String.join(" ", target), String.join(" ", written));
  }

  @Override
  protected void draw(Sketch s) {
    List<String> all = new ArrayList<>(target);
    all.addAll(written);
    all.add("<bos>");
    double slot = s.widest(all.stream().map(Sketch::word).toList(), 60) + 18;
    drawSide(s, 0, slot, target, false);
    drawSide(s, target.size() * slot + 96, slot, written, true);
  }

  private static void drawSide(
      Sketch s, double left, double slot, List<String> words, boolean use) {
    double middle = left + words.size() * slot / 2;
    s.bold()
        .text(
            new Point(middle, OUTPUTS - 52),
            Anchor.MIDDLE,
            Words.of(use ? "decoder.use" : "decoder.training"));
    Box before = null;
    s.arrow(new Point(left - 20, STATES), new Point(left + slot / 2 - 26, STATES));
    s.text(new Point(left - 30, STATES), Anchor.MIDDLE, "$c$");
    for (int t = 0; t < words.size(); t++) {
      double x = left + (t + 0.5) * slot;
      Box state = s.box(Box.around(x, STATES, 52, 44), Tint.STATE, "$s_" + (t + 1) + "$");
      Box out = s.box(Box.around(x, OUTPUTS, slot - 16, 34), Tint.OUTPUT, word(words, t, use));
      String given = t == 0 ? "<bos>" : Sketch.word(words.get(t - 1));
      Tint tint = t == 0 ? Tint.PLAIN : use ? Tint.OUTPUT : Tint.TARGET;
      Box in = s.box(Box.around(x, INPUTS, slot - 16, 34), tint, given);
      s.arrow(in.top(), state.bottom());
      s.arrow(state.top(), out.bottom());
      if (before != null) {
        s.arrow(new Point(x - slot + 26, STATES), state.left());
        if (use) {
          handBack(s, before, in);
        }
      }
      before = out;
    }
    s.small()
        .remark(
            new Point(middle, INPUTS + 38),
            Anchor.MIDDLE,
            Words.of(use ? "decoder.given.own" : "decoder.given.right"));
  }

  /** In training what is written plays no part in what comes next, so it is not shown as a word. */
  private static String word(List<String> words, int t, boolean use) {
    return use ? Sketch.word(words.get(t)) : "$o_" + (t + 1) + "$";
  }

  private static void handBack(Sketch s, Box out, Box in) {
    Point from = out.at(0.85, 1);
    Point to = in.at(0.15, 0);
    s.accent(true).dashed().curve(from, from.plus(14, 70), to.plus(-14, -70), to);
  }
}
