package seq2seq.solutions.ch00;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.graded.ch00.ScalarBackward;
import seq2seq.solutions.kit.Right;
import seq2seq.solutions.kit.Wrong;

/** Answers to exercise 0.1 that we know. */
final class ScalarBackwardPool {
  private static final String COMPLETE = "handsOnEachGradientWhenItIsComplete";
  private static final String ALONE = "leavesAloneWhatTheResultDoesNotDependOn";
  private static final String ONCE = "visitsEachNodeOnceAndNotEachPath";
  private static final String DEEP = "walksAGraphThatIsDeeperThanRecursionCanGo";

  private ScalarBackwardPool() {}

  /** The slope of a node with respect to one of its inputs. */
  private interface Slope {
    double of(int c, int side);
  }

  private static Slope slopes(String[] ops, int[][] inputs, double[] values) {
    return (c, side) ->
        switch (ops[c]) {
          case "*" -> values[inputs[c][1 - side]];
          case "tanh" -> 1 - values[c] * values[c];
          default -> 1;
        };
  }

  /** Visits the nodes in this order, adding. */
  private static double[] walk(int[][] inputs, int result, int[] order, Slope slope) {
    double[] gradients = new double[inputs.length];
    gradients[result] = 1;
    for (int c : order) {
      for (int side = 0; side < inputs[c].length; side++) {
        gradients[inputs[c][side]] += slope.of(c, side) * gradients[c];
      }
    }
    return gradients;
  }

  /**
   * The result first, each node before its inputs: depth first, behind its inputs, turned round.
   */
  private static int[] order(int[][] inputs, int result) {
    List<Integer> order = new ArrayList<>();
    boolean[] seen = new boolean[inputs.length];
    int[] next = new int[inputs.length];
    Deque<Integer> stack = new ArrayDeque<>(List.of(result));
    while (!stack.isEmpty()) {
      int top = stack.peek();
      if (next[top] == inputs[top].length) {
        order.add(stack.pop());
      } else {
        int input = inputs[top][next[top]++];
        if (!seen[input]) {
          seen[input] = true;
          stack.push(input);
        }
      }
    }
    Collections.reverse(order);
    return array(order);
  }

