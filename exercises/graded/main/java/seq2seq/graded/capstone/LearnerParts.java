package seq2seq.graded.capstone;

import java.util.EnumMap;
import java.util.Map;
import seq2seq.ch11_capstone.Part;
import seq2seq.ch11_capstone.Parts;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch00.MatMulGradients;
import seq2seq.graded.ch01.EmbedBatch;
import seq2seq.graded.ch01.LookupGradient;
import seq2seq.graded.ch01.PaddedIds;
import seq2seq.graded.ch02.GruStep;
import seq2seq.graded.ch03.LastState;
import seq2seq.graded.ch03.RecurrentStack;
import seq2seq.graded.ch04.ContextFusion;
import seq2seq.graded.ch04.StateBridge;
import seq2seq.graded.ch05.LengthMask;
import seq2seq.graded.ch06.LogSoftmax;
import seq2seq.graded.ch06.LossGradient;
import seq2seq.graded.ch06.MaskedCrossEntropy;
import seq2seq.graded.ch07.AdamStep;
import seq2seq.graded.ch07.NormClip;
import seq2seq.graded.ch07.TeacherShift;
import seq2seq.graded.ch07.TrainingLoop;
import seq2seq.graded.ch08.BeamSearch;
import seq2seq.graded.ch08.CorpusBleu;
import seq2seq.graded.ch08.GreedyDecoding;

/** Classes that implement the interfaces of exercises, as {@link Parts}. */
public final class LearnerParts implements Parts {
  private final Map<Part, Object> classes;

  /**
   * Parts.
   *
   * @param classes an object for each part that is there: it implements the interface of the part's
   *     exercise
   */
  public LearnerParts(Map<Part, Object> classes) {
    this.classes = new EnumMap<>(classes);
  }

  private <T> T the(Part part, Class<T> specification) {
    return specification.cast(classes.get(part));
  }

  @Override
  public Product matMulGradients(double[][] a, double[][] b, double[][] dC) {
    MatMulGradients.Gradients both =
        the(Part.MATMUL_GRADIENTS, MatMulGradients.class).gradients(a, b, dC);
    return both == null ? null : new Product(both.dA(), both.dB());
  }

  @Override
  public Ids paddedIds(String[][] sentences, String[] vocabulary, int steps) {
    PaddedIds.Batch batch =
        the(Part.PADDED_IDS, PaddedIds.class).batch(sentences, vocabulary, steps);
    return batch == null ? null : new Ids(batch.ids(), batch.lengths());
  }

  @Override
  public double[][][] embed(int[][] ids, double[][] table) {
    return the(Part.EMBED, EmbedBatch.class).embed(ids, table);
  }

  @Override
  public double[][] lookupGradient(int[][] ids, double[][][] dX, int vocabularySize) {
    return the(Part.LOOKUP_GRADIENT, LookupGradient.class).gradient(ids, dX, vocabularySize);
  }

  @Override
  public double[][] gruStep(
      double[][] input,
      double[][] before,
      double[][] inputWeight,
      double[][] stateWeight,
      double[] inputBias,
      double[] stateBias) {
    return the(Part.GRU_STEP, GruStep.class)
        .step(input, before, inputWeight, stateWeight, inputBias, stateBias);
  }

  @Override
  public Run stack(Tensor inputs, Tensor first, Cells cells) {
    RecurrentStack.Run run = the(Part.STACK, RecurrentStack.class).run(inputs, first, cells::next);
    return run == null ? null : new Run(run.output(), run.state());
  }

  @Override
  public double[][] lastState(double[][][] states, int[] lengths) {
    return the(Part.LAST_STATE, LastState.class).last(states, lengths);
  }

  @Override
  public double[][][] fuse(double[][][] words, double[][] context) {
    return the(Part.FUSION, ContextFusion.class).fuse(words, context);
  }

