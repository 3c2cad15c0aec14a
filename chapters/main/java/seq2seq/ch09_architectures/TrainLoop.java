package seq2seq.ch09_architectures;

import java.util.List;
import java.util.concurrent.CancellationException;
import seq2seq.engine.Generator;
import seq2seq.engine.Tensor;
import seq2seq.nn.Adam;
import seq2seq.nn.GradientClip;
import seq2seq.nn.Parameter;

/**
 * Chapter 7's loop for any network of the family: load, forward, loss, backward, clip, update. The
 * data never run out, so there are no epochs.
 */
public final class TrainLoop {
  private static final int BATCH = 32;
  private static final double CLIP = 1;

  private TrainLoop() {}

  /**
   * Trains; the network's parameters are changed.
   *
   * @param updates how many batches of 32 new examples, each followed by one step of Adam
   * @param rate the learning rate
   * @param generator makes up the examples; it advances
   * @return the loss before each update, nats per real token
   * @throws CancellationException if the thread is interrupted
   */
  public static double[] run(
      Network network, Task task, int updates, double rate, Generator generator) {
    List<Parameter> parameters = network.parameters();
    Adam optimiser = new Adam(rate);
    double[] losses = new double[updates];
    for (int k = 0; k < updates; k++) {
      if (Thread.interrupted()) {
        throw new CancellationException("practice: interrupted before update " + (k + 1));
      }
      Tensor loss = network.loss(task.batch(BATCH, generator));
      losses[k] = loss.item();
      Parameter.clearGrads(parameters);
      loss.backward();
      GradientClip.byGlobalNorm(parameters, CLIP);
      optimiser.step(parameters);
    }
    return losses;
  }
}
