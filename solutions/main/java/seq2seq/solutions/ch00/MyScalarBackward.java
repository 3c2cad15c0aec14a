package seq2seq.solutions.ch00;

// BEGIN SOLUTION
import java.util.ArrayDeque;
import java.util.Deque;
// END SOLUTION
import seq2seq.graded.ch00.ScalarBackward;

/**
 * Exercise 0.1, the backward pass over a graph of numbers: {@link ScalarBackward} says what to
 * write.
 *
 * <p>To try it: {@code ./learn check 0.1}. If you are stuck: {@code ./learn hint 0.1}.
 */
public final class MyScalarBackward implements ScalarBackward {
  // BEGIN SOLUTION
  // Why it is right: each node counts how often it is used by what the result depends on, and is
  // ready when as many shares of gradient have arrived. That is a topological order, found while
  // walking it (Kahn, 1962). A share is added, because a node that is used twice moves the result
  // along both paths. Both walks keep a stack of their own, so no graph is too deep for them.
  //
  // Usual mistakes: going through the nodes by their numbers; handing on when a node is first met;
  // replacing instead of adding, above all for a·a; counting users that the result does not depend
  // on, for which a node then waits for ever; recursion.
  // END SOLUTION

  @Override
  public double[] gradients(String[] ops, int[][] inputs, double[] values, int result) {
    // BEGIN SOLUTION
    int[] missing = uses(inputs, result);
    double[] gradients = new double[ops.length];
    gradients[result] = 1;
    Deque<Integer> ready = new ArrayDeque<>();
    ready.push(result);
    while (!ready.isEmpty()) {
      int c = ready.pop();
      for (int side = 0; side < inputs[c].length; side++) {
        int a = inputs[c][side];
        gradients[a] += slope(ops[c], side, inputs[c], values, values[c]) * gradients[c];
        missing[a]--;
        if (missing[a] == 0) {
          ready.push(a);
        }
      }
    }
    return gradients;
    // END SOLUTION
  }

  // BEGIN SOLUTION
  /** How often each node is used by the result and by what it depends on. */
  private static int[] uses(int[][] inputs, int result) {
    int[] uses = new int[inputs.length];
    Deque<Integer> met = new ArrayDeque<>();
    met.push(result);
    while (!met.isEmpty()) {
      for (int input : inputs[met.pop()]) {
        uses[input]++;
        if (uses[input] == 1) {
          met.push(input);
        }
      }
    }
    return uses;
  }

  /** The slope of c with respect to one of its inputs. */
  private static double slope(String op, int side, int[] inputs, double[] values, double c) {
    return switch (op) {
      case "*" -> values[inputs[1 - side]];
      case "tanh" -> 1 - c * c;
      default -> 1;
    };
  }
  // END SOLUTION
}
