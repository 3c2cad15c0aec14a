package seq2seq.book.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import seq2seq.ch00_engine.Expression;
import seq2seq.engine.Numbers;
import seq2seq.engine.Scalar;

/** Chapter 0: an expression's values forward and its gradients back, node by node. */
final class GraphFigure implements Figure {
  private static final double MOST = 100;

  @Override
  public void answer(Request request, Json answer) {
    Graph graph =
        switch (request.text("expression")) {
          case "square" -> square(request);
          case "descent" -> descent(request);
          case "neuron" -> neuron(request);
          default -> throw new IllegalArgumentException("expression: there is none of that name");
        };
    graph.result().backward();
    Expression text = Expression.of(graph.result());
    for (Node node : graph.nodes) text = text.with(node.name, node.scalar);
    answer
        .put("text", text.toText())
        .objects("nodes", graph.nodes.stream().map(graph::json).toList());
  }

  /** y = a·b + a². */
  private static Graph square(Request request) {
    Graph graph = new Graph();
    Node a = graph.leaf("a", request);
    Node b = graph.leaf("b", request);
    Node product = graph.node("v1", in -> in[0].times(in[1]), a, b);
    Node squared = graph.node("v2", in -> in[0].pow(2), a);
    graph.node("y", in -> in[0].plus(in[1]), product, squared);
    return graph;
  }

  /** The chapter's loss, (tanh(2·w) - 0.5)². */
  private static Graph descent(Request request) {
    Graph graph = new Graph();
    Node w = graph.leaf("a", request);
    Node two = graph.constant("2", 2);
    Node wanted = graph.constant("-0.5", -0.5);
    Node doubled = graph.node("v1", in -> in[0].times(in[1]), w, two);
    Node output = graph.node("v2", in -> in[0].tanh(), doubled);
    Node error = graph.node("v3", in -> in[0].plus(in[1]), output, wanted);
    graph.node("y", in -> in[0].pow(2), error);
    return graph;
  }

  /** σ(a·b + c). */
  private static Graph neuron(Request request) {
    Graph graph = new Graph();
    Node a = graph.leaf("a", request);
    Node b = graph.leaf("b", request);
    Node c = graph.leaf("c", request);
    Node product = graph.node("v1", in -> in[0].times(in[1]), a, b);
    Node sum = graph.node("v2", in -> in[0].plus(in[1]), product, c);
    graph.node("y", in -> in[0].sigmoid(), sum);
    return graph;
  }

  /** One number of the graph, and how it is made from its inputs. */
  private record Node(
      String name, Scalar scalar, Function<Scalar[], Scalar> operation, List<Node> inputs) {}

  /** The numbers, each after its inputs; the result last. */
  private static final class Graph {
    private final List<Node> nodes = new ArrayList<>();

    Node leaf(String name, Request request) {
      return constant(name, request.number(name, name, -MOST, MOST));
    }

    Node constant(String name, double value) {
      return add(new Node(name, Scalar.of(value), null, List.of()));
    }

    Node node(String name, Function<Scalar[], Scalar> operation, Node... inputs) {
      Scalar[] numbers = new Scalar[inputs.length];
      for (int i = 0; i < inputs.length; i++) numbers[i] = inputs[i].scalar;
      return add(new Node(name, operation.apply(numbers), operation, List.of(inputs)));
    }

    private Node add(Node node) {
      nodes.add(node);
      return node;
    }

    Scalar result() {
      return nodes.get(nodes.size() - 1).scalar;
    }

    Json json(Node node) {
      return new Json()
          .put("name", node.name)
          .put("op", node.scalar.op())
          .wholes("inputs", node.inputs.stream().mapToInt(nodes::indexOf).toArray())
          .put("value", Numbers.show(node.scalar.value()))
          .put("grad", Numbers.show(node.scalar.grad()))
          .texts("handed", handed(node));
    }

    /**
     * What the node hands back to each input: the slope of its one operation, times its gradient.
     */
    private static List<String> handed(Node node) {
      Scalar[] alone = new Scalar[node.inputs.size()];
      for (int i = 0; i < alone.length; i++) {
        alone[i] = Scalar.of(node.inputs.get(i).scalar.value());
      }
      List<String> handed = new ArrayList<>();
      if (alone.length > 0) node.operation.apply(alone).backward();
      for (Scalar input : alone) handed.add(Numbers.show(input.grad() * node.scalar.grad()));
      return handed;
    }
  }
}
