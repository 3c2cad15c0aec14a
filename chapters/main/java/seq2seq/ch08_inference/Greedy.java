package seq2seq.ch08_inference;

import java.util.List;
import seq2seq.ch07_training.Seq2Seq;

/**
 * Greedy decoding: at every step the likeliest word, which is then read as the word before, until
 * eos.
 */
public final class Greedy {
  private Greedy() {}

  /**
   * Writes a sentence for each source.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N)
   * @param maxSteps steps at most, eos included; at least 1
   * @return one translation per source; each depends on its own source alone, not on its neighbours
   *     in the batch
   * @throws IllegalArgumentException if {@code maxSteps} is below 1, or the encoder rejects the
   *     batch
   */
  public static List<Translation> decode(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps) {
    return StepwiseDecoding.write(
        "greedy", model, source, lengths, maxSteps, (logits, finished) -> logits.argMax());
  }
}
