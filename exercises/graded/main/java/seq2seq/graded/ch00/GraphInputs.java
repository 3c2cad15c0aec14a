package seq2seq.graded.ch00;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.engine.Generator;

/**
 * A graph for the graded tests of the backward pass, with its gradients and those that well-known
 * mistakes give.
 *
 * @param ops (n)
 * @param inputs (n) rows
 * @param values (n)
 * @param result the node whose gradient is 1
 * @param order all nodes, each behind what it was made from
 */
record GraphInputs(String[] ops, int[][] inputs, double[] values, int result, int[] order) {

  /** The slope of a node with respect to one of its inputs. */
  interface Slope {
    double of(int node, int side);
  }

  /** y = a·b + a·a at a = 2, b = -3, as in the chapter. */
  static GraphInputs ofTheChapter() {
    GraphBuilder graph = new GraphBuilder();
    int a = graph.leaf(2);
    int b = graph.leaf(-3);
    int y = graph.plus(graph.times(a, b), graph.times(a, a));
    return graph.numbered(y, 1, 3, 2, 4, 0);
  }

  /**
   * y = p + r with p = a·b, q = tanh p, r = q·a; or y = r + p. Only the walk y, r, q, p is right,
   * and neither rising nor falling numbers are it.
   *
   * @param unrelated with four more nodes that the result does not depend on: s = tanh y and t =
   *     a·q use what it uses, u and v = u·u do not
   */
  static GraphInputs knot(boolean mirrored, boolean unrelated, Generator random) {
    GraphBuilder graph = new GraphBuilder();
    int a = graph.leaf(0.5 + random.nextDouble());
    int b = graph.leaf(0.5 + random.nextDouble());
    int p = graph.times(a, b);
    int q = graph.tanh(p);
    int r = graph.times(q, a);
    int y = mirrored ? graph.plus(r, p) : graph.plus(p, r);
    if (!unrelated) {
      return graph.numbered(y, 3, 5, 1, 4, 0, 2);
    }
    graph.tanh(y);
    graph.times(a, q);
    int u = graph.leaf(2);
    graph.times(u, u);
    return graph.numbered(y, 7, 9, 5, 8, 1, 6, 0, 4, 3, 2);
  }

  /** Three leaves and {@code made} nodes made at random; the result depends on all of them. */
  static GraphInputs random(int made, Generator random) {
    GraphBuilder graph = new GraphBuilder();
    for (int i = 0; i < 3; i++) {
      graph.leaf(2 * random.nextDouble() - 1);
    }
    for (int i = 0; i < made; i++) {
      int a = random.nextInt(graph.size());
      int b = random.nextInt(graph.size());
      switch (i % 3) {
        case 0 -> graph.times(a, b);
        case 1 -> graph.plus(a, b);
        default -> graph.tanh(a);
      }
    }
    int result = graph.size() - 1;
    for (int node = 0; node < result; node++) {
      result = graph.isUsed(node) ? result : graph.plus(result, node);
    }
    int[] numbers = IntStream.range(0, graph.size()).toArray();
    random.shuffle(numbers);
    return graph.numbered(result, numbers);
  }

  /** w + w + ... + w, one sum behind the other; w is node 0, the result the last. */
  static GraphInputs chain(int sums) {
    GraphBuilder graph = new GraphBuilder();
    int w = graph.leaf(1);
    int last = graph.leaf(0);
    for (int i = 0; i < sums; i++) {
      last = graph.plus(last, w);
    }
    return graph.numbered(last, IntStream.range(0, graph.size()).toArray());
  }

  /** a + a, and what came of it with itself, and so on; a is node 0, the result the last. */
  static GraphInputs doublings(int count) {
    GraphBuilder graph = new GraphBuilder();
    int last = graph.leaf(1);
    for (int i = 0; i < count; i++) {
      last = graph.plus(last, last);
    }
    return graph.numbered(last, IntStream.rangeClosed(0, count).toArray());
  }

  int size() {
    return ops.length;
  }

  /** What a subject is handed, as a situation watches it. */
  Object[] watched() {
    List<Object> arrays = new ArrayList<>(List.of(values));
    arrays.addAll(Arrays.asList(inputs));
    return arrays.toArray();
  }

  /** The right slopes. */
  double slope(int c, int side) {
    return switch (ops[c]) {
      case "*" -> values[inputs[c][1 - side]];
      case "tanh" -> 1 - values[c] * values[c];
      default -> 1;
    };
  }

  /**
   * The right gradients, the long way and forwards: one after the other each node is moved, and
   * what depends on it moves.
   */
  double[] gradients() {
    double[] gradients = new double[size()];
    for (int moved = 0; moved < size(); moved++) {
      double[] speed = new double[size()];
      for (int c : order) {
        speed[c] = c == moved ? 1 : 0;
        for (int side = 0; side < inputs[c].length && c != moved; side++) {
          speed[c] += slope(c, side) * speed[inputs[c][side]];
        }
      }
      gradients[moved] = speed[result];
    }
    return gradients;
  }

  /**
   * The gradients of a walk that visits the nodes in this order, each once.
   *
   * @param adds false if what arrives at a node replaces what was there
   */
  double[] walked(int[] visits, boolean adds, Slope slope) {
    double[] gradients = new double[size()];
    gradients[result] = 1;
    for (int c : visits) {
      for (int side = 0; side < inputs[c].length; side++) {
        int a = inputs[c][side];
        gradients[a] = (adds ? gradients[a] : 0) + slope.of(c, side) * gradients[c];
      }
    }
    return gradients;
  }

  /** What the result depends on, itself too, each behind everything that uses it. */
  int[] backwards() {
    int[] needed = asTheyAreMet();
    return Arrays.stream(reversed(order)).filter(node -> contains(needed, node)).toArray();
  }

  int[] risingNumbers() {
    return IntStream.range(0, size()).toArray();
  }

  int[] fallingNumbers() {
    return reversed(risingNumbers());
  }

  /** As they are met from the result: the next ring of inputs behind the one before. */
  int[] asTheyAreMet() {
    List<Integer> met = new ArrayList<>(List.of(result));
    for (int i = 0; i < met.size(); i++) {
      for (int input : inputs[met.get(i)]) {
        if (!met.contains(input)) {
          met.add(input);
        }
      }
    }
    return met.stream().mapToInt(Integer::intValue).toArray();
  }

  /** From the result, each once all that use it have had theirs, the result's use or not. */
  int[] visitsThatWaitForAll() {
    List<Integer> visited = new ArrayList<>();
    for (int node : backwards()) {
      if (node == result || users(node).allMatch(visited::contains)) {
        visited.add(node);
      }
    }
    return visited.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean isUsed(int node) {
    return users(node).findAny().isPresent();
  }

  private IntStream users(int node) {
    return IntStream.range(0, size()).filter(c -> contains(inputs[c], node));
  }

  private static boolean contains(int[] nodes, int node) {
    return Arrays.stream(nodes).anyMatch(each -> each == node);
  }

  /** The gradients if every node that nobody uses were a result, and all of them added up. */
  double[] fromEveryEnd() {
    double[] sum = new double[size()];
    for (int node = 0; node < size(); node++) {
      if (!isUsed(node)) {
        double[] gradients = new GraphInputs(ops, inputs, values, node, order).gradients();
        Arrays.setAll(sum, i -> sum[i] + gradients[i]);
      }
    }
    return sum;
  }

  private static int[] reversed(int[] nodes) {
    return IntStream.range(0, nodes.length).map(i -> nodes[nodes.length - 1 - i]).toArray();
  }
}
