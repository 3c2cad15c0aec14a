package seq2seq.nn;

import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;

/**
 * Whether a model is being trained, when dropout draws from a generator, or used, when nothing is
 * left to chance.
 */
public final class Mode {
  private static final Mode INFERENCE = new Mode(null);

  private final Generator generator;

  private Mode(Generator generator) {
    this.generator = generator;
  }

  /** Training; dropout draws from {@code generator}, which advances. */
  public static Mode training(Generator generator) {
    return new Mode(
        java.util.Objects.requireNonNull(generator, "training: a generator for dropout"));
  }

  /** Use: dropout does nothing. */
  public static Mode inference() {
    return INFERENCE;
  }

  /** Whether this is training. */
  public boolean isTraining() {
    return generator != null;
  }

  /**
   * {@code x} with elements dropped with probability {@code p} in training, {@code x} itself
   * otherwise; any shape.
   */
  public Tensor dropout(Tensor x, double p) {
    return isTraining() ? x.dropout(p, generator) : x;
  }
}
