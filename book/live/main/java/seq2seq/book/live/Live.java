package seq2seq.book.live;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSExport;

/** The door of the figures: a page's worker calls {@link #call}, and so do the tests on the JVM. */
public final class Live {
  private static final Map<String, Figure> OPEN = new HashMap<>();

  private Live() {}

  /** Nothing: a page calls when a reader does something. */
  public static void main(String[] args) {}

  /**
   * The answer of one figure.
   *
   * @param place which figure of the page; each keeps a state of its own
   * @param name the figure's name: {@code ch05-mask}
   * @param values lines {@code name=value}
   * @return JSON; where a value cannot be used, an object with the one field {@code needs}
   */
  @JSExport
  public static String call(String place, String name, String values) {
    Json answer = new Json();
    try {
      OPEN.computeIfAbsent(place + " " + name, key -> create(name))
          .answer(Request.of(values), answer);
      return answer.toString();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new Json().put("needs", e.getMessage()).toString();
    }
  }

  private static Figure create(String name) {
    return switch (name) {
      case "ch00-graph" -> new GraphFigure();
      case "ch01-tokens" -> new TokensFigure();
      case "ch02-gates" -> new GatesFigure();
      case "ch03-grid" -> new GridFigure();
      case "ch04-context" -> new ContextFigure();
      case "ch05-mask" -> new MaskFigure();
      case "ch06-loss" -> new LossFigure();
      case "ch07-train" -> new TrainFigure();
      case "ch08-beam" -> new BeamFigure();
      case "ch09-unroll" -> new UnrollFigure();
      case "ch10-heatmap" -> new HeatmapFigure();
      case "bits" -> new BitsCheck();
      default -> throw new IllegalArgumentException("there is no figure " + name);
    };
  }
}
