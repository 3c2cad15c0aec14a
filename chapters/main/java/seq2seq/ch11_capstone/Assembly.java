package seq2seq.ch11_capstone;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import seq2seq.engine.Tensor;

/**
 * Parts from two hands: some are yours, the others the course's. What yours give back is checked
 * for its shape and for numbers that are not finite before anything is computed from it.
 */
public final class Assembly implements Parts {
  private final Parts yours;
  private final Set<Part> which;
  private final Parts course = new CourseParts();
  private volatile Part running;
  private volatile long signs; // only the thread that trains writes it

  /** {@code yours} where {@code which} says so. */
  public Assembly(Parts yours, Collection<Part> which) {
    this.yours = yours;
    this.which = new TreeSet<>(which);
  }

  /** The part of yours that is at work now; null if none is. For another thread that watches. */
  public Part running() {
    return running;
  }

  /** Grows whenever a part begins or ends: while it stands still, one part is at work. */
  public long signs() {
    return signs;
  }

  /** What a part gives back; {@code check} says what is wrong with it, null if nothing is. */
  private <T> T call(Part part, Function<Parts, T> call, Function<T, String> check) {
    if (!which.contains(part)) {
      signs++; // whoever calls is alive
      return call.apply(course);
    }
    Part outer = running;
    signs++;
    running = part;
    try {
      T result = call.apply(yours);
      if (result == null) {
        throw new PartException(part, "returned null", null);
      }
      String wrong = check.apply(result);
      if (wrong != null) {
        throw new PartException(part, "returned " + wrong, null);
      }
      return result;
    } catch (PartException known) {
      throw known;
    } catch (RuntimeException | Error thrown) {
      throw new PartException(part, "threw " + thrown, thrown);
    } finally {
      running = outer;
      signs++;
    }
  }

  @Override
  public Product matMulGradients(double[][] a, double[][] b, double[][] dC) {
    return call(
        Part.MATMUL_GRADIENTS,
        parts -> parts.matMulGradients(a, b, dC),
        r ->
            Checks.first(
                Checks.rows("dA", r.dA(), a.length, a[0].length),
                Checks.rows("dB", r.dB(), b.length, b[0].length)));
  }

  @Override
  public Ids paddedIds(String[][] sentences, String[] vocabulary, int steps) {
    return call(
        Part.PADDED_IDS,
        parts -> parts.paddedIds(sentences, vocabulary, steps),
        r ->
            Checks.first(
                Checks.ids("ids", r.ids(), sentences.length, steps, vocabulary.length),
                Checks.lengths(r.lengths(), sentences.length, steps)));
  }

  @Override
  public double[][][] embed(int[][] ids, double[][] table) {
    return call(
        Part.EMBED,
        parts -> parts.embed(ids, table),
        r -> Checks.steps("X", r, ids[0].length, ids.length, table[0].length));
  }

  @Override
  public double[][] lookupGradient(int[][] ids, double[][][] dX, int vocabularySize) {
    return call(
        Part.LOOKUP_GRADIENT,
        parts -> parts.lookupGradient(ids, dX, vocabularySize),
        r -> Checks.rows("the gradient", r, vocabularySize, dX[0][0].length));
  }

  @Override
  public double[][] gruStep(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias) {
    return call(
        Part.GRU_STEP,
        parts -> parts.gruStep(input, before, inputWeight, stateWeight, inputBias, stateBias),
        r -> Checks.rows("h'", r, input.length, stateWeight.length));
  }

  @Override
  public Run stack(Tensor inputs, Tensor first, Cells cells) {
    int hidden = first.dim(2);
    return call(
        Part.STACK,
        parts -> parts.stack(inputs, first, cells),
        r ->
            Checks.first(
                Checks.tensor("Output", r.output(), inputs.dim(0), inputs.dim(1), hidden),
                Checks.tensor("State", r.state(), first.dim(0), first.dim(1), hidden)));
  }

