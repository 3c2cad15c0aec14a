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
 * The loop that writes a batch word by word: step, choose, read what was chosen. Each step starts
 * from the state that the step before gave, so no word is computed twice; {@link Greedy} and {@link
 * Sampling} differ only in how they choose.
 */
final class StepwiseDecoding {
  private final int[][] words;
  private final int[] count;
  private final double[] logProbability;
  private final boolean[] finished;

  /** How the next words are chosen. */
  @FunctionalInterface
  interface Choice {
    /**
     * One word for each row; that of a finished row does not count.
     *
     * @param logits (N,V')
     * @param finished rows that have reached eos (N)
     * @return ids (N)
     */
    int[] choose(Tensor logits, boolean[] finished);
  }

  private StepwiseDecoding(int n, int maxSteps) {
    words = new int[n][maxSteps];
    count = new int[n];
    logProbability = new double[n];
    finished = new boolean[n];
  }

  /**
   * Writes a sentence for each source, keeping no graph.
   *
   * @param name what to call this way of writing in an error
   * @throws IllegalArgumentException if {@code maxSteps} is below 1
   */
  static List<Translation> write(
      String name, Seq2Seq model, int[][] source, int[] lengths, int maxSteps, Choice choice) {
    checkSteps(name, maxSteps);
    return NoGrad.get(
        () -> new StepwiseDecoding(source.length, maxSteps).run(model, source, lengths, choice));
  }

  static void checkSteps(String name, int maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException(
          name + ": the limit on steps must be at least 1; got " + maxSteps);
    }
  }

  private List<Translation> run(Seq2Seq model, int[][] source, int[] lengths, Choice choice) {
    Decoder decoder = model.decoder();
    Decoder.Loop loop = decoder.loop();
    Decoder.State state = decoder.start(model.encoder().forward(source, lengths, Mode.inference()));
    int[] before = new int[count.length];
    Arrays.fill(before, Vocabulary.BOS);
    for (int t = 0; t < words[0].length && !allFinished(); t++) {
      Decoder.Step step = loop.step(before, state, Mode.inference());
      state = step.state();
      before = choice.choose(step.logits(), finished);
      take(before, step.logits().logSoftmax());
    }
    return translations();
  }

  /** Appends each unfinished row's word and adds its log-probability. */
  private void take(int[] chosen, Tensor logProbabilities) {
    for (int n = 0; n < chosen.length; n++) {
      if (finished[n]) {
        continue;
      }
      logProbability[n] += logProbabilities.get(n, chosen[n]);
      finished[n] = chosen[n] == Vocabulary.EOS;
      if (!finished[n]) {
        words[n][count[n]++] = chosen[n];
      }
    }
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
