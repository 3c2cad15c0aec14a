package seq2seq.ch00_engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.engine.Numbers;
import seq2seq.engine.Scalar;
import seq2seq.plot.figures.ExpressionGraph;

/**
 * The graph under a {@link Scalar}, made visible: which numbers it was computed from, by which
 * operations, and what gradient each has received.
 *
 * <pre>{@code
 * Scalar a = Scalar.of(2), b = Scalar.of(-3);
 * Scalar y = a.times(b).plus(a.pow(2));
 * y.backward();
 * Expression.of(y).with("a", a).with("b", b).toText();
 *
 * a  = 2.0000                   grad 1.0000
 * b  = -3.0000                  grad 2.0000
 * v1 = a * b = -6.0000          grad 1.0000
 * v2 = pow 2.0000 (a) = 4.0000  grad 1.0000
 * v3 = v1 + v2 = -2.0000        grad 1.0000
 * }</pre>
 *
 * <p>A number that is used twice stands there once: it is a graph, not a tree. Immutable, but it
 * shows the gradients as they are when it is asked.
 */
public final class Expression {
  private final List<Scalar> nodes;
  private final Map<Scalar, String> names;

  private Expression(List<Scalar> nodes, Map<Scalar, String> names) {
    this.nodes = nodes;
    this.names = names;
  }

  /** The expression whose result is {@code result}: inputs are called x1, x2, results v1, v2. */
  public static Expression of(Scalar result) {
    List<Scalar> nodes = inputsFirst(result);
    Map<Scalar, String> names = new IdentityHashMap<>();
    int leaves = 0;
    for (Scalar node : nodes) {
      boolean isLeaf = node.inputs().isEmpty();
      leaves += isLeaf ? 1 : 0;
      names.put(node, isLeaf ? "x" + leaves : "v" + (names.size() - leaves + 1));
    }
    return new Expression(nodes, names);
  }

  /**
   * This expression with a name of its own for one of its numbers.
   *
   * @throws IllegalArgumentException if {@code number} is no part of it, or another has that name
   */
  public Expression with(String name, Scalar number) {
    if (!names.containsKey(number)) {
      throw new IllegalArgumentException(
          "expression: " + number + ", to be named " + name + ", is no part of this expression");
    }
    for (Scalar node : nodes) {
      if (node != number && names.get(node).equals(name)) {
        throw new IllegalArgumentException(
            "expression: two numbers cannot both be named " + name + ": " + node + ", " + number);
      }
    }
    Map<Scalar, String> more = new IdentityHashMap<>(names);
    more.put(number, name);
    return new Expression(nodes, more);
  }

  /** How many different numbers the graph holds, inputs and results. */
  public int size() {
    return nodes.size();
  }

  /** One line for each number, inputs of an operation before its result. */
  public String toText() {
    int nameWidth = nodes.stream().mapToInt(n -> names.get(n).length()).max().orElse(0);
    int width = nodes.stream().mapToInt(n -> formula(n).length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Scalar node : nodes) {
      text.append(padded(names.get(node), nameWidth)).append(" = ");
      text.append(padded(formula(node), width)).append("  grad ");
      text.append(Numbers.show(node.grad())).append('\n');
    }
    return text.toString();
  }

  /** The same as a picture: a box for each number, an arrow from each input to each result. */
  public ExpressionGraph picture() {
    ExpressionGraph picture = ExpressionGraph.of(nodes.get(nodes.size() - 1));
    for (Scalar node : nodes) {
      picture = picture.with(names.get(node), node);
    }
    return picture;
  }

  @Override
  public String toString() {
    return toText();
  }

  /** {@code a * b = -6.0000}; a leaf is its value alone. */
  private String formula(Scalar node) {
    String value = Numbers.show(node.value());
    List<String> inputs = node.inputs().stream().map(names::get).toList();
    return switch (inputs.size()) {
      case 0 -> value;
      case 1 -> node.op() + " (" + inputs.get(0) + ") = " + value;
      default -> String.join(" " + node.op() + " ", inputs) + " = " + value;
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Every number once, each after all that it was made from; iterative, as graphs are deep. */
  private static List<Scalar> inputsFirst(Scalar result) {
    Map<Scalar, Boolean> opened = new IdentityHashMap<>();
    Map<Scalar, Boolean> listed = new IdentityHashMap<>();
    List<Scalar> order = new ArrayList<>();
    Deque<Scalar> stack = new ArrayDeque<>();
    stack.push(result);
    while (!stack.isEmpty()) {
      Scalar top = stack.peek();
      if (opened.put(top, true) == null) {
        pushUnopened(top.inputs(), opened, stack);
      } else if (listed.put(stack.pop(), true) == null) {
        order.add(top);
      }
    }
    return order;
  }

  /** The first input ends on top, so that it is listed first. */
  private static void pushUnopened(
      List<Scalar> inputs, Map<Scalar, Boolean> opened, Deque<Scalar> stack) {
    List<Scalar> lastFirst = new ArrayList<>(inputs);
    Collections.reverse(lastFirst);
    for (Scalar input : lastFirst) {
      if (!opened.containsKey(input)) {
        stack.push(input);
      }
    }
  }
}
