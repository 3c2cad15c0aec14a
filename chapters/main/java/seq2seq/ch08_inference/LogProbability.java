package seq2seq.ch08_inference;

import java.util.List;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;

/**
 * log P(Y|X) of given sentences: the decoder reads Y (teacher forcing) and the log-probabilities of
 * its words are added up. Nothing is written.
 *
 * <pre>
 * log P(Y|X) = Σ_t log P(y_t | y_1 … y_(t-1), X)
 * </pre>
 *
 * <p>Goodfellow et al. (2016), section 10.4; what an encoder-decoder was first used for (Cho et al.
 * 2014, section 3).
 */
public final class LogProbability {
  private LogProbability() {}

  /**
   * log P(Y|X) of one pair.
   *
   * @param source ids (T), without padding
   * @param target ids (T'), without padding and with eos at the end; without eos it is the
   *     probability that a sentence begins so
   * @return nats, at most 0
   * @throws IllegalArgumentException if either is empty
   */
  public static double of(Seq2Seq model, int[] source, int[] target) {
    checkNotEmpty("log-probability", "source", source);
    checkNotEmpty("log-probability", "target", target);
    return of(model, PaddedBatch.of(List.of(source), List.of(target)))[0];
  }

  /**
   * log P(Y|X) of each pair of a batch.
   *
   * @return (N), nats, at most 0; padding does not count
   */
  public static double[] of(Seq2Seq model, PaddedBatch batch) {
    Tensor logs = NoGrad.get(() -> logs(model, batch));
    double[] all = new double[logs.size()];
    for (int n = 0; n < all.length; n++) {
      all[n] = logs.get(n);
    }
    return all;
  }

  private static Tensor logs(Seq2Seq model, PaddedBatch batch) {
    Tensor losses = MaskedLoss.perToken(model.forward(batch, Mode.inference()), batch.target());
    return MaskedLoss.logProbability(
        losses, LengthMask.timeMajor(batch.targetLengths(), losses.dim(0)));
  }

  static void checkNotEmpty(String name, String side, int[] ids) {
    if (ids.length == 0) {
      throw new IllegalArgumentException(
          name + ": the " + side + " has no tokens at all, not even <eos>");
    }
  }
}
