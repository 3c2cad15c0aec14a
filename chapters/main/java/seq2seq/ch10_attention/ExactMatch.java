package seq2seq.ch10_attention;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Greedy;
import seq2seq.ch08_inference.Translation;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;

/** How many sentences are written without any mistake, by the length of their source. */
public final class ExactMatch {
  private ExactMatch() {}

  /**
   * Greedy translations compared with the right ones, word for word.
   *
   * @param split sentences that training has not seen
   * @param maxSteps steps at most, eos included
   * @return length of the source, eos not counted → share of its sentences that are right, 0 to 1;
   *     shortest first
   */
  public static SortedMap<Integer, Double> byLength(Seq2Seq model, Batches split, int maxSteps) {
    SortedMap<Integer, int[]> counts = new TreeMap<>();
    for (PaddedBatch batch : split.inOrder()) {
      count(model, batch, maxSteps, counts);
    }
    SortedMap<Integer, Double> shares = new TreeMap<>();
    counts.forEach((length, of) -> shares.put(length, (double) of[0] / of[1]));
    return shares;
  }

  private static void count(
      Seq2Seq model, PaddedBatch batch, int maxSteps, SortedMap<Integer, int[]> counts) {
    int[] lengths = batch.sourceLengths();
    int[][] target = batch.target();
    int[] targetLengths = batch.targetLengths();
    List<Translation> written = Greedy.decode(model, batch.source(), lengths, maxSteps);
    for (int n = 0; n < lengths.length; n++) {
      int[] right = Arrays.copyOf(target[n], targetLengths[n] - 1);
      boolean isRight = written.get(n).isFinished() && Arrays.equals(written.get(n).words(), right);
      int[] of = counts.computeIfAbsent(lengths[n] - 1, length -> new int[2]);
      of[0] += isRight ? 1 : 0;
      of[1]++;
    }
  }
}
