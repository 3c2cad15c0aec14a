package seq2seq.engine.fused;

import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.kernel.Parallel;
import seq2seq.engine.kernel.WorkSplit;

/**
 * Which rows of (T×N×A) each of n queries looks at: those of its own sentence, where the mask is
 * not 0.
 *
 * <p>The scores, weights and the mask of n queries are (n×T). Threads split queries; where two look
 * at one sentence, whose gradient both add to, the way back is one thread's.
 */
final class QueryIndex {
  /** Columns are handed out in these units: a cache line of numbers. */
  private static final int COLUMN_UNIT = 16;

  final int steps;
  final int size;
  final int count;
  private final int sentences;
  private final int[] rows;
  private final float[] mask;

  /**
   * An index.
   *
   * @param keys (T×N×A)
   * @param mask (n×T), or null for 1 everywhere
   * @param rows the sentence of each query (n); none means the same as query i looks at sentence i
   */
  QueryIndex(String op, Shape keys, Tensor mask, int... rows) {
    if (keys.rank() != 3) {
      throw new ShapeException(op, "needs 3 axes, T×N×A; " + keys + " has " + keys.rank());
    }
    this.steps = keys.dim(0);
    this.sentences = keys.dim(1);
    this.size = keys.dim(2);
    this.rows = rows.length == 0 ? null : rows.clone();
    this.count = rows.length == 0 ? sentences : rows.length;
    for (int i = 0; i < rows.length; i++) checkSentence(op, i);
    if (mask != null && !mask.shape().equals(scoreShape())) {
      throw new ShapeException(
          op, keys + ", T×N×A, needs a mask " + scoreShape() + ", N×T; got " + mask.shape());
    }
    this.mask = mask == null ? null : mask.liveData();
  }

  private void checkSentence(String op, int i) {
    if (rows[i] < 0 || rows[i] >= sentences) {
      throw new ShapeException(
          op, "id " + rows[i] + " at position " + i + " is not in 0.." + (sentences - 1));
    }
  }

  /** (n×T). */
  Shape scoreShape() {
    return Shape.of(count, steps);
  }

  /** (n×A). */
  Shape queryShape() {
    return Shape.of(count, size);
  }

  /** Whether query i looks at step t. */
  boolean isReal(int i, int t) {
    return mask == null || mask[i * steps + t] != 0f;
  }

  /** Where the row that query i finds at step t begins. */
  int at(int i, int t) {
    return (t * sentences + (rows == null ? i : rows[i])) * size;
  }

  /** Runs a loop over the queries that writes what belongs to them alone. */
  void forward(Parallel.Range body) {
    WorkSplit.inUnits(count, 1, WorkSplit.EXP_WORK * steps * size, body);
  }

  /** Runs a loop over the queries that adds to what belongs to their sentences. */
  void backward(Parallel.Range body) {
    if (rows == null || eachOnce()) {
      forward(body);
    } else {
      body.run(0, count);
    }
  }

  private boolean eachOnce() {
    boolean[] seen = new boolean[sentences];
    for (int row : rows) {
      if (seen[row]) return false;
      seen[row] = true;
    }
    return true;
  }

  /** Runs a loop over the A columns, each of which takes a number of every score. */
  void columns(Parallel.Range body) {
    WorkSplit.inUnits(size, COLUMN_UNIT, WorkSplit.EXP_WORK * count * steps, body);
  }
}
