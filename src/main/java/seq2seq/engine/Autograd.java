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
 * The graph of a computation: {@link #result} is the one door by which an op joins it, the engine's
 * own, a fused one, or yours, and {@link Tensor#backward} walks it from the loss to the leaves.
 *
 * <p>An op of your own computes an array and says how a gradient flows back; PyTorch's {@code
 * torch.autograd.Function} is the same idea:
 *
 * <pre>{@code
 * static Tensor cube(Tensor x) {
 *   return Autograd.result("cube", x.shape(), x.times(x).times(x).toArray(),
 *       dy -> x.gradient().add(Tensor.of(x.shape(), dy).times(x).times(x).times(3).toArray()), x);
 * }
 * }</pre>
 */
public final class Autograd {
  private Autograd() {}

  /** How the gradient of a result flows back to the op's inputs. */
  @FunctionalInterface
  public interface Backward {
    /**
     * Adds to {@code input.gradient()} of each input.
     *
     * @param gradient that of the result, row-major; not to be changed
     */
    void run(float[] gradient);
  }

  /** How a tensor came to be; lets go of all that once the gradient has been handed on. */
  static final class Node {
    private final String op;
    private List<Tensor> inputs;
    private Backward backward;

    Node(String op, List<Tensor> inputs, Backward backward) {
      this.op = op;
      this.inputs = inputs;
      this.backward = backward;
    }

    String op() {
      return op;
    }

    boolean isConsumed() {
      return backward == null;
    }

    private void handOn(Gradient gradient) {
      if (gradient.hasArrived()) backward.run(gradient.values());
      inputs = List.of();
      backward = null;
    }
  }

  /**
   * The result of an op. It joins the graph if a gradient may be asked of one of its inputs, and
   * {@code backward} is run once the gradient of the result is complete.
   *
   * @param op the op's name, as {@link Tensor#op} tells it
   * @param data the result's elements, row-major; the array is the tensor's from now on
   * @param backward must not keep the array that it is given
   * @param inputs all tensors that {@code backward} may add to
   * @throws ShapeException if there are not as many numbers as the shape has elements
   */
  public static Tensor result(
      String op, Shape shape, float[] data, Backward backward, Tensor... inputs) {
    if (data.length != shape.size()) {
      throw new ShapeException(
          op, shape + " has " + shape.size() + " elements; the result has " + data.length);
    }
    if (!records(inputs)) return Tensor.wrap(shape, data);
    List<Tensor> needed = new ArrayList<>(inputs.length);
    for (Tensor input : inputs) {
      if (input.requiresGrad()) needed.add(input);
    }
    return Tensor.of(shape, data, new Node(op, needed, backward));
  }

  /** Whether the result of an op on these inputs joins the graph: never within {@link NoGrad}. */
  public static boolean records(Tensor... inputs) {
    if (NoGrad.isActive()) return false;
    for (Tensor input : inputs) {
      if (input.requiresGrad()) return true;
    }
    return false;
  }

  /**
   * Sends gradients from {@code loss} to every tensor it depends on, then lets go of the graph, so
   * that its memory can be reclaimed while the walk goes on.
   */
  static void backward(Tensor loss) {
    checkIsLoss(loss);
    Tensor[] order = backwardOrder(loss, Autograd::inputs).toArray(Tensor[]::new);
    for (Tensor tensor : order) checkNotConsumed(tensor);
    loss.gradient().toAddTo()[0] += 1f;
    for (int i = 0; i < order.length; i++) {
      if (order[i].node() != null) order[i].node().handOn(order[i].gradient());
      order[i] = null;
    }
  }

  private static List<Tensor> inputs(Tensor tensor) {
    return tensor.node() == null ? List.of() : tensor.node().inputs;
  }

  private static void checkIsLoss(Tensor loss) {
    if (loss.size() != 1) {
      throw new ShapeException(
          "backward", "starts from a single number, a loss; this has shape " + loss.shape());
    }
    if (!loss.requiresGrad()) {
      throw new IllegalStateException(
          "backward: nothing that this number depends on asks for a gradient");
    }
  }

  private static void checkNotConsumed(Tensor tensor) {
    if (tensor.node() != null && tensor.node().isConsumed()) {
      throw new IllegalStateException(
          "backward: this graph was walked before; its memory is gone. Compute the loss again, then"
              + " call backward() once");
    }
  }

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

  /**
   * All nodes that {@code root} depends on, itself first, each before its inputs.
   *
   * <p>Iterative, with a stack of its own: the graph of a recurrent network over hundreds of steps
   * is deeper than Java's call stack.
   */
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
}
