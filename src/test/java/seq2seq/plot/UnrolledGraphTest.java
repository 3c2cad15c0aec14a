package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import seq2seq.plot.UnrolledGraph.Kind;

class UnrolledGraphTest {

  @Test
  void a_graph_over_two_steps_is_this_text() {
    UnrolledGraph graph = UnrolledGraph.upwards().node("h0", "h(0) = 0", Kind.STATE);
    for (int t = 1; t <= 2; t++) {
      graph
          .step("t = " + t)
          .node("x" + t, "x(" + t + ")", Kind.INPUT)
          .node("h" + t, "h(" + t + ")", Kind.STATE)
          .edge("x" + t, "h" + t, "W_xh")
          .edge("h" + (t - 1), "h" + t);
    }
    graph.dottedEdge("h1", "x2", "only in use");
    assertThat(graph.toMermaid())
        .isEqualTo(
            """
            flowchart BT
              h0(("h(0) = 0")):::state
              subgraph step0["t = 1"]
                x1["x(1)"]:::input
                h1(("h(1)")):::state
              end
              subgraph step1["t = 2"]
                x2["x(2)"]:::input
                h2(("h(2)")):::state
              end
              x1 -->|"W_xh"| h1
              h0 --> h1
              x2 -->|"W_xh"| h2
              h1 --> h2
              h1 -.->|"only in use"| x2
              classDef input fill:#cfe6f5,stroke:#666666,color:#222222
              classDef state fill:#fde8c8,stroke:#666666,color:#222222
            """);
  }

  @Test
  void going_back_to_a_step_or_outside_puts_the_node_there() {
    String text =
        UnrolledGraph.leftToRight()
            .step("t = 1")
            .node("a", "a", Kind.INPUT)
            .outside()
            .node("c", "c", Kind.CONTEXT)
            .step("t = 1")
            .node("b", "b", Kind.LOSS)
            .toMermaid();
    assertThat(text)
        .startsWith(
            """
            flowchart LR
              c((("c"))):::context
              subgraph step0["t = 1"]
                a["a"]:::input
                b{{"b"}}:::loss
              end
            """);
  }

  @Test
  void labels_cannot_break_out_of_their_quotes() {
    String text =
        UnrolledGraph.upwards()
            .step("\"]")
            .node("a", "`\"<eos>\" & #1\nline two\t\\", Kind.OUTPUT)
            .edge("a", "a", "|\"|")
            .toMermaid();
    assertThat(text)
        .contains("subgraph step0[\"#quot;]\"]")
        .contains("a(\"#96;#quot;#lt;eos#gt;#quot; #amp; #35;1<br/>line two #92;\"):::output")
        .contains("a -->|\"|#quot;|\"| a");
  }

  @Test
  void ids_that_mermaid_would_misread_are_refused() {
    UnrolledGraph graph = UnrolledGraph.upwards().node("a", "a", Kind.TARGET);
    assertRefused(() -> graph.node("a", "again", Kind.INPUT), "there is a node a already");
    assertRefused(() -> graph.node("End", "x", Kind.INPUT), "\"End\" is a word of Mermaid's own");
    assertRefused(() -> graph.node("h 1", "x", Kind.INPUT), "got \"h 1\"");
    assertRefused(() -> graph.node("1h", "x", Kind.INPUT), "got \"1h\"");
    assertRefused(() -> graph.edge("a", "b"), "edge a → b: there is no node b");
    assertRefused(() -> UnrolledGraph.upwards().toMermaid(), "there is no node to draw");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
