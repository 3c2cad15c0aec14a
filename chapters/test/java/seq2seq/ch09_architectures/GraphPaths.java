package seq2seq.ch09_architectures;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.UnrolledGraph.Edge;
import seq2seq.plot.UnrolledGraph.Kind;

/** Paths along the solid arrows of an unrolled graph. */
final class GraphPaths {
  private GraphPaths() {}

  /** Whether a path leads from one node to another; a node reaches itself. */
  static boolean reaches(UnrolledGraph graph, String from, String to) {
    Set<String> seen = new TreeSet<>(Set.of(from));
    boolean grows = true;
    while (grows) {
      grows =
          graph.edges().stream()
              .anyMatch(e -> !e.dotted() && seen.contains(e.from()) && seen.add(e.to()));
    }
    return seen.contains(to);
  }

  /** How many states stand on the longest path: so many must be computed one after the other. */
  static int longestChainOfStates(UnrolledGraph graph) {
    Map<String, Integer> isState = new HashMap<>();
    graph.nodes().forEach(n -> isState.put(n.id(), n.kind() == Kind.STATE ? 1 : 0));
    Map<String, Integer> longest = new HashMap<>(isState);
    for (int round = 0; round < graph.nodes().size(); round++) {
      for (Edge e : graph.edges()) {
        if (!e.dotted()) {
          longest.merge(e.to(), longest.get(e.from()) + isState.get(e.to()), Math::max);
        }
      }
    }
    return longest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
