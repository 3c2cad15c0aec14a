package seq2seq.solutions.ch06;

// BEGIN SOLUTION
import java.util.Arrays;
// END SOLUTION
import seq2seq.graded.ch06.LogSoftmax;

/**
 * Exercise 6.1, a stable log-softmax: {@link LogSoftmax} says what to write.
 *
 * <p>To try it: {@code ./learn check 6.1}. If you are stuck: {@code ./learn hint 6.1}.
 */
public final class MyLogSoftmax implements LogSoftmax {
  // BEGIN SOLUTION
  // Why it is right: adding a number to all logits of a row changes no probability. With the row's
  // largest logit taken off, the largest power is exp(0) = 1, so nothing overflows, and the sum is
  // at least 1, so its logarithm is finite.
  //
  // Usual mistakes: one largest logit for the whole batch, so that a row far below it has a sum of
  // 0; a stable softmax first and its logarithm afterwards, which turns a small probability into
  // minus infinity; normalising down the columns.
  // END SOLUTION

  @Override
  public double[][] logSoftmax(double[][] logits) {
    // BEGIN SOLUTION
    return Arrays.stream(logits).map(MyLogSoftmax::row).toArray(double[][]::new);
    // END SOLUTION
  }

  // BEGIN SOLUTION
  private static double[] row(double[] logits) {
    double largest = Arrays.stream(logits).max().orElseThrow();
    double sum = Arrays.stream(logits).map(o -> StrictMath.exp(o - largest)).sum();
    double log = StrictMath.log(sum);
    return Arrays.stream(logits).map(o -> o - largest - log).toArray();
  }
  // END SOLUTION
}
