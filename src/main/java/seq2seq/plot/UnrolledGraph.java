package seq2seq.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A recurrent network unrolled over time: its nodes, in frames of one time step each, and its
 * arrows. {@link seq2seq.plot.figures.RecurrentGraph} draws it.
 *
 * <pre>{@code
 * UnrolledGraph graph = UnrolledGraph.empty();
 * for (int t = 1; t <= 2; t++) {
 *   graph.step("t = " + t)
 *       .node("x" + t, "x(" + t + ")", Kind.INPUT)
 *       .node("h" + t, "h(" + t + ")", Kind.STATE)
 *       .edge("x" + t, "h" + t, "U");
 * }
 * graph.edge("h1", "h2", "W");
 * RecurrentGraph.of(graph).save(Path.of("images/unrolled.png"));
 * }</pre>
 *
 * <p>Mutable: each call adds to this graph and returns it.
 */
public final class UnrolledGraph {

  /** What a node stands for; each kind has a row of its own in the drawing. */
  public enum Kind {
    /** x, or an embedding of it. */
    INPUT,
    /** h, a hidden state. */
    STATE,
    /** The context c, passed from encoder to decoder. */
    CONTEXT,
    /** o, logits or a token that was written. */
    OUTPUT,
    /** y, the right answer. */
    TARGET,
    /** L, a loss. */
    LOSS
  }

  /** A node; its step is null outside every frame. */
  public record Node(String id, String label, Kind kind, String step) {}

  /** An arrow; its label may be empty. */
  public record Edge(String from, String to, String label, boolean dotted) {}

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<String> steps = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private String currentStep;

  private UnrolledGraph() {}

  /** A graph without nodes. */
  public static UnrolledGraph empty() {
    return new UnrolledGraph();
  }

  /**
   * Nodes added from here on stand in a frame with this label, one frame for each time step; going
   * back to an earlier label adds to that frame.
   */
  public UnrolledGraph step(String label) {
    if (!steps.contains(label)) {
      steps.add(label);
    }
    currentStep = label;
    return this;
  }

  /** Nodes added from here on stand outside every frame. */
  public UnrolledGraph outside() {
    currentStep = null;
    return this;
  }

  /**
   * Adds a node.
   *
   * @param id its name for {@link #edge}: a letter, then letters, digits or {@code _}
   * @param label what is shown; any text
   * @throws IllegalArgumentException if the id is taken or malformed
   */
  public UnrolledGraph node(String id, String label, Kind kind) {
    if (!ID.matcher(id).matches()) {
      throw Check.error(
          "graph", "a node's id is a letter, then letters, digits or _; got \"" + id + "\"");
    }
    if (nodes.containsKey(id)) {
      throw Check.error("graph", "there is a node " + id + " already");
    }
    nodes.put(id, new Node(id, label, kind, currentStep));
    return this;
  }

  /** Adds an arrow; both nodes must be there. */
  public UnrolledGraph edge(String from, String to) {
    return edge(from, to, "");
  }

  /**
   * Adds an arrow with a label, as the name of a weight matrix.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public UnrolledGraph edge(String from, String to, String label) {
    return add(new Edge(from, to, label, false));
  }

  /**
   * Adds a dotted arrow, for what happens only in training or only in use, as teacher forcing.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public UnrolledGraph dottedEdge(String from, String to, String label) {
    return add(new Edge(from, to, label, true));
  }

  private UnrolledGraph add(Edge edge) {
    checkNode("edge " + edge.from + " → " + edge.to, edge.from);
    checkNode("edge " + edge.from + " → " + edge.to, edge.to);
    edges.add(edge);
    return this;
  }

  private void checkNode(String where, String id) {
    if (!nodes.containsKey(id)) {
      throw Check.error("graph", where + ": there is no node " + id);
    }
  }

  /** The nodes, in the order in which they were added. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The arrows, in the order in which they were added. */
  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** The labels of the frames, first step first. */
  public List<String> steps() {
    return List.copyOf(steps);
  }

  /** A graph like this one in which the arrows labelled {@code from} are labelled {@code to}. */
  public UnrolledGraph relabelled(String from, String to) {
    UnrolledGraph other = new UnrolledGraph();
    other.nodes.putAll(nodes);
    other.steps.addAll(steps);
    edges.forEach(
        e -> other.edges.add(e.label.equals(from) ? new Edge(e.from, e.to, to, e.dotted) : e));
    return other;
  }
}
