package seq2seq.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
              classDef input fill:lightblue,stroke:dimgray,color:black
              classDef state fill:moccasin,stroke:dimgray,color:black
            """);
  }

  @Test
  void the_compact_text_has_the_same_statements_in_fewer_lines() {
    UnrolledGraph graph = UnrolledGraph.upwards().node("h0", "h0", Kind.STATE);
    for (int t = 1; t <= 8; t++) {
      graph.step("t = " + t).node("x" + t, "x" + t, Kind.INPUT).node("h" + t, "h" + t, Kind.STATE);
      graph.edge("x" + t, "h" + t, "U").edge("h" + (t - 1), "h" + t);
    }
    String text = graph.toCompactMermaid();
    assertThat(text)
        .startsWith(
            """
            flowchart BT
              h0(("h0")):::state
              subgraph step7["t = 8"]; x8["x8"]:::input; h8(("h8")):::state; end
              subgraph step6["t = 7"]; x7["x7"]:::input; h7(("h7")):::state; end
            """)
        .contains("; end\n  x1 -->|\"U\"| h1; h0 --> h1; x2 -->|\"U\"| h2; ");
    assertThat(statements(text.replace("; ", "\n")))
        .containsExactlyInAnyOrderElementsOf(statements(graph.toMermaid()));
    assertThat(text.lines()).hasSize(2 + 8 + 2);
  }

  /**
   * Mermaid takes {@code #word;} for the code of a character wherever it stands, and so read the
   * end of one colour and what came after it as one word: no graph of a page was drawn.
   */
  @Test
  void nothing_but_a_label_holds_what_mermaid_takes_for_the_code_of_a_character() {
    UnrolledGraph graph = UnrolledGraph.upwards();
    for (Kind kind : Kind.values()) {
      graph.node(kind.name(), "#", kind);
    }
    for (String text : List.of(graph.toMermaid(), graph.toCompactMermaid())) {
      assertThat(text.replaceAll("\"[^\"]*\"", "")).doesNotContain("#");
    }
  }

  private static List<String> statements(String text) {
    return text.lines().map(String::strip).toList();
  }

  @Test
  void a_node_reaches_what_solid_arrows_lead_to_and_itself() {
    UnrolledGraph graph = UnrolledGraph.upwards();
    for (String id : List.of("d", "c", "b", "a")) {
      graph.node(id, id, Kind.STATE);
    }
    graph.edge("b", "c").edge("a", "b").dottedEdge("c", "d", "in use");
    assertThat(graph.reaches("a", "c")).isTrue();
    assertThat(graph.reaches("a", "a")).isTrue();
    assertThat(graph.reaches("c", "a")).isFalse();
    assertThat(graph.reaches("a", "d")).isFalse();
    assertRefused(() -> graph.reaches("a", "e"), "reaches: there is no node e");
  }

  @Test
  void the_longest_chain_counts_the_nodes_of_one_kind_along_solid_arrows() {
    UnrolledGraph graph = UnrolledGraph.upwards().node("o", "o", Kind.OUTPUT);
    for (int t = 3; t >= 0; t--) {
      graph.node("h" + t, "h" + t, Kind.STATE).edge("h" + t, "o");
    }
    graph.edge("h1", "h2").edge("h0", "h1").dottedEdge("h2", "h3", "");
    assertThat(graph.longestChain(Kind.STATE)).isEqualTo(3);
    assertThat(graph.longestChain(Kind.OUTPUT)).isEqualTo(1);
    assertThat(graph.longestChain(Kind.LOSS)).isZero();
    graph.edge("o", "h0");
    assertRefused(() -> graph.longestChain(Kind.STATE), "run in a circle");
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