  @Override
  public Tensor bridge(Tensor state, Tensor weights, Tensor biases) {
    return the(Part.BRIDGE, StateBridge.class).bridge(state, weights, biases);
  }

  @Override
  public int[][] mask(int[] lengths, int steps) {
    return the(Part.MASK, LengthMask.class).mask(lengths, steps);
  }

  @Override
  public double[][] logSoftmax(double[][] logits) {
    return the(Part.LOG_SOFTMAX, LogSoftmax.class).logSoftmax(logits);
  }

  @Override
  public double loss(double[][][] logits, int[][] words, int[] lengths) {
    return the(Part.LOSS, MaskedCrossEntropy.class).loss(logits, words, lengths);
  }

  @Override
  public double[][][] lossGradient(double[][][] logits, int[][] words, int[] lengths) {
    return the(Part.LOSS_GRADIENT, LossGradient.class).gradient(logits, words, lengths);
  }

  @Override
  public Shifted shift(int[][] words, int[] lengths, int bos, int eos, int pad) {
    TeacherShift.Shifted shifted =
        the(Part.SHIFT, TeacherShift.class).shift(words, lengths, bos, eos, pad);
    return shifted == null ? null : new Shifted(shifted.inputs(), shifted.targets());
  }

  @Override
  public Clipped clip(double[][] weight, double[] bias, double limit) {
    NormClip.Clipped clipped = the(Part.CLIP, NormClip.class).clip(weight, bias, limit);
    return clipped == null ? null : new Clipped(clipped.weight(), clipped.bias(), clipped.norm());
  }

  @Override
  public Updated adam(
      double[] parameters,
      double[] gradient,
      double[] mean,
      double[] square,
      int update,
      double rate) {
    AdamStep.Updated updated =
        the(Part.ADAM, AdamStep.class).step(parameters, gradient, mean, square, update, rate);
    return updated == null
        ? null
        : new Updated(updated.parameters(), updated.mean(), updated.square());
  }

  @Override
  public void train(Steps steps, int epochs) {
    the(Part.EIGHT_STEPS, TrainingLoop.class).train(new GivenSteps(steps), epochs);
  }

  @Override
  public int[] greedy(Stepper model, double[] start, int bos, int eos, int maxSteps) {
    GreedyDecoding.Model asked =
        (token, state) -> {
          Step step = model.step(token, state);
          return new GreedyDecoding.Step(step.logits(), step.state());
        };
    return the(Part.GREEDY, GreedyDecoding.class).decode(asked, start, bos, eos, maxSteps);
  }

  @Override
  public Sentence beam(Continuations model, int eos, int maxSteps, int width, double gamma) {
    BeamSearch.Sentence found =
        the(Part.BEAM, BeamSearch.class)
            .search(model::logProbabilities, eos, maxSteps, width, gamma);
    return found == null ? null : new Sentence(found.words(), found.score());
  }

  @Override
  public double bleu(int[][] written, int[][] references) {
    return the(Part.BLEU, CorpusBleu.class).bleu(written, references);
  }

  /** The same steps behind the interface of exercise 7.4. */
  private record GivenSteps(Steps steps) implements TrainingLoop.Steps {
    @Override
    public void initialise() {
      steps.initialise();
    }

    @Override
    public boolean load() {
      return steps.load();
    }

    @Override
    public void forward() {
      steps.forward();
    }

    @Override
    public double loss() {
      return steps.loss();
    }

    @Override
    public int tokens() {
      return steps.tokens();
    }

    @Override
    public void clear() {
      steps.clear();
    }

    @Override
    public void backward() {
      steps.backward();
    }

    @Override
    public void clip() {
      steps.clip();
    }

    @Override
    public void update() {
      steps.update();
    }

    @Override
    public double heldOut() {
      return steps.heldOut();
    }

    @Override
    public void visualise(double trainLoss, double heldOutLoss) {
      steps.visualise(trainLoss, heldOutLoss);
    }
  }
}
