package seq2seq.ch08_inference;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.SourceBeam.Hypothesis;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

/**
 * Beam search: the K likeliest beginnings are kept, not only one. At every step each is continued
 * with every word, and of all those the K likeliest stay. What ends in eos leaves the beam and is
 * kept among the finished (Sutskever et al. 2014, section 3.2).
 *
 * <p>Finished sentences have different lengths, and every further word makes log P smaller. They
 * are compared by
 *
 * <pre>
 * score(Y) = log P(Y|X) / |Y|^γ        |Y| counts the words and eos
 * </pre>
 *
 * <p>with γ = 0 for log P itself and γ = 1 for the mean per token (Zhang et al., Dive into Deep
 * Learning, section 10.8.3, where it is 0.75; Wu et al. 2016, equation 14, use (5+|Y|)^γ / 6^γ;
 * both write α, which in this course is an attention weight). Within the beam all hypotheses are
 * equally long, so log P compares them fairly.
 *
 * <p>The search goes on until no hypothesis in the beam can still overtake the K-th finished one:
 * log P only falls, so log P / maxSteps^γ is the best score that it can ever reach. K = 1 is greedy
 * decoding.
 *
 * <p>Many sources are searched at once: the hypotheses of all of them are the rows of one batch, a
 * step is one call of the decoder, and what it knew moves with the hypotheses that go on. A source
 * whose search is decided leaves the batch. No source knows of the others.
 */
public final class Beam {
  private Beam() {}

  /**
   * The best sentences for one source.
   *
   * @param source ids (T), without padding
   * @param maxSteps steps at most, eos included; at least 1
   * @param width K, hypotheses kept; at least 1
   * @param gamma γ, from 0 to 1
   * @return the finished sentences found, at most K, best score first; if none ended within the
   *     limit, the unfinished ones, likeliest first
   * @throws IllegalArgumentException if {@code width} or {@code maxSteps} is below 1, {@code gamma}
   *     is not from 0 to 1, or the source is empty
   */
  public static List<Translation> search(
      Seq2Seq model, int[] source, int maxSteps, int width, double gamma) {
    LogProbability.checkNotEmpty("beam", "source", source);
    int[] length = {source.length};
    return search(model, new int[][] {source}, length, maxSteps, width, gamma).get(0);
  }

  /**
   * The best sentences for each source of a batch, as {@link #search(Seq2Seq, int[], int, int,
   * double)} finds them one at a time, to the bit.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N), from 1 to T
   * @throws IllegalArgumentException as for one source, or if there is not one length for each
   */
  public static List<List<Translation>> search(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps, int width, double gamma) {
    check(maxSteps, width, gamma);
    checkLengths(source, lengths);
    List<SourceBeam> beams =
        Stream.generate(() -> new SourceBeam(width, gamma, maxSteps)).limit(source.length).toList();
    if (!beams.isEmpty()) {
      NoGrad.run(() -> run(model, source, lengths, maxSteps, beams));
    }
    return beams.stream().map(SourceBeam::result).toList();
  }

  /**
   * The best sentence for each source of a batch.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N), from 1 to T
   * @throws IllegalArgumentException as {@link #search(Seq2Seq, int[][], int[], int, int, double)}
   */
  public static List<Translation> decode(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps, int width, double gamma) {
    return search(model, source, lengths, maxSteps, width, gamma).stream()
        .map(found -> found.get(0))
        .toList();
  }

  private static void run(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps, List<SourceBeam> beams) {
    Decoder decoder = model.decoder();
    Decoder.Loop loop = decoder.loop();
    Decoder.State state = decoder.start(model.encoder().forward(source, lengths, Mode.inference()));
    List<SourceBeam> open = beams;
    for (int t = 0; t < maxSteps && !open.isEmpty(); t++) {
      Decoder.Step step = loop.step(rows(open, Hypothesis::lastWord), state, Mode.inference());
      advance(open, step.logits());
      open = open.stream().filter(SourceBeam::isOpen).toList();
      if (!open.isEmpty()) {
        state = step.state().rows(rows(open, Hypothesis::parent));
      }
    }
  }

  /** A number of each hypothesis in the batch: source by source, likeliest first. */
  private static int[] rows(List<SourceBeam> open, ToIntFunction<Hypothesis> number) {
    return open.stream().flatMap(beam -> beam.living().stream()).mapToInt(number).toArray();
  }

  private static void advance(List<SourceBeam> open, Tensor logits) {
    float[][] scores = logits.toRows();
    float[][] logProbabilities = logits.logSoftmax().toRows();
    int first = 0;
    for (SourceBeam beam : open) {
      int rows = beam.living().size();
      beam.advance(scores, logProbabilities, first);
      first += rows;
    }
  }

  /** log P / length^γ. */
  static double score(double logProbability, int length, double gamma) {
    return logProbability / StrictMath.pow(length, gamma);
  }

  private static void check(int maxSteps, int width, double gamma) {
    StepwiseDecoding.checkSteps("beam", maxSteps);
    if (width < 1) {
      throw new IllegalArgumentException("beam: its width must be at least 1; got " + width);
    }
    checkGamma("beam", gamma);
  }

  private static void checkLengths(int[][] source, int[] lengths) {
    if (source.length != lengths.length) {
      throw new IllegalArgumentException(
          "beam: needs one length for each source; got "
              + source.length
              + " sources, "
              + lengths.length
              + " lengths");
    }
    for (int n = 0; n < lengths.length; n++) {
      if (lengths[n] < 1 || lengths[n] > source[n].length) {
        throw new IllegalArgumentException(
            "beam: a length must be from 1 to " + source[n].length + "; got " + lengths[n]);
      }
    }
  }

  static void checkGamma(String name, double gamma) {
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException(
          name + ": the exponent of the length must be from 0 to 1; got " + Numbers.show(gamma));
    }
  }
}
