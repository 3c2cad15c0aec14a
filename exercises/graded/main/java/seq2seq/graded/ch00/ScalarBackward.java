package seq2seq.graded.ch00;

/**
 * Exercise 0.1, 4 points, rebuild: the backward pass over a graph of numbers.
 *
 * <p>The result's gradient is 1. From there every node hands its gradient on to the nodes that it
 * was made from, each time multiplied by the slope of its one operation; what arrives at a node
 * adds up. A node hands on only after everything that uses it has, or its gradient is not yet
 * complete: a topological order. Chapter 0; Karpathy's micrograd (2020); Goodfellow, Bengio and
 * Courville, Deep Learning (2016), 6.5.
 *
 * <p>A graph of n nodes is handed over as arrays, in which node i has one place: its operation, the
 * nodes it was made from, its value. With c the node and a, b what it was made from, the operations
 * are
 *
 * <pre>
 * "leaf"   made from nothing
 * "+"      c = a + b
 * "*"      c = a·b
 * "tanh"   c = tanh a
 * </pre>
 *
 * <p>A node may be used by several nodes, or as both inputs of one. There is no cycle. The numbers
 * of the nodes say nothing about their order: a node may stand before or behind what it was made
 * from.
 */
public interface ScalarBackward {

  /**
   * The gradient of each node: how far the result moves, per unit, when this node is moved.
   *
   * <p>Example: y = a·b + a·a at a = 2, b = -3, with the nodes 0 to 4 being y, a, a·b, b, a·a. From
   * ops ["+" "leaf" "*" "leaf" "*"], inputs [[2 4] [] [1 3] [] [1 1]], values [-2 2 -6 -3 4] and
   * result 0 come the gradients [1 1 1 2 1]. That of a is b + 2a = -3 + 4 = 1.
   *
   * @param ops the operation of each node (n); not changed
   * @param inputs the nodes that each node was made from (n rows, of 0, 1 or 2 numbers from 0 to
   *     n-1); not changed
   * @param values the value of each node (n), computed already; not changed
   * @param result the node whose gradient is 1, from 0 to n-1; other nodes may use it
   * @return (n), a new array; 0 for a node that the result does not depend on, even if it uses what
   *     the result uses. A graph may be 60 000 nodes deep: too deep for recursion, and too large
   *     for a walk that takes time with the square of its nodes
   */
  double[] gradients(String[] ops, int[][] inputs, double[] values, int result);
}
