package seq2seq.ch10_attention;

import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/** Checks at the door that queries and keys come out in one size. */
final class Projections {
  private Projections() {}

  /** W_q (H_dec,A) and W_k (H_enc,A) need the same A. */
  static void check(String name, Tensor queryWeight, Tensor keyWeight) {
    boolean fits = queryWeight.shape().rank() == 2 && keyWeight.shape().rank() == 2;
    if (!fits || queryWeight.dim(1) != keyWeight.dim(1)) {
      throw new ShapeException(
          name,
          "needs W_q (H_dec×A) and W_k (H_enc×A) with the same A; got "
              + queryWeight.shape()
              + " and "
              + keyWeight.shape());
    }
  }
}
