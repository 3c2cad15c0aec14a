package seq2seq.plot.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import seq2seq.plot.Words;
import seq2seq.plot.diagram.Anchor;
import seq2seq.plot.diagram.Box;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.diagram.Point;
import seq2seq.plot.diagram.Sketch;
import seq2seq.plot.diagram.Tint;

/**
 * The whole model with real words: on the left the encoder reads, in the middle stands the context,
 * on the right the decoder writes. Below the decoder stands the target moved one place to the
 * right, which it is given in training; above it what it writes, the losses and the target.
 *
 * <pre>{@code
 * ModelOverview.of(List.of("I", "like", "milk", ".", "<eos>"),
 *         List.of("j'", "aime", "le", "lait", ".", "<eos>"))
 *     .highlight(Part.ENCODER)
 *     .save(Path.of("images/model.png"));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ModelOverview extends Figure {
  /** A part of the model that a chapter builds. */
  public enum Part {
    /** The words' rows of the embedding table, on both sides. */
    EMBEDDING,
    /** The states that read. */
    ENCODER,
    /** What the encoder hands to the decoder. */
    CONTEXT,
    /** The states that write, and what they are given. */
    DECODER,
    /** The words that are written. */
    OUTPUT,
    /** Losses: words written against words wanted. */
    LOSS,
    /** A new context for each word, from all states of the encoder; drawn only where asked for. */
    ATTENTION
  }

  private static final double TARGETS = 0;
  private static final double LOSSES = 58;
  private static final double OUTPUTS = 116;
  private static final double STATES = 200;
  private static final double EMBEDDINGS = 296;
  private static final double WORDS = 344;
  private static final double HIGH = 32;

  private final List<String> source;
  private final List<String> target;
  private final Set<Part> parts;

  private ModelOverview(List<String> source, List<String> target, Set<Part> parts) {
    super("model");
    this.source = source;
    this.target = target;
    this.parts = parts;
  }

  /**
   * The model reading {@code source} and writing {@code target}, no part picked out.
   *
   * @param source words (T), with the end token
   * @param target words (T'), with the end token
   * @throws IllegalArgumentException if either is empty
   */
  public static ModelOverview of(List<String> source, List<String> target) {
    Inputs.notEmpty("model overview", "source words", source.size());
    Inputs.notEmpty("model overview", "target words", target.size());
    return new ModelOverview(List.copyOf(source), List.copyOf(target), EnumSet.noneOf(Part.class));
  }

  /** This picture with these parts in full colour and all others pale. */
  public ModelOverview highlight(Part... parts) {
    Set<Part> picked = EnumSet.noneOf(Part.class);
    picked.addAll(Arrays.asList(parts));
    return new ModelOverview(source, target, picked);
  }

  private boolean pale(Part... belongsTo) {
    return !parts.isEmpty() && Arrays.stream(belongsTo).noneMatch(parts::contains);
  }

  @Override
  public String alt() {
    return Words.of(
        parts.isEmpty() ? "model.alt" : "model.alt.part",
        String.join(" ", source),
        String.join(" ", target),
        String.join(", ", parts.stream().map(p -> Words.of("model.part." + p)).toList()));
  }

  @Override
  protected void draw(Sketch s) {
    List<String> all = new ArrayList<>(source);
    all.addAll(target);
    all.add("<bos>");
    double slot = s.widest(all.stream().map(Sketch::word).toList(), 56) + 6;
    List<Box> read = drawEncoder(s, slot);
    double middle = source.size() * slot + 8;
    Box context = Box.around(middle + 26, STATES, 52, 52);
    List<Box> written = drawDecoder(s, slot, middle + 76);
    drawContext(s, read, context, written);
    if (parts.contains(Part.ATTENTION)) {
      drawAttention(s, read, written.get(asking()));
    }
    drawNames(s, slot, middle + 76, context);
  }

  private List<Box> drawEncoder(Sketch s, double slot) {
    List<Box> states = new ArrayList<>();
    for (int t = 0; t < source.size(); t++) {
      double x = (t + 0.5) * slot;
      Sketch pen = s.dim(pale(Part.ENCODER, Part.ATTENTION));
      Box state = pen.box(Box.around(x, STATES, 48, 44), Tint.STATE, "$h_" + (t + 1) + "$");
      if (t > 0) {
        pen.arrow(states.get(t - 1).right(), state.left());
      }
      drawWord(s, x, slot, source.get(t), Tint.INPUT, state, Part.ENCODER);
      states.add(state);
    }
    return states;
  }

  /** A word, its embedding above, and the arrow into the state. */
  private void drawWord(
      Sketch s, double x, double slot, String word, Tint tint, Box state, Part side) {
    Sketch pen = s.dim(pale(Part.EMBEDDING, side));
    Box box = pen.box(Box.around(x, WORDS, slot - 6, HIGH), tint, Sketch.word(word));
    Box strip = Box.around(x, EMBEDDINGS, 46, 10);
    for (int d = 0; d < 4; d++) {
      pen.circle(strip.left().plus(5 + 12 * d, 0), 5, Tint.INPUT, "");
    }
    pen.line(box.top(), strip.bottom());
    pen.arrow(strip.top(), state.bottom());
  }

  private List<Box> drawDecoder(Sketch s, double slot, double left) {
    List<Box> states = new ArrayList<>();
    for (int t = 0; t < target.size(); t++) {
      double x = left + (t + 0.5) * slot;
      boolean asks = t == asking() && parts.contains(Part.ATTENTION);
      Sketch pen = s.dim(pale(Part.DECODER) && !asks);
      Box state = pen.box(Box.around(x, STATES, 48, 44), Tint.STATE, "$s_" + (t + 1) + "$");
      if (t > 0) {
        s.dim(pale(Part.DECODER)).arrow(states.get(t - 1).right(), state.left());
      }
      String before = t == 0 ? "<bos>" : target.get(t - 1);
      drawWord(s, x, slot, before, t == 0 ? Tint.PLAIN : Tint.TARGET, state, Part.DECODER);
      drawOutput(s, x, slot, target.get(t), state);
      states.add(state);
    }
    return states;
  }

  private void drawOutput(Sketch s, double x, double slot, String word, Box state) {
    Sketch out = s.dim(pale(Part.OUTPUT, Part.LOSS));
    Box output = out.box(Box.around(x, OUTPUTS, slot - 6, HIGH), Tint.OUTPUT, Sketch.word(word));
    s.dim(pale(Part.OUTPUT)).arrow(state.top(), output.bottom());
    Sketch pen = s.dim(pale(Part.LOSS));
    Box loss = pen.circle(new Point(x, LOSSES), 13, Tint.LOSS, "");
    Box wanted = pen.box(Box.around(x, TARGETS, slot - 6, HIGH), Tint.TARGET, Sketch.word(word));
    pen.arrow(output.top(), loss.bottom());
    pen.arrow(wanted.bottom(), loss.top());
  }

  private void drawContext(Sketch s, List<Box> read, Box context, List<Box> written) {
    s.dim(pale(Part.CONTEXT, Part.ENCODER))
        .arrow(read.get(read.size() - 1).right(), context.left());
    s.dim(pale(Part.CONTEXT)).circle(context.middle(), 26, Tint.CONTEXT, "$c$");
    Sketch pen = s.dim(pale(Part.CONTEXT, Part.DECODER));
    pen.arrow(context.right(), written.get(0).left());
    if (!parts.contains(Part.ATTENTION)) {
      pen.bus(context.bottom(), STATES + 46, 10, written);
    }
  }

  private void drawAttention(Sketch s, List<Box> read, Box asking) {
    double x = (read.get(0).middle().x() + read.get(read.size() - 1).middle().x()) / 2;
    Box sum = Box.around(x, OUTPUTS - 30, 150, 40);
    for (int i = 0; i < read.size(); i++) {
      double share = (i + 1.0) / (read.size() + 1);
      s.accent(true).thread(read.get(i).top(), sum.at(share, 1), 5.8);
    }
    s.box(sum, Tint.CONTEXT, "$c_" + (asking() + 1) + " = Σ α_i h_i$");
    s.accent(true)
        .arrow(
            sum.right(),
            new Point(asking.x() - 14, sum.middle().y()),
            new Point(asking.x() - 14, STATES - 40),
            new Point(asking.x() + 10, asking.y()));
  }

  /** The step that asks: the second, where there are two. */
  private int asking() {
    return Math.min(1, target.size() - 1);
  }

  private void drawNames(Sketch s, double slot, double left, Box context) {
    Sketch small = s.small();
    double from = -14;
    name(small, from, STATES, Anchor.END, "encoder", Part.ENCODER);
    name(small, from, EMBEDDINGS, Anchor.END, "embeddings", Part.EMBEDDING, Part.ENCODER);
    name(small, from, WORDS, Anchor.END, "source", Part.EMBEDDING, Part.ENCODER);
    double right = left + target.size() * slot + 10;
    name(small, right, TARGETS, Anchor.START, "target", Part.LOSS);
    name(small, right, LOSSES, Anchor.START, "loss", Part.LOSS);
    name(small, right, OUTPUTS, Anchor.START, "output", Part.OUTPUT, Part.LOSS);
    name(small, right, STATES, Anchor.START, "decoder", Part.DECODER);
    name(small, right, EMBEDDINGS, Anchor.START, "embeddings", Part.EMBEDDING, Part.DECODER);
    name(small, right, WORDS, Anchor.START, "shifted", Part.EMBEDDING, Part.DECODER);
    small
        .dim(pale(Part.CONTEXT))
        .remark(context.top().plus(0, -14), Anchor.MIDDLE, Words.of("model.context"));
  }

  /** The name of a row: as pale as what stands in it. */
  private void name(Sketch s, double x, double y, Anchor anchor, String key, Part... parts) {
    s.dim(pale(parts)).remark(new Point(x, y), anchor, Words.of("model." + key));
  }
}
