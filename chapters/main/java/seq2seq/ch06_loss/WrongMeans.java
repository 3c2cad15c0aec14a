package seq2seq.ch06_loss;

import java.util.List;
import seq2seq.engine.Numbers;
import seq2seq.engine.ShapeException;
import seq2seq.engine.Tensor;

/**
 * The ways in which a masked mean goes wrong, each spelt out and named, beside the right one.
 *
 * <p>With losses (N,T) and mask (N,T) the loss of a batch is Σ loss·mask / Σ mask: multiply first,
 * add up, divide once, by the number of real tokens. Each method here breaks one part of that
 * sentence. On the numbers of the second note, 7.4.2 ({@link NotesExample}), the right answer is
 * 0.7.
 */
public final class WrongMeans {
  private WrongMeans() {}

  /** No mask at all: Σ loss / (N·T). The padding's losses count as if they were real; 2.3333. */
  public static float withoutMask(Tensor losses) {
    return losses.mean().item();
  }

  /**
   * Masked, then averaged over ALL positions: Σ loss·mask / (N·T). The padding counts as perfectly
   * predicted, so the loss is too small, the more so the more padding there is; 0.4667.
   *
   * @param losses (N,T)
   * @param mask (N,T), 1 = real token, 0 = padding
   * @throws ShapeException if the shapes differ
   */
  public static float overAllPositions(Tensor losses, Tensor mask) {
    return masked(losses, mask).mean().item();
  }

  /**
   * The mask multiplied onto a loss that is already an average: Σ mean·mask / Σ mask. The mean is
   * one number, the same at every real place, so the mask does nothing at all; 2.3333.
   *
   * @param losses (N,T)
   * @param mask (N,T), 1 = real token, 0 = padding
   * @throws ShapeException if the shapes differ
   */
  public static float maskAfterAveraging(Tensor losses, Tensor mask) {
    checkSame(losses, mask);
    return losses.mean().times(mask).sum().dividedBy(mask.sum()).item();
  }

  /**
   * Divided twice: each sentence's masked losses are averaged over its T steps, and the sum of
   * those averages is divided by the number of real tokens again: Σ_n (Σ_t loss·mask / T) / Σ mask.
   * It shrinks with the length of the longest sentence; 0.2333.
   *
   * @param losses (N,T)
   * @param mask (N,T), 1 = real token, 0 = padding
   * @throws ShapeException if the shapes differ
   */
  public static float dividedTwice(Tensor losses, Tensor mask) {
    return masked(losses, mask).mean(1).sum().dividedBy(mask.sum()).item();
  }

  /**
   * Not wrong, but another question: each sentence's own masked mean, then the mean of those, (0.9
   * + 0.1) / 2 = 0.5. A sentence of one word weighs as much as one of thirty.
   *
   * @param losses (N,T)
   * @param mask (N,T), 1 = real token, 0 = padding; each sentence has a real token
   * @throws ShapeException if the shapes differ
   */
  public static float meanOfSentenceMeans(Tensor losses, Tensor mask) {
    return masked(losses, mask).sum(1).dividedBy(mask.sum(1)).mean().item();
  }

  /**
   * One mean of a batch's losses.
   *
   * @param name what it does, in a few words
   * @param formula in the letters of the chapter
   * @param value nats per token, as far as it is one
   */
  public record Row(String name, String formula, float value) {
    @Override
    public String toString() {
      return Numbers.fixed(value, 4) + "  " + name + ": " + formula;
    }
  }

  /**
   * The right mean, then the wrong ones, then the other question.
   *
   * @param losses (N,T)
   * @param mask (N,T), 1 = real token, 0 = padding; each sentence has a real token
   * @throws ShapeException if the shapes differ
   */
  public static List<Row> all(Tensor losses, Tensor mask) {
    return List.of(
        new Row("right", "Σ loss·mask / Σ mask", MaskedLoss.mean(losses, mask).item()),
        new Row("no mask", "Σ loss / (N·T)", withoutMask(losses)),
        new Row(
            "masked, over all positions", "Σ loss·mask / (N·T)", overAllPositions(losses, mask)),
        new Row("mask after averaging", "Σ mean·mask / Σ mask", maskAfterAveraging(losses, mask)),
        new Row("divided twice", "Σ (Σ loss·mask / T) / Σ mask", dividedTwice(losses, mask)),
        new Row(
            "mean of sentence means (not wrong, another question)",
            "mean of (Σ_t loss·mask / Σ_t mask)",
            meanOfSentenceMeans(losses, mask)));
  }

  private static Tensor masked(Tensor losses, Tensor mask) {
    checkSame(losses, mask);
    return losses.times(mask);
  }

  private static void checkSame(Tensor losses, Tensor mask) {
    if (losses.shape().rank() != 2 || !losses.shape().equals(mask.shape())) {
      throw new ShapeException(
          "wrong means",
          "losses and mask are both (N,T); got " + losses.shape() + " and " + mask.shape());
    }
  }
}
