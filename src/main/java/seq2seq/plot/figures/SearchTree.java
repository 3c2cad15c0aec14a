package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * What a beam search looked at: a column for each step, a box for each hypothesis with its last
 * word and its probability; what was dropped is pale, the best finished sentence is picked out.
 *
 * <p>{@code BeamTrace} of chapter 8 makes the tree from a search.
 */
public final class SearchTree extends Figure {
  private static final String END = "<eos>";
  private static final double HIGH = 48;
  private static final double ROW = 60;

  private final List<Branch> branches;

  /**
   * A hypothesis.
   *
   * @param parent the place in the list of the one that it continues; -1 for none
   * @param word its last word
   * @param logProbability of all its words, nats
   * @param kept whether it stayed in the beam, or finished
   */
  public record Branch(int parent, String word, double logProbability, boolean kept) {}

  private SearchTree(List<Branch> branches) {
    super("tree");
    this.branches = branches;
  }

  /**
   * The tree of these hypotheses, parents before children.
   *
   * @throws IllegalArgumentException if there is none, or a parent does not stand before its child
   */
  public static SearchTree of(List<Branch> branches) {
    Inputs.notEmpty("search tree", "hypotheses", branches.size());
    for (int i = 0; i < branches.size(); i++) {
      if (branches.get(i).parent < -1 || branches.get(i).parent >= i) {
        throw Inputs.error("search tree", "hypothesis " + i + " stands before its parent");
      }
    }
    return new SearchTree(List.copyOf(branches));
  }

  /** The hypotheses. */
  public List<Branch> branches() {
    return branches;
  }

  /** The place of the best finished hypothesis; -1 if none has finished. */
  private int best() {
    int best = -1;
    for (int i = 0; i < branches.size(); i++) {
      Branch b = branches.get(i);
      boolean finished = b.kept && b.word.equals(END);
      if (finished && (best < 0 || b.logProbability > branches.get(best).logProbability)) {
        best = i;
      }
    }
    return best;
  }

  private boolean isBest(int i) {
    for (int at = best(); at >= 0; at = branches.get(at).parent) {
      if (at == i) {
        return true;
      }
    }
    return false;
  }

  private int depth(int i) {
    int depth = 0;
    for (int at = branches.get(i).parent; at >= 0; at = branches.get(at).parent) {
      depth++;
    }
    return depth;
  }

  private String sentence(int i) {
    List<String> words = new ArrayList<>();
    for (int at = i; at >= 0; at = branches.get(at).parent) {
      words.add(0, branches.get(at).word);
    }
    return String.join(" ", words);
  }

  @Override
  public String alt() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      Branch b = branches.get(i);
      String p = Numbers.fixed(StrictMath.exp(b.logProbability), 3);
      all.add(sentence(i) + " " + p + (b.kept ? "" : " " + Words.of("tree.dropped")));
    }
    String found = best() < 0 ? Words.of("tree.none") : sentence(best());
    return Words.of("tree.alt", String.join("; ", all), found);
  }

  @Override
  protected void draw(Sketch s) {
    List<String> words = branches.stream().map(b -> Sketch.word(b.word)).toList();
    double wide = s.widest(words, 64);
    double[] ys = heights();
    Box root = s.box(new Box(-wide - 84, middle(ys) - 17, 64, 34), Tint.PLAIN, "<bos>");
    for (int i = 0; i < branches.size(); i++) {
      drawBranch(s, i, wide, ys, root);
    }
  }

  private double middle(double[] ys) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < ys.length; i++) {
      if (branches.get(i).parent < 0) {
        sum += ys[i];
        count++;
      }
    }
    return sum / count;
  }

  private void drawBranch(Sketch s, int i, double wide, double[] ys, Box root) {
    Branch b = branches.get(i);
    Box box = box(i, wide, ys);
    Box from = b.parent < 0 ? root : box(b.parent, wide, ys);
    double before = b.parent < 0 ? 0 : branches.get(b.parent).logProbability;
    Sketch pen = s.dim(!b.kept).accent(isBest(i));
    pen.arrow(from.right(), box.left());
    pen.accent(false).box(box, b.word.equals(END) ? Tint.OUTPUT : Tint.STATE, "");
    if (isBest(i)) {
      s.ring(box.grown(-3));
    }
    pen.accent(false).text(box.at(0.5, 0.3), Anchor.MIDDLE, Sketch.word(b.word));
    String p = Numbers.fixed(StrictMath.exp(b.logProbability), 3);
    pen.accent(false).small().text(box.at(0.5, 0.74), Anchor.MIDDLE, p);
    String step = Numbers.fixed(StrictMath.exp(b.logProbability - before), 2);
    s.dim(!b.kept).small().remark(beside(from.right(), box.left()), Anchor.MIDDLE, step);
  }

  /** A place for a short text above an arrow, far enough from it whatever its slope. */
  private static Point beside(Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = StrictMath.hypot(dx, dy);
    double away = Math.abs(dy) / length * 20 + dx / length * 10;
    return from.plus(0.62 * dx + away * dy / length, 0.62 * dy - away * dx / length);
  }

  private Box box(int i, double wide, double[] ys) {
    return new Box(depth(i) * (wide + 90), ys[i] - HIGH / 2, wide, HIGH);
  }

  /** A row for each hypothesis that nothing continues, the others in the middle of theirs. */
  private double[] heights() {
    double[] ys = new double[branches.size()];
    double next = 0;
    for (int i = 0; i < ys.length; i++) {
      if (branches.get(i).parent < 0) {
        next = place(i, next, ys);
      }
    }
    return ys;
  }

  private double place(int i, double next, double[] ys) {
    double first = Double.NaN;
    double last = next;
    double free = next;
    for (int child = i + 1; child < ys.length; child++) {
      if (branches.get(child).parent == i) {
        free = place(child, free, ys);
        first = Double.isNaN(first) ? ys[child] : first;
        last = ys[child];
      }
    }
    ys[i] = Double.isNaN(first) ? next : (first + last) / 2;
    return Double.isNaN(first) ? next + ROW : free;
  }
}
