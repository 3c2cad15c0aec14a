package seq2seq.plot.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.engine.Generator;
import seq2seq.engine.Scalar;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.plot.diagram.Figure;
import seq2seq.plot.figures.ModelOverview.Part;
import seq2seq.plot.figures.SearchTree.Branch;

/**
 * Every figure once, as the pages may use it: the tests go through them, and {@code main} saves
 * them all as PNG and SVG in the folder that it is given, to be looked at.
 */
public final class Gallery {
  static final List<String> ENGLISH = List.of("I", "like", "milk", ".", "<eos>");
  static final List<String> FRENCH = List.of("j'", "aime", "le", "lait", ".", "<eos>");

  private static final List<String> TOKENS =
      List.of("<pad>", "<bos>", "<eos>", "<unk>", "we", "are", "here", "sleep");
  private static final int[][] IDS = {{4, 5, 6, 2}, {7, 2, 0, 0}};
  private static final int[] LENGTHS = {4, 2};

  private Gallery() {}

  public static void main(String[] args) {
    all()
        .forEach(
            (name, figure) -> {
              figure.save(Path.of(args[0], name + ".png"));
              figure.save(Path.of(args[0], name + ".svg"));
            });
  }

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    ModelOverview model = ModelOverview.of(ENGLISH, FRENCH);
    all.put("model", model);
    for (Part part : Part.values()) {
      all.put("model-" + part, model.highlight(part));
    }
    all.put("cell-rnn", CellDiagram.rnn());
    all.put("cell-gru", CellDiagram.gru());
    all.put("cell-lstm", CellDiagram.lstm());
    all.put("expression", expression());
    all.put("rectangle", PaddedRectangle.of(IDS, LENGTHS, Gallery::token));
    all.put("block", EmbeddingBlock.of(IDS, table(), Gallery::token));
    all.put("states", StateGrid.of(2, IDS, LENGTHS, Gallery::token));
    all.put(
        "decoder",
        UnrolledDecoder.of(
            List.of("nous", "dormons", "bien", "<eos>"), List.of("je", "dors", "bien", "<eos>")));
    all.put("modes", ContextModes.of(3));
    Tensor losses = Tensor.of(new float[][] {{0.1f, 0.1f, 2.5f}, {0.1f, 5, 6.2f}});
    Tensor mask = Tensor.of(new float[][] {{1, 1, 1}, {1, 0, 0}});
    all.put("losses", LossGrid.of(losses, mask));
    all.put(
        "losses-words",
        LossGrid.of(losses, mask)
            .withWords(List.of(List.of("A", "B", "C"), List.of("D", "<pad>", "<pad>"))));
    all.put(
        "temperature",
        TemperatureBars.of(
            new String[] {"veux", "aime", "bois", "t'"}, new float[] {2, 1.2f, 0, -1}, 0.5, 1, 3));
    all.put("tree", SearchTree.of(tree()));
    all.put("clip", ClippedGradient.of(0.5, new double[] {1.2, 0.7}, new double[] {-0.25, 0.2}));
    all.put("attention", attention());
    for (String figure : List.of("10.3", "10.4", "10.5", "10.9", "10.10", "10.11", "10.12")) {
      all.put("graph-" + figure, RecurrentGraph.of(Graphs.of(figure)));
    }
    return all;
  }

  private static List<Branch> tree() {
    List<Branch> tree = new ArrayList<>();
    branch(tree, -1, "elle", 0.5, true);
    branch(tree, -1, "on", 0.4, true);
    branch(tree, -1, "il", 0.1, false);
    branch(tree, 0, "dort", 0.2, true);
    branch(tree, 0, "rêve", 0.175, false);
    branch(tree, 0, "<eos>", 0.125, false);
    branch(tree, 1, "dort", 0.36, true);
    branch(tree, 1, "<eos>", 0.04, false);
    branch(tree, 3, "<eos>", 0.12, true);
    branch(tree, 3, "bien", 0.08, false);
    branch(tree, 6, "<eos>", 0.324, true);
    branch(tree, 6, "bien", 0.036, false);
    return tree;
  }

  private static void branch(List<Branch> tree, int parent, String word, double p, boolean kept) {
    tree.add(new Branch(parent, word, StrictMath.log(p), kept));
  }

  private static AttentionStep attention() {
    Tensor values = Tensor.normal(Shape.of(4, 3), 1, Generator.seeded(4));
    Tensor scores = Tensor.of(0.4f, 1.6f, -0.3f, 0.9f);
    Tensor mask = Tensor.of(1, 1, 1, 0);
    Tensor weights = mask.where(scores, Tensor.scalar(Float.NEGATIVE_INFINITY)).softmax();
    return AttentionStep.of(List.of("we", "sleep", "<eos>", "<pad>"), scores, weights, values, 3);
  }

  private static ExpressionGraph expression() {
    Scalar a = Scalar.of(2);
    Scalar b = Scalar.of(-3);
    Scalar y = a.times(b).plus(a.pow(2));
    y.backward();
    return ExpressionGraph.of(y).with("a", a).with("b", b).with("y", y);
  }

  private static Tensor table() {
    return Tensor.normal(Shape.of(TOKENS.size(), 4), 1, Generator.seeded(1));
  }

  private static String token(int id) {
    return TOKENS.get(id);
  }
}
