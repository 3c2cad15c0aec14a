package seq2seq.ch10_attention;

import java.util.Arrays;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.AttentionOps;

/**
 * What attention looks at: the sources of a batch, and all that can be worked out of them before
 * the first query.
 *
 * <p>Its last part says which sentence each query looks at. At first query i looks at sentence i;
 * several hypotheses of a beam look at one, and keys and values are not copied for them.
 *
 * @param keys (T,N,A)
 * @param values (T,N,H_enc)
 * @param mask what each query may see (n,T): 1 = real token, 0 = padding
 * @param sentences the sentence of each query (n), from 0 to N-1
 */
public record AttentionKeys(Tensor keys, Tensor values, Tensor mask, int[] sentences) {

  /**
   * What a batch is looked at by, for one query a sentence.
   *
   * @param values the encoder's outputs (T,N,H_enc)
   * @param lengths real tokens of each sentence (N), from 0 to T
   * @throws seq2seq.engine.ShapeException if a length is not from 0 to T
   */
  public static AttentionKeys of(Attention attention, Tensor values, int[] lengths) {
    Tensor mask = LengthMask.of(lengths, values.dim(0));
    int[] each = new int[lengths.length];
    Arrays.setAll(each, n -> n);
    return new AttentionKeys(attention.keys(values), values, mask, each);
  }

  /** n, how many queries look. */
  public int queries() {
    return sentences.length;
  }

  /**
   * Σ_i α_i h_i for each query, over the positions i of its source.
   *
   * @param weights α (n,T)
   * @return (n,H_enc)
   */
  public Tensor weightedSum(Tensor weights) {
    return AttentionOps.weightedSum(values, weights, mask, sentences);
  }

  /** For other queries: new query i looks where query {@code taken[i]} does now. */
  public AttentionKeys rows(int... taken) {
    int[] theirs = Arrays.stream(taken).map(i -> sentences[i]).toArray();
    return new AttentionKeys(keys, values, mask.gather(taken), theirs);
  }
}
