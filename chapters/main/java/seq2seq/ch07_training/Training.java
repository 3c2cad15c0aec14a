package seq2seq.ch07_training;

import java.util.List;
import java.util.concurrent.CancellationException;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Mode;
import seq2seq.nn.Optimiser;
import seq2seq.nn.Parameter;

/**
 * The training loop in eight steps. Mutable: it changes the model's parameters, and knows where it
 * stands.
 *
 * <p>One generator orders the batches and drives dropout, so the seed fixes the run; what {@link
 * #position} returns, together with the parameters and the optimiser's state, is enough to go on
 * after a stop with the same bits.
 */
public final class Training {
  private final Architecture architecture;
  private final Batches batches;
  private final Optimiser optimiser;
  private final double clip;
  private final Observer observer;
  private final Generator generator;

  private Seq2Seq model;
  private List<Parameter> parameters;
  private List<PaddedBatch> order;
  private PaddedBatch batch;
  private Decoder.Outputs outputs;
  private Tensor loss;
  private double gradientNorm;

  private int epoch;
  private int nextBatch;
  private long[] generatorAtEpochStart;
  private double lossSum;
  private double normSum;
  private long tokens;

  /**
   * A training about to begin.
   *
   * @param architecture the model to make
   * @param batches the training split
   * @param optimiser updates the parameters
   * @param clip the limit of the global gradient norm, above 0
   * @param generator for first weights, the order of batches and dropout; it advances
   * @param observer is told after each step
   */
  public Training(
      Architecture architecture,
      Batches batches,
      Optimiser optimiser,
      double clip,
      Generator generator,
      Observer observer) {
    this.architecture = architecture;
    this.batches = batches;
    this.optimiser = optimiser;
    this.clip = clip;
    this.generator = generator;
    this.observer = observer;
  }

  /**
   * All eight steps, until {@code epochs} epochs are done.
   *
   * @throws NonFiniteException if a loss or a gradient is not finite
   * @throws CancellationException if the thread is interrupted; everything up to the last update is
   *     kept
   */
  public void run(int epochs) {
    if (model == null) {
      initialise();
    }
    while (epoch < epochs) {
      while (load()) {
        forward();
        loss();
        backward();
        clip();
        update();
      }
      visualise();
    }
  }

  /** 1. Gives every parameter its first value. */
  public void initialise() {
    model = architecture.initialise(generator);
    parameters = model.parameters();
    observer.after(Step.INITIALISE, this);
  }

  /** 2. Loads the next batch of the epoch; false when there is none left. */
  public boolean load() {
    if (Thread.interrupted()) {
      throw new CancellationException(
          "training: interrupted in epoch " + (epoch + 1) + " before batch " + (nextBatch + 1));
    }
    if (order == null) {
      generatorAtEpochStart = generator.state();
      order = batches.epoch(generator);
    }
    if (nextBatch == order.size()) {
      return false;
    }
    batch = order.get(nextBatch);
    observer.after(Step.LOAD, this);
    return true;
  }

  /** 3. Runs the model over the batch, the decoder reading the right words. */
  public void forward() {
    outputs = model.outputs(batch, Mode.training(generator));
    observer.after(Step.FORWARD, this);
  }

  /** 4. The masked cross-entropy, nats per real token. */
  public void loss() {
    loss = MaskedLoss.of(outputs, batch.target(), batch.targetLengths());
    if (!loss.isFinite()) {
      throw new NonFiniteException("training: the loss", epoch, nextBatch);
    }
    observer.after(Step.LOSS, this);
  }

  /** 5. A fresh gradient for every parameter. */
  public void backward() {
    Parameter.clearGrads(parameters);
    loss.backward();
    observer.after(Step.BACKWARD, this);
  }

  /** 6. Shortens all gradients alike if together they are longer than the limit. */
  public void clip() {
    gradientNorm = GradientClip.byGlobalNorm(parameters, clip);
    if (!Double.isFinite(gradientNorm)) {
      throw new NonFiniteException(
          "training: the gradient of " + firstNonFinite(), epoch, nextBatch);
    }
    observer.after(Step.CLIP, this);
  }

