package seq2seq.ch04_decoder;

import java.util.Locale;

/**
 * How the decoder gets the context: the first two ways and their combination are those of
 * Goodfellow et al. (2016), section 10.4.
 */
public enum ContextMode {
  /** As the state before the first step; nothing is laid beside the words. */
  INITIAL,
  /** Beside the word at every step; the state starts from zeros. */
  EVERY_STEP,
  /** Both. */
  BOTH;

  /** Whether the decoder's state starts from the encoder's. */
  public boolean startsFromEncoder() {
    return this != EVERY_STEP;
  }

  /** Whether the context stands beside the word at every step. */
  public boolean isBesideEveryWord() {
    return this != INITIAL;
  }

  /** The name as the command line spells it: {@code every-step}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
