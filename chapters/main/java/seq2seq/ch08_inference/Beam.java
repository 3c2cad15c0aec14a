package seq2seq.ch08_inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.Vocabulary;
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
 * score(Y) = log P(Y|X) / |Y|^α        |Y| counts the words and eos
 * </pre>
 *
 * <p>with α = 0 for log P itself and α = 1 for the mean per token (Zhang et al., Dive into Deep
 * Learning, section 10.8.3, where α is 0.75; Wu et al. 2016, equation 14, use (5+|Y|)^α / 6^α).
 * Within the beam all hypotheses are equally long, so log P compares them fairly.
 *
 * <p>The search goes on until no hypothesis in the beam can still overtake the K-th finished one:
 * log P only falls, so log P / maxSteps^α is the best score that it can ever reach. K = 1 is greedy
 * decoding.
 */
public final class Beam {
  private final Seq2Seq model;
  private final int width;
  private final double alpha;
  private final int maxSteps;
  private final List<Translation> finished = new ArrayList<>();

  /** A beginning in the beam: its words so far, and its row of the state before the next step. */
  private record Hypothesis(int[] words, double logProbability, int row) {}

  /** A hypothesis and a word to go on with. */
  private record Candidate(Hypothesis parent, int word, float logit, double logProbability) {}

  // Equally likely ones: the earlier parent first, then as arg max decides, so K = 1 is greedy.
  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparingDouble((Candidate c) -> -c.logProbability())
          .thenComparingInt(c -> c.parent().row())
          .thenComparingDouble(c -> -c.logit())
          .thenComparingInt(Candidate::word);

  private Beam(Seq2Seq model, int width, double alpha, int maxSteps) {
    this.model = model;
    this.width = width;
    this.alpha = alpha;
    this.maxSteps = maxSteps;
  }

  /**
   * The best sentences for one source.
   *
   * @param source ids (T), without padding
   * @param maxSteps steps at most, eos included; at least 1
   * @param width K, hypotheses kept; at least 1
   * @param alpha α, from 0 to 1
   * @return the finished sentences found, at most K, best score first; if none ended within the
   *     limit, the unfinished ones, likeliest first
   * @throws IllegalArgumentException if {@code width} or {@code maxSteps} is below 1, {@code alpha}
   *     is not from 0 to 1, or the source is empty
   */
  public static List<Translation> search(
      Seq2Seq model, int[] source, int maxSteps, int width, double alpha) {
    check(maxSteps, width, alpha);
    LogProbability.checkNotEmpty("beam", "source", source);
    return NoGrad.get(() -> new Beam(model, width, alpha, maxSteps).run(source));
  }

  /**
   * The best sentence for each source of a batch.
   *
   * @param source ids (N,T), padded
   * @param lengths real tokens of each (N)
   * @throws IllegalArgumentException as {@link #search}
   */
  public static List<Translation> decode(
      Seq2Seq model, int[][] source, int[] lengths, int maxSteps, int width, double alpha) {
    checkLengths(source, lengths);
    List<Translation> best = new ArrayList<>();
    for (int n = 0; n < source.length; n++) {
      int[] real = Arrays.copyOf(source[n], lengths[n]);
      best.add(search(model, real, maxSteps, width, alpha).get(0));
    }
    return best;
  }

  /** log P / length^α. */
  static double score(double logProbability, int length, double alpha) {
    return logProbability / StrictMath.pow(length, alpha);
  }

  private static void check(int maxSteps, int width, double alpha) {
    StepwiseDecoding.checkSteps("beam", maxSteps);
    if (width < 1) {
      throw new IllegalArgumentException("beam: its width must be at least 1; got " + width);
    }
    checkAlpha("beam", alpha);
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

  static void checkAlpha(String name, double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          name + ": the exponent of the length must be from 0 to 1; got " + Numbers.show(alpha));
    }
  }

  private List<Translation> run(int[] source) {
    Decoder.State state =
        model
            .decoder()
            .start(
                model
                    .encoder()
                    .forward(new int[][] {source}, new int[] {source.length}, Mode.inference()));
    SourceRows rows = new SourceRows(state.source());
    List<Hypothesis> beam = List.of(new Hypothesis(new int[0], 0, 0));
    for (int t = 0; t < maxSteps && !isDecided(beam); t++) {
      Decoder.Step step = model.decoder().step(lastWords(beam), state, Mode.inference());
      List<Candidate> best = best(beam, step.logits());
      best.stream().filter(c -> c.word() == Vocabulary.EOS).forEach(this::finish);
      List<Candidate> living = best.stream().filter(c -> c.word() != Vocabulary.EOS).toList();
      beam = grow(living);
      if (!beam.isEmpty()) {
        state = rows.take(step.state(), living.stream().mapToInt(c -> c.parent().row()).toArray());
      }
    }
    return result(beam);
  }

  private static int[] lastWords(List<Hypothesis> beam) {
    return beam.stream()
        .mapToInt(h -> h.words().length == 0 ? Vocabulary.BOS : h.words()[h.words().length - 1])
        .toArray();
  }

  /** The K likeliest of all continuations, likeliest first. */
  private List<Candidate> best(List<Hypothesis> beam, Tensor logits) {
    float[][] scores = logits.toRows();
    float[][] logProbabilities = logits.logSoftmax().toRows();
    PriorityQueue<Candidate> kept = new PriorityQueue<>(LIKELIEST_FIRST.reversed());
    for (Hypothesis h : beam) {
      for (int w = 0; w < scores[h.row()].length; w++) {
        double total = h.logProbability() + logProbabilities[h.row()][w];
        if (kept.size() == width && total < kept.peek().logProbability()) {
          continue;
        }
        kept.add(new Candidate(h, w, scores[h.row()][w], total));
        if (kept.size() > width) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(LIKELIEST_FIRST).toList();
  }

  private void finish(Candidate c) {
    finished.add(new Translation(c.parent().words(), c.logProbability(), true));
    finished.sort(Comparator.comparingDouble(t -> -t.score(alpha)));
  }

  private static List<Hypothesis> grow(List<Candidate> living) {
    List<Hypothesis> beam = new ArrayList<>();
    for (Candidate c : living) {
      int[] words = Arrays.copyOf(c.parent().words(), c.parent().words().length + 1);
      words[words.length - 1] = c.word();
      beam.add(new Hypothesis(words, c.logProbability(), beam.size()));
    }
    return beam;
  }

  /** Whether nothing in the beam can still come among the K best finished ones. */
  private boolean isDecided(List<Hypothesis> beam) {
    if (beam.isEmpty()) {
      return true;
    }
    double atBest = score(beam.get(0).logProbability(), maxSteps, alpha);
    return finished.size() >= width && atBest <= finished.get(width - 1).score(alpha);
  }

  private List<Translation> result(List<Hypothesis> beam) {
    if (finished.isEmpty()) {
      return beam.stream().map(h -> new Translation(h.words(), h.logProbability(), false)).toList();
    }
    return List.copyOf(finished.subList(0, Math.min(width, finished.size())));
  }
}
