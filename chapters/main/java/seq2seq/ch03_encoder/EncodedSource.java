package seq2seq.ch03_encoder;

import seq2seq.engine.Tensor;

/**
 * A batch of source sentences as a decoder sees it: the same from the first step to the last.
 *
 * <p>{@link Encoded} is one. A decoder that works out more of the source, once, before its first
 * step, may carry on with one of its own.
 */
public interface EncodedSource {
  /** The top layer's output at every step (T,N,H); past a sentence's end they mean nothing. */
  Tensor outputs();

  /** How many real tokens each sentence has (N). */
  int[] lengths();

  /** The context c: the top layer's state where the sentence ends, (N,H). */
  Tensor context();

  /**
   * Some of the sentences, in any order, each as often as it is named: what the hypotheses of a
   * beam look at.
   *
   * @param rows new row i is row {@code rows[i]} of this one
   */
  EncodedSource rows(int... rows);

  /** N. */
  default int batchSize() {
    return lengths().length;
  }
}
