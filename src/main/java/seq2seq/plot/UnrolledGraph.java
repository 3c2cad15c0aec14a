package seq2seq.plot;

import java.util.ArrayList;
import java.util.Collections;
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
    INPUT("[", "]", "lightblue"),
    /** h, a hidden state: a circle. */
    STATE("((", "))", "moccasin"),
    /** The context c, passed from encoder to decoder: a double circle. */
    CONTEXT("(((", ")))", "thistle"),
    /** o, logits or a token that was written: a rounded box. */
    OUTPUT("(", ")", "palegreen"),
    /** y, the right answer: a box with doubled sides. */
    TARGET("[[", "]]", "gainsboro"),
    /** L, a loss: a hexagon. */
    LOSS("{{", "}}", "lightpink");

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

  /** A node; its step is null outside every frame. */
  public record Node(String id, String label, Kind kind, String step) {}

  /** An arrow; its label may be empty. */
  public record Edge(String from, String to, String label, boolean dotted) {}

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
    UnrolledGraph other = new UnrolledGraph(direction);
    other.nodes.putAll(nodes);
    other.steps.addAll(steps);
    edges.forEach(
        e -> other.edges.add(e.label.equals(from) ? new Edge(e.from, e.to, to, e.dotted) : e));
    return other;
  }

  /**
   * The graph in Mermaid's language, lines ended by {@code \n}; in Markdown it goes into a fence
   * marked {@code mermaid}.
   *
   * @throws IllegalArgumentException if there is no node
   */
  public String toMermaid() {
    checkNotEmpty();
    StringBuilder out = new StringBuilder("flowchart " + direction + "\n");
    nodesOf(null).forEach(n -> out.append("  ").append(n).append('\n'));
    for (int i = 0; i < steps.size(); i++) {
      out.append("  ").append(frame(i)).append('\n');
      nodesOf(steps.get(i)).forEach(n -> out.append("    ").append(n).append('\n'));
      out.append("  end\n");
    }
    edges.forEach(e -> out.append("  ").append(text(e)).append('\n'));
    colours().forEach(colour -> out.append("  ").append(colour).append('\n'));
    return out.toString();
  }

  /**
   * The same graph in fewer lines, for a page with many: each frame is a line, and so are all
   * arrows, and all colours. The frames are listed from the last to the first: an upward graph is
   * then drawn with time running to the right.
   *
   * @throws IllegalArgumentException if there is no node
   */
  public String toCompactMermaid() {
    checkNotEmpty();
    StringBuilder out = new StringBuilder("flowchart " + direction + "\n");
    appendLine(out, nodesOf(null));
    for (int i = steps.size() - 1; i >= 0; i--) {
      List<String> lines = new ArrayList<>(List.of(frame(i)));
      lines.addAll(nodesOf(steps.get(i)));
      lines.add("end");
      appendLine(out, lines);
    }
    appendLine(out, edges.stream().map(UnrolledGraph::text).toList());
    appendLine(out, colours());
    return out.toString();
  }

  private static void appendLine(StringBuilder out, List<String> statements) {
    out.append(statements.isEmpty() ? "" : "  " + String.join("; ", statements) + "\n");
  }

  /**
   * Whether there is a way from one node to another along solid arrows; a node reaches itself.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public boolean reaches(String from, String to) {
    checkNode("reaches", from);
    checkNode("reaches", to);
    Set<String> seen = new TreeSet<>(List.of(from));
    boolean grows = true;
    while (grows) {
      grows = edges.stream().anyMatch(e -> !e.dotted && seen.contains(e.from) && seen.add(e.to));
    }
    return seen.contains(to);
  }

  /**
   * How many nodes of one kind stand on the longest way along solid arrows: of states, how many
   * must be computed one after the other.
   *
   * @throws IllegalArgumentException if the solid arrows run in a circle
   */
  public int longestChain(Kind kind) {
    Map<String, Integer> chain = new LinkedHashMap<>();
    nodes.values().forEach(n -> chain.put(n.id, n.kind == kind ? 1 : 0));
    boolean grows = true;
    for (int round = 0; grows; round++) {
      if (round > nodes.size()) {
        throw Check.error("graph", "the solid arrows run in a circle, so no way is the longest");
      }
      grows = false;
      for (Edge e : edges) {
        int longer = chain.get(e.from) + (nodes.get(e.to).kind == kind ? 1 : 0);
        if (!e.dotted && longer > chain.get(e.to)) {
          chain.put(e.to, longer);
          grows = true;
        }
      }
    }
    return Collections.max(chain.values());
  }

  private void checkNotEmpty() {
    if (nodes.isEmpty()) {
      throw Check.error("graph", "there is no node to draw");
    }
  }

  private String frame(int i) {
    return "subgraph step" + i + "[\"" + escape(steps.get(i)) + "\"]";
  }

  /** The nodes of one frame, or of none, each as Mermaid declares it. */
  private List<String> nodesOf(String step) {
    return nodes.values().stream()
        .filter(n -> Objects.equals(n.step, step))
        .map(UnrolledGraph::text)
        .toList();
  }

  private static String text(Node n) {
    return n.id
        + n.kind.open
        + '"'
        + escape(n.label)
        + '"'
        + n.kind.close
        + ":::"
        + n.kind.mermaidName();
  }

  private static String text(Edge e) {
    String arrow = e.dotted ? "-.->" : "-->";
    String label = e.label.isEmpty() ? "" : "|\"" + escape(e.label) + "\"|";
    return e.from + " " + arrow + label + " " + e.to;
  }

  /**
   * A statement for each kind that occurs; dark ink, so that it is legible on a dark page too. The
   * colours are names, for Mermaid takes {@code #222222;} for the code of a character.
   */
  private List<String> colours() {
    Set<Kind> used = new TreeSet<>();
    nodes.values().forEach(n -> used.add(n.kind));
    return used.stream()
        .map(
            kind ->
                "classDef "
                    + kind.mermaidName()
                    + " fill:"
                    + kind.fill
                    + ",stroke:dimgray,color:black")
        .toList();
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
