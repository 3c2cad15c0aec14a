package seq2seq.ch10_attention;

import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.nn.Module;

/**
 * A context that is made anew at every step: the decoder asks with a query, each source position
 * answers with a score, softmax turns the scores into weights, and the context is the weighted sum
 * of the encoder's outputs.
 *
 * <pre>
 * e_i = score(q, k_i)        α = softmax(e_1 … e_T), 0 at padding        c = Σ_i α_i h_i
 * </pre>
 *
 * <p>The kinds of attention differ in the score alone. Bahdanau et al. (2015), section 3.1.
 */
public interface Attention extends Module {

  /**
   * The encoder's outputs as the score compares them; it does not depend on the query, so it is
   * done once a source.
   *
   * @param values h (T,N,H_enc)
   * @return keys k (T,N,A)
   */
  Tensor keys(Tensor values);

  /**
   * How well each source position answers: the formula, for one query a sentence.
   *
   * @param query q (N,H_dec)
   * @param keys k (T,N,A)
   * @return e (N,T), any numbers
   */
  Tensor scores(Tensor query, Tensor keys);

  /**
   * The same numbers, sooner, and where several queries may look at one sentence: {@link
   * seq2seq.engine.fused.AttentionOps} leaves padding out.
   *
   * @param query q (n,H_dec)
   * @param source the keys, and who may look at what
   * @return e (n,T); at padding they mean nothing
   */
  Tensor scores(Tensor query, AttentionKeys source);

  /**
   * What an attention gives for one step.
   *
   * @param weights α (N,T): from 0 to 1, each row adds up to 1; exactly 0 at padding, and a row of
   *     valid length 0 is all 0
   * @param context c (N,H_enc): all 0 for valid length 0
   */
  record Attended(Tensor weights, Tensor context) {}

  /**
   * Weights and context for one step.
   *
   * @param query q (N,H_dec)
   * @param source the keys and values that it asks
   * @throws ShapeException if there are not as many queries as sources, or the sizes do not fit
   */
  default Attended attend(Tensor query, AttentionKeys source) {
    if (query.dim(0) != source.queries()) {
      throw new ShapeException(
          "attention",
          "one query for each source is needed: "
              + query.dim(0)
              + " queries, "
              + source.queries()
              + " sources");
    }
    Tensor scores = scores(query, source);
    Tensor weights = MaskedSoftmax.of(scores, source.mask());
    return new Attended(weights, source.weightedSum(weights));
  }
}
