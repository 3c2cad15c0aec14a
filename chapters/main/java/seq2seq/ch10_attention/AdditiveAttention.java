package seq2seq.ch10_attention;

import java.util.List;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;
import seq2seq.engine.fused.AttentionOps;
import seq2seq.nn.Initial;
import seq2seq.nn.Parameter;

/**
 * Additive attention: query and key are brought to one size A, added, and a small network scores
 * the sum.
 *
 * <pre>
 * e = v · tanh(q·W_q + h·W_k)
 * </pre>
 *
 * <p>Bahdanau et al. (2015), section 3.1 and appendix A.1.2, where W_a, U_a and v_a are these.
 */
public final class AdditiveAttention implements Attention {
  private final Parameter queryWeight;
  private final Parameter keyWeight;
  private final Parameter v;

  /**
   * An attention that starts from copies of these values.
   *
   * @param queryWeight W_q (H_dec,A)
   * @param keyWeight W_k (H_enc,A)
   * @param v (A)
   * @throws ShapeException if A is not the same in all three
   */
  public AdditiveAttention(Tensor queryWeight, Tensor keyWeight, Tensor v) {
    Projections.check("additive attention", queryWeight, keyWeight);
    if (!v.shape().equals(Shape.of(queryWeight.dim(1)))) {
      throw new ShapeException(
          "additive attention",
          "with A = "
              + queryWeight.dim(1)
              + " needs v "
              + Shape.of(queryWeight.dim(1))
              + "; got "
              + v.shape());
    }
    this.queryWeight = Parameter.of("W_q", queryWeight);
    this.keyWeight = Parameter.of("W_k", keyWeight);
    this.v = Parameter.of("v", v);
  }

  /**
   * An attention with Xavier weights.
   *
   * @param querySize H_dec
   * @param valueSize H_enc
   * @param size A
   */
  public static AdditiveAttention xavier(
      int querySize, int valueSize, int size, Generator generator) {
    return new AdditiveAttention(
        Initial.xavier(querySize, size, generator),
        Initial.xavier(valueSize, size, generator),
        Initial.xavier(size, 1, generator).reshape(size));
  }

  @Override
  public Tensor keys(Tensor values) {
    return values.matmul(keyWeight.value());
  }

  @Override
  public Tensor scores(Tensor query, Tensor keys) {
    Tensor sums = keys.plus(query.matmul(queryWeight.value())); // (T,N,A)
    return sums.tanh().times(v.value()).sum(-1).transpose(); // (N,T)
  }

  @Override
  public Tensor scores(Tensor query, AttentionKeys source) {
    Tensor projected = query.matmul(queryWeight.value());
    return AttentionOps.additiveScores(
        source.keys(), projected, v.value(), source.mask(), source.sentences());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(queryWeight, keyWeight, v);
  }
}