  private static int[] array(List<Integer> nodes) {
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How often each node is used by any other. */
  private static int[] uses(int[][] inputs) {
    int[] uses = new int[inputs.length];
    for (int[] row : inputs) {
      for (int input : row) {
        uses[input]++;
      }
    }
    return uses;
  }

  /** The nodes that no other uses. */
  private static IntStream ends(int[][] inputs) {
    int[] uses = uses(inputs);
    return IntStream.range(0, uses.length).filter(c -> uses[c] == 0);
  }

  /** These nodes and then what they lead to, each when all that use it have come. */
  private static int[] waiting(IntStream first, int[][] inputs) {
    int[] missing = uses(inputs);
    List<Integer> order = new ArrayList<>(first.boxed().toList());
    for (int i = 0; i < order.size(); i++) {
      for (int input : inputs[order.get(i)]) {
        if (--missing[input] == 0) {
          order.add(input);
        }
      }
    }
    return array(order);
  }

  @Right(idea = "writes down the order first, depth first with a stack, then walks it")
  static final class OrderFirst implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      return walk(inputs, result, order(inputs, result), slopes(ops, inputs, values));
    }
  }

  @Right(idea = "starts from all nodes that nobody uses; only the result brings a 1")
  static final class FromAllEnds implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      return walk(inputs, result, waiting(ends(inputs), inputs), slopes(ops, inputs, values));
    }
  }

  @Wrong(
      idea = "sends each share on along every path by itself",
      fails = ONCE,
      feedback = "visit each node once, not each path",
      endless = true)
  static final class PathByPath implements ScalarBackward {
    private record Share(int node, double gradient) {}

    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      Slope slope = slopes(ops, inputs, values);
      double[] gradients = new double[ops.length];
      Deque<Share> shares = new ArrayDeque<>(List.of(new Share(result, 1)));
      while (!shares.isEmpty()) {
        Share share = shares.pop();
        int c = share.node;
        gradients[c] += share.gradient;
        for (int side = 0; side < inputs[c].length; side++) {
          shares.push(new Share(inputs[c][side], slope.of(c, side) * share.gradient));
        }
      }
      return gradients;
    }
  }

  @Wrong(
      idea = "from the last number to the first",
      fails = {COMPLETE, ALONE},
      feedback = "visited by their numbers")
  static final class ByNumber implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      int last = ops.length - 1;
      int[] falling = IntStream.rangeClosed(0, last).map(i -> last - i).toArray();
      return walk(inputs, result, falling, slopes(ops, inputs, values));
    }
  }

  @Wrong(
      idea = "hands on when a node is first met",
      fails = {COMPLETE, ALONE},
      feedback = "before it was complete")
  static final class AsMet implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      List<Integer> order = new ArrayList<>(List.of(result));
      boolean[] met = new boolean[ops.length];
      for (int i = 0; i < order.size(); i++) {
        for (int input : inputs[order.get(i)]) {
          if (!met[input]) {
            met[input] = true;
            order.add(input);
          }
        }
      }
      return walk(inputs, result, array(order), slopes(ops, inputs, values));
    }
  }

  @Wrong(
      idea = "replaces instead of adding",
      fails = {COMPLETE, ALONE, ONCE, DEEP},
      feedback = "the last replaced the others")
  static final class Replaces implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      double[] gradients = new double[ops.length];
      gradients[result] = 1;
      Slope slope = slopes(ops, inputs, values);
      for (int c : order(inputs, result)) {
        for (int side = 0; side < inputs[c].length; side++) {
          gradients[inputs[c][side]] = slope.of(c, side) * gradients[c];
        }
      }
      return gradients;
    }
  }

  @Wrong(
      idea = "each factor receives its own value",
      fails = {COMPLETE, ALONE},
      feedback = "receives the OTHER one's value")
  static final class OwnFactor implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      Slope right = slopes(ops, inputs, values);
      Slope own = (c, side) -> ops[c].equals("*") ? values[inputs[c][side]] : right.of(c, side);
      return walk(inputs, result, order(inputs, result), own);
    }
  }

  @Wrong(
      idea = "the slope of tanh from the input's value, 1 - a²",
      fails = {COMPLETE, ALONE},
      feedback = "of the RESULT's value")
  static final class TanhOfInput implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      Slope right = slopes(ops, inputs, values);
      Slope ofInput =
          (c, side) ->
              ops[c].equals("tanh")
                  ? 1 - values[inputs[c][side]] * values[inputs[c][side]]
                  : right.of(c, side);
      return walk(inputs, result, order(inputs, result), ofInput);
    }
  }

  @Wrong(
      idea = "a node waits for all its users, whether the result depends on them or not",
      fails = ALONE,
      feedback = "waited for users that the result does not depend on")
  static final class WaitsForAll implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      int[] order = waiting(IntStream.of(result), inputs);
      return walk(inputs, result, order, slopes(ops, inputs, values));
    }
  }

  @Wrong(
      idea = "the gradient of everything that nobody uses is 1",
      fails = ALONE,
      feedback = "at every node that nobody uses")
  static final class EveryEnd implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      double[] sum = new double[ops.length];
      for (int end : ends(inputs).toArray()) {
        double[] gradients = walk(inputs, end, order(inputs, end), slopes(ops, inputs, values));
        Arrays.setAll(sum, i -> sum[i] + gradients[i]);
      }
      return sum;
    }
  }

  @Wrong(
      idea = "finds the order by recursion",
      fails = DEEP,
      feedback = "deeper than recursion can go")
  static final class Recursive implements ScalarBackward {
    @Override
    public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
      List<Integer> order = new ArrayList<>();
      visit(inputs, result, new boolean[ops.length], order);
      Collections.reverse(order);
      return walk(inputs, result, array(order), slopes(ops, inputs, values));
    }

    private static void visit(int[][] inputs, int node, boolean[] seen, List<Integer> order) {
      if (!seen[node]) {
        seen[node] = true;
        for (int input : inputs[node]) {
          visit(inputs, input, seen, order);
        }
        order.add(node);
      }
    }
  }
}