  @Override
  public double[][] lastState(double[][][] states, int[] lengths) {
    return call(
        Part.LAST_STATE,
        parts -> parts.lastState(states, lengths),
        r -> Checks.rows("the state", r, lengths.length, states[0][0].length));
  }

  @Override
  public double[][][] fuse(double[][][] words, double[][] context) {
    int width = words[0][0].length + context[0].length;
    return call(
        Part.FUSION,
        parts -> parts.fuse(words, context),
        r -> Checks.steps("x ⊕ c", r, words.length, context.length, width));
  }

  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    return call(
        Part.BRIDGE,
        parts -> parts.bridge(state, weights, biases),
        r -> Checks.tensor("the state", r, weights.dim(0), state.dim(1), weights.dim(2)));
  }

  @Override
  public int[][] mask(int[] lengths, int steps) {
    return call(
        Part.MASK,
        parts -> parts.mask(lengths, steps),
        r -> Checks.ids("the mask", r, lengths.length, steps, 2));
  }

  @Override
  public double[][] logSoftmax(double[][] logits) {
    return call(
        Part.LOG_SOFTMAX,
        parts -> parts.logSoftmax(logits),
        r -> Checks.rows("log-probabilities", r, logits.length, logits[0].length));
  }

  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    return call(
        Part.LOSS, parts -> parts.loss(logits, words, lengths), r -> Checks.number("a loss", r));
  }

  @Override
  public double[][][] lossGradient(double[][][] logits, int[][] words, int[] lengths) {
    return call(
        Part.LOSS_GRADIENT,
        parts -> parts.lossGradient(logits, words, lengths),
        r -> Checks.steps("the gradient", r, logits.length, words.length, logits[0][0].length));
  }

  @Override
  public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
    int steps = words[0].length + 1;
    return call(
        Part.SHIFT,
        parts -> parts.shift(words, lengths, bos, eos, pad),
        r ->
            Checks.first(
                Checks.ids("inputs", r.inputs(), words.length, steps, Integer.MAX_VALUE),
                Checks.ids("targets", r.targets(), words.length, steps, Integer.MAX_VALUE)));
  }

  @Override
  public Clipped clip(double[][] weight, double[] bias, double limit) {
    return call(
        Part.CLIP,
        parts -> parts.clip(weight, bias, limit),
        r ->
            Checks.first(
                Checks.rows("the weight's gradient", r.weight(), weight.length, weight[0].length),
                Checks.row("the bias's gradient", r.bias(), bias.length),
                Checks.number("a norm", r.norm())));
  }

  @Override
  public Updated adam(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    return call(
        Part.ADAM,
        parts -> parts.adam(parameters, gradient, mean, square, update, rate),
        r ->
            Checks.first(
                Checks.row("parameters", r.parameters(), parameters.length),
                Checks.row("m", r.mean(), parameters.length),
                Checks.row("v", r.square(), parameters.length)));
  }

  @Override
  public void train(Steps steps, int epochs) {
    call(
        Part.EIGHT_STEPS,
        parts -> {
          parts.train(steps, epochs);
          return true;
        },
        r -> null);
  }

  @Override
  public int[] greedy(Stepper model, double[] start, int bos, int eos, int maxSteps) {
    return call(
        Part.GREEDY,
        parts -> parts.greedy(model, start, bos, eos, maxSteps),
        r -> Checks.sentence(r, maxSteps));
  }

  @Override
  public Sentence beam(Continuations model, int eos, int maxSteps, int width, double gamma) {
    return call(
        Part.BEAM,
        parts -> parts.beam(model, eos, maxSteps, width, gamma),
        r -> Checks.sentence(r.words(), maxSteps));
  }

  @Override
  public double bleu(int[][] written, int[][] references) {
    return call(Part.BLEU, parts -> parts.bleu(written, references), r -> Checks.number("BLEU", r));
  }
}
