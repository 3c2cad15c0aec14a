package seq2seq.ch10_attention;

import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Tensor;

/**
 * What attention looks at: a source, and all that can be worked out of it before the first query.
 *
 * @param keys (T,N,A)
 * @param values (T,N,H_enc)
 * @param mask (N,T), 1 = real token, 0 = padding
 */
public record Memory(Tensor keys, Tensor values, Tensor mask) {

  /**
   * The memory of a batch.
   *
   * @param values the encoder's outputs (T,N,H_enc)
   * @param lengths real tokens of each sentence (N), from 0 to T
   * @throws seq2seq.engine.ShapeException if a length is not from 0 to T
   */
  public static Memory of(Attention attention, Tensor values, int[] lengths) {
    return new Memory(attention.keys(values), values, LengthMask.of(lengths, values.dim(0)));
  }

  /** N. */
  public int batchSize() {
    return mask.dim(0);
  }

  /** T. */
  public int steps() {
    return mask.dim(1);
  }

  /**
   * Σ_t α_t h_t for each sentence.
   *
   * @param weights α (N,T)
   * @return (N,H_enc)
   */
  public Tensor weightedSum(Tensor weights) {
    return values.weightedSum(weights, mask);
  }

  /** Some of the sentences: new row i is row {@code rows[i]} of this one. */
  public Memory rows(int... rows) {
    return new Memory(Encoded.rowsOf(keys, rows), Encoded.rowsOf(values, rows), mask.gather(rows));
  }
}
