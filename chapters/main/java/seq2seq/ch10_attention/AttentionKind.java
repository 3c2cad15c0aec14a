package seq2seq.ch10_attention;

import java.util.Locale;
import seq2seq.engine.Generator;

/** The kinds of attention of the course. */
public enum AttentionKind {
  /** {@link AdditiveAttention}. */
  ADDITIVE,
  /** {@link ScaledDotProductAttention}. */
  SCALED_DOT;

  /**
   * An attention of this kind with weights drawn from the generator.
   *
   * @param querySize H_dec
   * @param valueSize H_enc
   * @param size A
   */
  public Attention create(int querySize, int valueSize, int size, Generator generator) {
    return switch (this) {
      case ADDITIVE -> AdditiveAttention.xavier(querySize, valueSize, size, generator);
      case SCALED_DOT -> ScaledDotProductAttention.xavier(querySize, valueSize, size, generator);
    };
  }

  /** The name as the command line spells it: {@code scaled-dot}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
