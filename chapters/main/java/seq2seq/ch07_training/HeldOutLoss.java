package seq2seq.ch07_training;

import java.util.List;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.NoGrad;
import seq2seq.nn.Mode;

/** The loss on sentences that training does not see: without dropout, without a graph. */
public final class HeldOutLoss {
  private HeldOutLoss() {}

  /** The mean loss over all real target tokens of all batches, nats per real token. */
  public static double of(Seq2Seq model, List<PaddedBatch> batches) {
    double sum = 0;
    long tokens = 0;
    for (PaddedBatch batch : batches) {
      float mean =
          NoGrad.get(
              () ->
                  MaskedLoss.of(
                          model.outputs(batch, Mode.inference()),
                          batch.target(),
                          batch.targetLengths())
                      .item());
      sum += (double) mean * batch.targetTokens();
      tokens += batch.targetTokens();
    }
    return sum / tokens;
  }
}
