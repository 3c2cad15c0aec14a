package seq2seq.engine.fused;

import seq2seq.engine.ShapeException;

/**
 * Which rows of a batch a layer works on at each of T steps: all N, or those whose sentence has not
 * ended. They lie packed, step after step and rows ascending, without room for padding; PyTorch's
 * packed sequences are this.
 */
final class StepRows {
  private final int steps;
  private final int rows;

  /** How many rows are at work before row n of step t, at t·N + n; null where all are, always. */
  private final int[] placeOf;

  /** t·N + n of each packed row; null where that is the row's own place. */
  private final int[] numberOf;

  private StepRows(int steps, int rows, int[] placeOf, int[] numberOf) {
    this.steps = steps;
    this.rows = rows;
    this.placeOf = placeOf;
    this.numberOf = numberOf;
  }

  /** All rows at every step. */
  static StepRows all(int steps, int rows) {
    return new StepRows(steps, rows, null, null);
  }

  /**
   * Row n at its first lengths[n] steps.
   *
   * @param lengths from 0 to T (N); null for T
   * @throws ShapeException if a length is not in 0..T, or there is not one for each row
   */
  static StepRows of(String op, int[] lengths, int steps, int rows) {
    if (lengths == null) return all(steps, rows);
    int total = checkedSum(op, lengths, steps, rows);
    if (total == steps * rows) return all(steps, rows);
    int[] placeOf = new int[steps * rows + 1];
    int[] numberOf = new int[total];
    int place = 0;
    for (int i = 0; i < steps * rows; i++) {
      placeOf[i] = place;
      if (i / rows < lengths[i % rows]) numberOf[place++] = i;
    }
    placeOf[steps * rows] = total;
    return new StepRows(steps, rows, placeOf, numberOf);
  }

  private static int checkedSum(String op, int[] lengths, int steps, int rows) {
    if (lengths.length != rows) {
      throw new ShapeException(
          op, "needs one length for each of " + rows + " rows; got " + lengths.length);
    }
    int sum = 0;
    for (int n = 0; n < rows; n++) {
      if (lengths[n] < 0 || lengths[n] > steps) {
        throw new ShapeException(
            op, "row " + n + " has length " + lengths[n] + ", which is not in 0.." + steps);
      }
      sum += lengths[n];
    }
    return sum;
  }

  /** How many packed rows there are at all steps together. */
  int count() {
    return placeOf == null ? steps * rows : numberOf.length;
  }

  /** The place of row n of step t, or of the next one at work; n = N is the next step's row 0. */
  int place(int t, int n) {
    return placeOf == null ? t * rows + n : placeOf[t * rows + n];
  }

  /** Whether row n is at work at step t. */
  boolean isAtWork(int t, int n) {
    return place(t, n + 1) > place(t, n);
  }

  /** t·N + n of the packed row at {@code place}. */
  int number(int place) {
    return numberOf == null ? place : numberOf[place];
  }

  /** Whether {@code count} packed rows from {@code place} on, of one step, are neighbours in N. */
  boolean areNeighbours(int place, int count) {
    return number(place + count - 1) - number(place) == count - 1;
  }

  /**
   * The numbers of {@code count} packed rows from {@code place} on, each less {@code shift}; null
   * where they are shift + 0, 1, 2 and so on, as they are if nobody's sentence has ended.
   */
  int[] numbers(int place, int count, int shift) {
    if (numberOf == null) return null;
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) numbers[i] = numberOf[place + i] - shift;
    return numbers;
  }
}
