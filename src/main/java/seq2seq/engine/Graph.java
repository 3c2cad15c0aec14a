package seq2seq.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The order in which gradients flow: every node before its inputs.
 *
 * <p>Iterative, with a stack of its own: the graph of a recurrent network over hundreds of steps is
 * deeper than Java's call stack.
 */
final class Graph {
  private Graph() {}

  /** A node and how many of its inputs have been looked at. */
  private static final class Frame<T> {
    final T node;
    final List<T> inputs;
    int next;

    Frame(T node, List<T> inputs) {
      this.node = node;
      this.inputs = inputs;
    }
  }

  /** All nodes that {@code root} depends on, itself first, each before its inputs. */
  static <T> List<T> backwardOrder(T root, Function<T, List<T>> inputs) {
    Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<T> order = new ArrayList<>();
    Deque<Frame<T>> stack = new ArrayDeque<>();
    seen.add(root);
    stack.push(new Frame<>(root, inputs.apply(root)));
    while (!stack.isEmpty()) {
      Frame<T> top = stack.peek();
      if (top.next == top.inputs.size()) {
        order.add(stack.pop().node);
        continue;
      }
      T input = top.inputs.get(top.next++);
      if (seen.add(input)) {
        stack.push(new Frame<>(input, inputs.apply(input)));
      }
    }
    Collections.reverse(order);
    return order;
  }

  /**
   * Sends gradients from {@code loss} to every tensor it depends on, then lets go of the graph, so
   * that its memory can be reclaimed while the walk goes on.
   */
  static void backward(Tensor loss) {
    Object[] order = backwardOrder(loss, Tensor::differentiableInputs).toArray();
    for (Object node : order) {
      ((Tensor) node).checkNotConsumed();
    }
    loss.gradToAddTo()[0] += 1f;
    for (int i = 0; i < order.length; i++) {
      ((Tensor) order[i]).propagate();
      order[i] = null;
    }
  }
}
