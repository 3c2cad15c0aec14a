package seq2seq.ch08_inference;

import java.util.List;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.engine.Generator;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;

/**
 * Sampling: at every step a word is drawn, each as often as the model finds it likely. The
 * temperature τ sharpens or flattens that:
 *
 * <pre>
 * P_τ(w) = e^(logit_w / τ) / Σ_v e^(logit_v / τ)
 * </pre>
 *
 * <p>τ = 1 is the model itself; τ towards 0 is greedy decoding; a large τ draws every word about
 * equally often. (Hinton et al. 2015, equation 1.)
 */
public final class Sampling {
  private Sampling() {}

  /**
   * Draws a sentence for each source.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N)
   * @param maxSteps steps at most, eos included; at least 1
   * @param temperature τ, above 0
   * @param generator one number for each unfinished row at each step, rows in order; it advances
   * @return one translation per source; its log-probability is the model's own, τ = 1, whatever the
   *     temperature
   * @throws IllegalArgumentException if {@code maxSteps} is below 1, or the temperature is not a
   *     finite number above 0, or the encoder rejects the batch
   */
  public static List<Translation> decode(
      Seq2Seq model,
      int[][] source,
      int[] lengths,
      int maxSteps,
      double temperature,
      Generator generator) {
    checkTemperature(temperature);
    return StepwiseDecoding.write(
        "sampling",
        model,
        source,
        lengths,
        maxSteps,
        (logits, finished) -> draw(logits, finished, temperature, generator));
  }

  private static int[] draw(Tensor logits, boolean[] finished, double temperature, Generator g) {
    int[] words = new int[finished.length];
    float[][] rows = logits.toRows();
    for (int n = 0; n < words.length; n++) {
      words[n] = finished[n] ? 0 : pick(probabilities(rows[n], temperature), g.nextDouble());
    }
    return words;
  }

  /**
   * The probabilities P_τ that words are drawn with.
   *
   * @param logits of one step (V')
   * @param temperature τ, above 0
   * @return (V'), they add up to 1
   * @throws IllegalArgumentException if the temperature is not a finite number above 0
   */
  public static double[] probabilities(float[] logits, double temperature) {
    checkTemperature(temperature);
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int w = 0; w < logits.length; w++) {
      // Taking the maximum off first: nothing overflows, however small the temperature.
      probabilities[w] = StrictMath.exp((logits[w] - max) / temperature);
      sum += probabilities[w];
    }
    for (int w = 0; w < logits.length; w++) {
      probabilities[w] /= sum;
    }
    return probabilities;
  }

  /** The word at which the running sum of probabilities passes {@code u}, a number in [0, 1). */
  static int pick(double[] probabilities, double u) {
    double sum = 0;
    int last = 0;
    for (int w = 0; w < probabilities.length; w++) {
      sum += probabilities[w];
      if (u < sum) {
        return w;
      }
      last = probabilities[w] > 0 ? w : last;
    }
    return last; // rounding left the sum just short of u
  }

  private static void checkTemperature(double temperature) {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "sampling: the temperature must be a finite number above 0; got "
              + Numbers.show(temperature));
    }
  }
}
