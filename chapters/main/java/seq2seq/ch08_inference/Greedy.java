package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

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
   * @param maxSteps words at most, above 0
   * @return one translation per source; each depends on its own source alone, not on its neighbours
   *     in the batch
   * @throws IllegalArgumentException if {@code maxSteps} is below 1, or the encoder rejects the
   *     batch
   */
  public static List<Translation> decode(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException(
          "greedy: the limit on steps must be at least 1; got " + maxSteps);
    }
    return NoGrad.get(() -> new Run(source.length, maxSteps).write(model, source, lengths));
  }

  /** The sentences being written. */
  private static final class Run {
    private final int[][] words;
    private final int[] count;
    private final double[] logProbability;
    private final boolean[] finished;

    Run(int n, int maxSteps) {
      words = new int[n][maxSteps];
      count = new int[n];
      logProbability = new double[n];
      finished = new boolean[n];
    }

    List<Translation> write(Seq2Seq model, int[][] source, int[] lengths) {
      Decoder.State state =
          model.decoder().start(model.encoder().forward(source, lengths, Mode.inference()));
      int[] before = new int[count.length];
      Arrays.fill(before, Vocabulary.BOS);
      for (int t = 0; t < words[0].length && !allFinished(); t++) {
        Decoder.Step step = model.decoder().step(before, state, Mode.inference());
        state = step.state();
        before = take(step.logits());
      }
      return translations();
    }

    /** Takes each row's likeliest word and returns them. */
    private int[] take(Tensor logits) {
      int[] best = logits.argMax();
      Tensor logProbabilities = logits.logSoftmax();
      for (int n = 0; n < best.length; n++) {
        if (finished[n]) {
          continue;
        }
        logProbability[n] += logProbabilities.get(n, best[n]);
        finished[n] = best[n] == Vocabulary.EOS;
        if (!finished[n]) {
          words[n][count[n]++] = best[n];
        }
      }
      return best;
    }

    private boolean allFinished() {
      for (boolean f : finished) {
        if (!f) {
          return false;
        }
      }
      return true;
    }

    private List<Translation> translations() {
      List<Translation> all = new ArrayList<>();
      for (int n = 0; n < count.length; n++) {
        all.add(new Translation(Arrays.copyOf(words[n], count[n]), logProbability[n], finished[n]));
      }
      return all;
    }
  }
}
