package seq2seq.ch06_loss;

import seq2seq.ch01_embedding.Embedding;
import seq2seq.ch04_decoder.Decoder;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.engine.Shape;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/** Cross-entropy over the real tokens of a padded batch. */
public final class MaskedLoss {
  private MaskedLoss() {}

  /**
   * The loss of each position: minus the log-probability that softmax gives the right word, in
   * nats.
   *
   * @param logits (T',N,V')
   * @param words the right words, ids (N,T')
   * @return (T',N)
   * @throws ShapeException if the sizes do not fit
   */
  public static Tensor perToken(Tensor logits, int[][] words) {
    int[] flat = Embedding.timeMajor(words);
    checkWords(logits.shape(), words);
    return logits.crossEntropy(flat);
  }

  /** As many rows of ids as there are losses is not enough: (2,3) for (3,2) would pass. */
  private static void checkWords(Shape logits, int[][] words) {
    Shape given = Shape.of(words.length, words[0].length);
    if (logits.rank() != 3 || !given.equals(Shape.of(logits.dim(1), logits.dim(0)))) {
      throw new ShapeException(
          "masked loss",
          "logits " + logits + " are (T',N,V'); the right words are (N,T') = " + given);
    }
  }

  /**
   * The mean over the positions that the mask marks as real: Σ loss·mask / Σ mask.
   *
   * @param losses the loss of each position, any shape
   * @param mask 1 = real token, 0 = padding; the same shape
   * @return (), nats per real token
   * @throws ShapeException if the shapes differ
   * @throws IllegalArgumentException if the mask marks no position at all
   */
  public static Tensor mean(Tensor losses, Tensor mask) {
    checkSameShape(losses, mask);
    return realOnly(losses, mask).sum().dividedBy(realTokens(mask));
  }

  private static float realTokens(Tensor mask) {
    float real = mask.sum().item();
    if (real == 0) {
      throw new IllegalArgumentException(
          "masked loss: the mask "
              + mask.shape()
              + " marks no real token; there is nothing to average over");
    }
    return real;
  }

  /**
   * The loss of a batch: {@link #perToken}, then {@link #mean} over the first lengths[n] words of
   * each sentence.
   *
   * @param logits (T',N,V')
   * @param words the right words, ids (N,T'), padded
   * @param lengths real words of each sentence (N)
   * @return (), nats per real token
   */
  public static Tensor of(Tensor logits, int[][] words, int[] lengths) {
    return mean(perToken(logits, words), LengthMask.timeMajor(lengths, logits.dim(0)));
  }

  /**
   * The same loss, to the last bit, before the output layer has made logits: its faster twin makes
   * a block of them at a time, and none at padding.
   */
  public static Tensor of(Decoder.Outputs outputs, int[][] words, int[] lengths) {
    if (outputs.layer() == null) return of(outputs.logits(), words, lengths);
    int[] flat = Embedding.timeMajor(words);
    checkWords(outputs.tops().shape(), words);
    Tensor mask = LengthMask.timeMajor(lengths, outputs.tops().dim(0));
    realTokens(mask);
    return outputs.layer().meanCrossEntropy(outputs.tops(), flat, mask);
  }

  /**
   * log P(Y|X) of each pair: minus the sum of its real tokens' losses.
   *
   * @param losses (T',N)
   * @param mask (T',N)
   * @return (N), nats, at most 0
   * @throws ShapeException if the shapes differ, or the losses are not a matrix
   */
  public static Tensor logProbability(Tensor losses, Tensor mask) {
    checkSameShape(losses, mask);
    if (losses.shape().rank() != 2) {
      throw new ShapeException(
          "masked loss", "log P(Y|X) needs losses (T',N); got " + losses.shape());
    }
    return realOnly(losses, mask).sum(0).negate();
  }

  private static void checkSameShape(Tensor losses, Tensor mask) {
    if (!losses.shape().equals(mask.shape())) {
      throw new ShapeException(
          "masked loss",
          "losses " + losses.shape() + " and mask " + mask.shape() + " must have the same shape");
    }
  }

  /**
   * The loss where the mask is 1, and 0, not loss times 0, elsewhere: a NaN at a padded position
   * must not get through.
   */
  private static Tensor realOnly(Tensor losses, Tensor mask) {
    return mask.where(losses, Tensor.scalar(0));
  }
}