  private String firstNonFinite() {
    return parameters.stream()
        .filter(p -> p.value().hasGrad() && !p.value().grad().isFinite())
        .map(Parameter::name)
        .findFirst()
        .orElse("all parameters together");
  }

  /** 7. The optimiser changes the parameters by their gradients. */
  public void update() {
    optimiser.step(parameters);
    lossSum += (double) loss.item() * batch.targetTokens();
    normSum += gradientNorm;
    tokens += batch.targetTokens();
    outputs = null;
    nextBatch++;
    observer.after(Step.UPDATE, this);
  }

  /** 8. The epoch is over: the observer looks at it, and the next one begins. */
  public void visualise() {
    observer.after(Step.VISUALISE, this);
    epoch++;
    nextBatch = 0;
    order = null;
    lossSum = 0;
    normSum = 0;
    tokens = 0;
  }

  /**
   * Where training stands between two batches.
   *
   * @param epoch epochs done
   * @param nextBatch the batch to do next
   * @param generatorAtEpochStart the generator's state that fixed the order of this epoch's batches
   * @param generator the generator's state now
   * @param lossSum the sum of this epoch's losses so far, nats
   * @param normSum the sum of this epoch's gradient norms so far
   * @param tokens the real target tokens of this epoch so far
   */
  public record Position(
      int epoch,
      int nextBatch,
      long[] generatorAtEpochStart,
      long[] generator,
      double lossSum,
      double normSum,
      long tokens) {}

  /** Where training stands; meaningful after {@link Step#UPDATE}. */
  public Position position() {
    return new Position(
        epoch,
        nextBatch,
        generatorAtEpochStart.clone(),
        generator.state(),
        lossSum,
        normSum,
        tokens);
  }

  /**
   * A training that goes on from a saved position; the caller has put the parameters and the
   * optimiser's state back.
   *
   * @param model the model, with its parameters as they were
   */
  public static Training resumed(
      Architecture architecture,
      Seq2Seq model,
      Batches batches,
      Optimiser optimiser,
      double clip,
      Position from,
      Observer observer) {
    Training training =
        new Training(
            architecture, batches, optimiser, clip, Generator.restored(from.generator()), observer);
    training.model = model;
    training.parameters = model.parameters();
    training.epoch = from.epoch();
    training.nextBatch = from.nextBatch();
    training.generatorAtEpochStart = from.generatorAtEpochStart().clone();
    training.order = batches.epoch(Generator.restored(from.generatorAtEpochStart()));
    training.lossSum = from.lossSum();
    training.normSum = from.normSum();
    training.tokens = from.tokens();
    return training;
  }

  /** The model; null before step 1. */
  public Seq2Seq model() {
    return model;
  }

  /** The optimiser, with what it remembers. */
  public Optimiser optimiser() {
    return optimiser;
  }

  /** Epochs done. */
  public int epoch() {
    return epoch;
  }

  /** Batches done in this epoch. */
  public int batchesDone() {
    return nextBatch;
  }

  /** Batches in an epoch. */
  public int batchesPerEpoch() {
    return batches.count();
  }

  /** The batch at hand. */
  public PaddedBatch batch() {
    return batch;
  }

  /** Logits of the batch at hand (T',N,V'); null after the update, so that their memory can go. */
  public Tensor logits() {
    return outputs == null ? null : outputs.logits();
  }

  /** The loss of the last batch, nats per real token. */
  public float lastLoss() {
    return loss.item();
  }

  /** The mean loss of this epoch so far, nats per real token. */
  public double meanLoss() {
    return tokens == 0 ? Double.NaN : lossSum / tokens;
  }

  /** The mean global gradient norm of this epoch so far, before clipping. */
  public double meanGradientNorm() {
    return nextBatch == 0 ? Double.NaN : normSum / nextBatch;
  }

  /** Real target tokens of this epoch so far. */
  public long tokens() {
    return tokens;
  }

  /** The global gradient norm of the last batch, before clipping. */
  public double gradientNorm() {
    return gradientNorm;
  }
}
