package seq2seq.graded.ch00;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a graph for the graded tests, inputs before results, and numbers its nodes at the end. */
final class GraphBuilder {
  private final List<String> ops = new ArrayList<>();
  private final List<int[]> inputs = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  int leaf(double value) {
    return node("leaf", value);
  }

  int plus(int a, int b) {
    return node("+", values.get(a) + values.get(b), a, b);
  }

  int times(int a, int b) {
    return node("*", values.get(a) * values.get(b), a, b);
  }

  int tanh(int a) {
    return node("tanh", StrictMath.tanh(values.get(a)), a);
  }

  private int node(String op, double value, int... madeFrom) {
    ops.add(op);
    inputs.add(madeFrom);
    values.add(value);
    return ops.size() - 1;
  }

  /** Whether some node was made from {@code node}. */
  boolean isUsed(int node) {
    return inputs.stream().flatMapToInt(Arrays::stream).anyMatch(used -> used == node);
  }

  int size() {
    return ops.size();
  }

  /** The graph in which the node that was made i-th has the number {@code numbers[i]}. */
  GraphInputs numbered(int result, int... numbers) {
    String[] newOps = new String[size()];
    int[][] newInputs = new int[size()][];
    double[] newValues = new double[size()];
    for (int i = 0; i < size(); i++) {
      newOps[numbers[i]] = ops.get(i);
      newInputs[numbers[i]] = Arrays.stream(inputs.get(i)).map(a -> numbers[a]).toArray();
      newValues[numbers[i]] = values.get(i);
    }
    return new GraphInputs(newOps, newInputs, newValues, numbers[result], numbers);
  }
}
