package seq2seq.ch10_attention;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.AttentionOps;
import seq2seq.nn.Initial;
import seq2seq.nn.Parameter;

/**
 * Scaled dot-product attention: query and key are brought to one size A, and the score is their
 * product, number by number, added up.
 *
 * <pre>
 * e = (q·W_q) · (h·W_k) / √A
 * </pre>
 *
 * <p>A sum of A products grows like √A; divided by it, the scores start at a size where softmax
 * still has a slope. Vaswani et al. (2017), section 3.2.1; a transformer's one head, without its
 * projection of the values.
 */
public final class ScaledDotProductAttention implements Attention {
  private final Parameter queryWeight;
  private final Parameter keyWeight;

  /**
   * An attention that starts from copies of these values.
   *
   * @param queryWeight W_q (H_dec,A)
   * @param keyWeight W_k (H_enc,A)
   * @throws seq2seq.engine.ShapeException if A is not the same in both
   */
  public ScaledDotProductAttention(Tensor queryWeight, Tensor keyWeight) {
    Projections.check("scaled dot-product attention", queryWeight, keyWeight);
    this.queryWeight = Parameter.of("W_q", queryWeight);
    this.keyWeight = Parameter.of("W_k", keyWeight);
  }

  /**
   * An attention with Xavier weights.
   *
   * @param querySize H_dec
   * @param valueSize H_enc
   * @param size A
   */
  public static ScaledDotProductAttention xavier(
      int querySize, int valueSize, int size, Generator generator) {
    return new ScaledDotProductAttention(
        Initial.xavier(querySize, size, generator), Initial.xavier(valueSize, size, generator));
  }

  @Override
  public Tensor keys(Tensor values) {
    return values.matmul(keyWeight.value());
  }

  @Override
  public Tensor scores(Tensor query, Tensor keys) {
    return keys.times(scaled(query)).sum(-1).transpose(); // (T,N,A) → (N,T)
  }

  @Override
  public Tensor scores(Tensor query, AttentionKeys source) {
    return AttentionOps.dotScores(source.keys(), scaled(query), source.mask(), source.sentences());
  }

  /** q·W_q / √A, (N,A). */
  private Tensor scaled(Tensor query) {
    float scale = (float) (1 / StrictMath.sqrt(queryWeight.value().dim(1)));
    return query.matmul(queryWeight.value()).times(scale);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(queryWeight, keyWeight);
  }
}
