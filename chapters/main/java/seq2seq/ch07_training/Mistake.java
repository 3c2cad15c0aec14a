package seq2seq.ch07_training;

import seq2seq.ch03_encoder.Encoded;
import seq2seq.ch05_mask.LengthMask;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.data.Batches;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;

/**
 * The training loop in its shortest form, with one mistake switched on; the lesson compares what
 * each reports with what its model is worth.
 */
public enum Mistake {
  /** The loop as it should be. */
  NONE,
  /** Gradients are not cleared before the backward pass: those of all batches add up. */
  NOT_CLEARED,
  /** The loss is the mean over all places, padding included. */
  NO_MASK,
  /** The decoder is given the target itself, so it sees the word that it is asked for. */
  NOT_SHIFTED;

  /**
   * What came of it.
   *
   * @param model the trained model
   * @param reported the mean loss that the loop saw in its last epoch, nats
   */
  public record Result(Seq2Seq model, double reported) {}

  /**
   * Trains a new model with Adam.
   *
   * @param rate the learning rate
   * @param generator draws the first values, then shuffles
   */
  public Result train(
      ModelSizes sizes, Batches batches, int epochs, double rate, Generator generator) {
    Seq2Seq model = sizes.initialise(generator);
    Adam optimiser = new Adam(rate);
    double reported = 0;
    for (int k = 0; k < epochs; k++) {
      reported = 0;
      for (PaddedBatch batch : batches.epoch(generator)) {
        Tensor loss = loss(model, batch);
        if (this != NOT_CLEARED) {
          Parameter.clearGrads(model.parameters());
        }
        loss.backward();
        optimiser.step(model.parameters());
        reported += loss.item() / batches.count();
      }
    }
    return new Result(model, reported);
  }

  private Tensor loss(Seq2Seq model, PaddedBatch batch) {
    Encoded encoded =
        model.encoder().forward(batch.source(), batch.sourceLengths(), Mode.inference());
    int[][] words = batch.target();
    int[][] inputs = this == NOT_SHIFTED ? words : TeacherForcing.inputs(words);
    Tensor logits = model.decoder().forward(inputs, encoded, Mode.inference());
    Tensor losses = MaskedLoss.perToken(logits, words);
    Tensor mask = LengthMask.timeMajor(batch.targetLengths(), losses.dim(0));
    return this == NO_MASK ? losses.mean() : MaskedLoss.mean(losses, mask);
  }
}
