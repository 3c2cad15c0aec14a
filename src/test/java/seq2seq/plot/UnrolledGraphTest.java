package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.plot.UnrolledGraph.Edge;
import seq2seq.plot.UnrolledGraph.Kind;
import seq2seq.plot.UnrolledGraph.Node;

class UnrolledGraphTest {

  @Test
  void nodes_stand_in_the_frame_of_their_step_and_arrows_in_their_order() {
    UnrolledGraph graph = UnrolledGraph.empty().node("h0", "h(0) = 0", Kind.STATE);
    graph.step("t = 1").node("x1", "x(1)", Kind.INPUT).node("h1", "h(1)", Kind.STATE);
    graph.edge("x1", "h1", "W_xh").edge("h0", "h1").dottedEdge("h1", "x1", "in use");
    assertThat(graph.nodes())
        .containsExactly(
            new Node("h0", "h(0) = 0", Kind.STATE, null),
            new Node("x1", "x(1)", Kind.INPUT, "t = 1"),
            new Node("h1", "h(1)", Kind.STATE, "t = 1"));
    assertThat(graph.edges())
        .containsExactly(
            new Edge("x1", "h1", "W_xh", false),
            new Edge("h0", "h1", "", false),
            new Edge("h1", "x1", "in use", true));
  }

  @Test
  void going_back_to_a_step_or_outside_puts_the_node_there() {
    UnrolledGraph graph = UnrolledGraph.empty().step("t = 1").node("a", "a", Kind.INPUT);
    graph.step("t = 2").outside().node("c", "c", Kind.CONTEXT).step("t = 1");
    graph.node("b", "b", Kind.LOSS);
    assertThat(graph.nodes()).extracting(Node::step).containsExactly("t = 1", null, "t = 1");
    assertThat(graph.steps()).containsExactly("t = 1", "t = 2");
  }

  @Test
  void relabelling_changes_the_arrows_of_that_label_in_a_copy() {
    UnrolledGraph graph = UnrolledGraph.empty().node("a", "a", Kind.STATE);
    graph.edge("a", "a", "W_hh").edge("a", "a", "W_xh");
    assertThat(graph.relabelled("W_hh", "W").edges())
        .extracting(Edge::label)
        .containsExactly("W", "W_xh");
    assertThat(graph.edges()).extracting(Edge::label).containsExactly("W_hh", "W_xh");
  }

  @Test
  void an_id_that_is_taken_malformed_or_unknown_is_refused() {
    UnrolledGraph graph = UnrolledGraph.empty().node("a", "a", Kind.TARGET);
    assertRefused(() -> graph.node("a", "again", Kind.INPUT), "there is a node a already");
    assertRefused(() -> graph.node("h 1", "x", Kind.INPUT), "got \"h 1\"");
    assertRefused(() -> graph.node("1h", "x", Kind.INPUT), "got \"1h\"");
    assertRefused(() -> graph.edge("a", "b"), "edge a → b: there is no node b");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
