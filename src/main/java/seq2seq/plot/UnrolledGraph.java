package seq2seq.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A recurrent network unrolled over time, as Mermaid text, which GitHub draws.
 *
 * <pre>{@code
 * UnrolledGraph graph = UnrolledGraph.upwards();
 * for (int t = 1; t <= 2; t++) {
 *   graph.step("t = " + t)
 *       .node("x" + t, "x(" + t + ")", Kind.INPUT)
 *       .node("h" + t, "h(" + t + ")", Kind.STATE)
 *       .edge("x" + t, "h" + t, "U");
 * }
 * graph.edge("h1", "h2", "W");
 * System.out.print(graph.toMermaid());
 * }</pre>
 *
 * <p>The text depends on the calls and their order alone. Mutable: each call adds to this graph and
 * returns it.
 */
public final class UnrolledGraph {

  /** What a node stands for; each has a shape and a colour of its own. */
  public enum Kind {
    /** x, or an embedding of it: a box. */
    INPUT("[", "]", "#cfe6f5"),
    /** h, a hidden state: a circle. */
    STATE("((", "))", "#fde8c8"),
    /** The context c, passed from encoder to decoder: a double circle. */
    CONTEXT("(((", ")))", "#f6d5e5"),
    /** o, logits or a token that was written: a rounded box. */
    OUTPUT("(", ")", "#d3efe4"),
    /** y, the right answer: a box with doubled sides. */
    TARGET("[[", "]]", "#eeeeee"),
    /** L, a loss: a hexagon. */
    LOSS("{{", "}}", "#f8d3c5");

    private final String open;
    private final String close;
    private final String fill;

    Kind(String open, String close, String fill) {
      this.open = open;
      this.close = close;
      this.fill = fill;
    }

    private String mermaidName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Node(String id, String label, Kind kind, String step) {}

  private record Edge(String from, String to, String label, boolean dotted) {}

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Words that Mermaid reads as its own where it expects a node. */
  private static final List<String> RESERVED =
      List.of(
          "end",
          "graph",
          "flowchart",
          "subgraph",
          "style",
          "linkstyle",
          "class",
          "classdef",
          "click",
          "direction",
          "default",
          "call",
          "href",
          "interpolate");

  private final String direction;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<String> steps = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private String currentStep;

  private UnrolledGraph(String direction) {
    this.direction = direction;
  }

  /** An empty graph whose edges run from left to right. */
  public static UnrolledGraph leftToRight() {
    return new UnrolledGraph("LR");
  }

  /** An empty graph whose edges run upwards: inputs below, losses above, as in the books. */
  public static UnrolledGraph upwards() {
    return new UnrolledGraph("BT");
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
   * @throws IllegalArgumentException if the id is taken, malformed, or a word of Mermaid's own
   */
  public UnrolledGraph node(String id, String label, Kind kind) {
    if (!ID.matcher(id).matches()) {
      throw Check.error(
          "graph", "a node's id is a letter, then letters, digits or _; got \"" + id + "\"");
    }
    if (RESERVED.contains(id.toLowerCase(Locale.ROOT))) {
      throw Check.error("graph", "\"" + id + "\" is a word of Mermaid's own, so no id");
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
    for (String id : List.of(edge.from, edge.to)) {
      if (!nodes.containsKey(id)) {
        throw Check.error(
            "graph", "edge " + edge.from + " → " + edge.to + ": there is no node " + id);
      }
    }
    edges.add(edge);
    return this;
  }

  /**
   * The graph in Mermaid's language, lines ended by {@code \n}; in Markdown it goes into a fence
   * marked {@code mermaid}.
   *
   * @throws IllegalArgumentException if there is no node
   */
  public String toMermaid() {
    if (nodes.isEmpty()) {
      throw Check.error("graph", "there is no node to draw");
    }
    StringBuilder out = new StringBuilder("flowchart " + direction + "\n");
    appendNodes(out, null, "  ");
    for (int i = 0; i < steps.size(); i++) {
      out.append("  subgraph step").append(i).append("[\"");
      out.append(escape(steps.get(i))).append("\"]\n");
      appendNodes(out, steps.get(i), "    ");
      out.append("  end\n");
    }
    edges.forEach(e -> out.append("  ").append(text(e)).append('\n'));
    appendColours(out);
    return out.toString();
  }

  private void appendNodes(StringBuilder out, String step, String indent) {
    for (Node n : nodes.values()) {
      if (Objects.equals(n.step, step)) {
        out.append(indent).append(n.id).append(n.kind.open).append('"');
        out.append(escape(n.label)).append('"').append(n.kind.close);
        out.append(":::").append(n.kind.mermaidName()).append('\n');
      }
    }
  }

  private static String text(Edge e) {
    String arrow = e.dotted ? "-.->" : "-->";
    String label = e.label.isEmpty() ? "" : "|\"" + escape(e.label) + "\"|";
    return e.from + " " + arrow + label + " " + e.to;
  }

  /** One line for each kind that occurs; dark ink, so that it is legible on a dark page too. */
  private void appendColours(StringBuilder out) {
    Set<Kind> used = new TreeSet<>();
    nodes.values().forEach(n -> used.add(n.kind));
    for (Kind kind : used) {
      out.append("  classDef ").append(kind.mermaidName()).append(" fill:").append(kind.fill);
      out.append(",stroke:#666666,color:#222222\n");
    }
  }

  /** What Mermaid or its Markdown would take for its own, as entity codes. */
  private static String escape(String label) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      out.append(escape(label.charAt(i)));
    }
    return out.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "#quot;";
      case '#' -> "#35;";
      case '&' -> "#amp;";
      case '<' -> "#lt;";
      case '>' -> "#gt;";
      case '`' -> "#96;";
      case '\\' -> "#92;";
      case '\n' -> "<br/>";
      default -> Character.isISOControl(c) ? " " : String.valueOf(c);
    };
  }
}
