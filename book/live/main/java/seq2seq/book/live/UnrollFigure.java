package seq2seq.book.live;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.ch02_recurrence.CellKind;
import seq2seq.ch04_decoder.ContextMode;
import seq2seq.ch09_architectures.Bidirectional;
import seq2seq.ch09_architectures.HiddenAndOutputRecurrence;
import seq2seq.ch09_architectures.HiddenRecurrence;
import seq2seq.ch09_architectures.Network;
import seq2seq.ch09_architectures.OutputRecurrence;
import seq2seq.ch09_architectures.SequenceToSequence;
import seq2seq.ch09_architectures.SequenceToSummary;
import seq2seq.ch09_architectures.VectorToSequence;
import seq2seq.engine.Generator;
import seq2seq.plot.UnrolledGraph;

/** Chapter 9: the seven networks unrolled, each as it draws itself. */
final class UnrollFigure implements Figure {
  private static final int MOST_STEPS = 6;

  private final Map<String, Network> networks = new TreeMap<>();

  @Override
  public void answer(Request request, Json answer) {
    int steps = request.whole("steps", "steps T", 1, MOST_STEPS);
    Network network = networks.computeIfAbsent(request.text("network"), UnrollFigure::create);
    UnrolledGraph graph = network.unrolled(steps);
    answer
        .put("figure", network.figure())
        .texts("steps", graph.steps())
        .objects("nodes", graph.nodes().stream().map(UnrollFigure::json).toList())
        .objects("edges", graph.edges().stream().map(UnrollFigure::json).toList());
  }

  private static Json json(UnrolledGraph.Node node) {
    return new Json()
        .put("id", node.id())
        .put("label", node.label())
        .put("kind", node.kind().name().toLowerCase(Locale.ROOT))
        .put("step", node.step() == null ? "" : node.step());
  }

  private static Json json(UnrolledGraph.Edge edge) {
    return new Json()
        .put("from", edge.from())
        .put("to", edge.to())
        .put("label", edge.label())
        .put("dotted", edge.dotted());
  }

  private static Network create(String figure) {
    Generator generator = Generator.seeded(3);
    return switch (figure) {
      case "10.3" -> HiddenRecurrence.create(6, 6, 4, 4, generator);
      case "10.4" -> OutputRecurrence.create(6, 6, 4, 4, generator);
      case "10.5" -> SequenceToSummary.create(6, 6, 4, 4, generator);
      case "10.9" -> VectorToSequence.create(6, 6, 4, 4, generator);
      case "10.10" -> HiddenAndOutputRecurrence.create(6, 6, 4, 4, generator);
      case "10.11" -> Bidirectional.create(6, 6, 4, 4, generator);
      case "10.12" ->
          SequenceToSequence.create(CellKind.GRU, ContextMode.BOTH, 6, 6, 4, 4, generator);
      default -> throw new IllegalArgumentException("network: there is no figure " + figure);
    };
  }
}
