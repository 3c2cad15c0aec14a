package seq2seq.ch09_architectures;

import java.util.Arrays;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Tensor;

/**
 * Which inputs and which targets an output of a network can depend on, found by trying: change one
 * place, and see which logits move. What no weight can bring to an output, no training can teach
 * it.
 */
final class Reach {
  private Reach() {}

  /**
   * From the source.
   *
   * @param batch one pair
   * @param other an id to put in place of another
   * @return {@code [t][s]}: whether the logits of step t move when step s of the source is changed,
   *     (T',T)
   */
  static boolean[][] ofSource(Network network, PaddedBatch batch, int other) {
    boolean[][] reach = new boolean[batch.target()[0].length][batch.source()[0].length];
    for (int s = 0; s < batch.source()[0].length; s++) {
      int[][] source = batch.source();
      source[0][s] = other;
      mark(reach, s, network, batch, with(batch, source, batch.target()));
    }
    return reach;
  }

  /**
   * From the target, which a network must never see before its time.
   *
   * @param batch one pair
   * @param other an id to put in place of another
   * @return {@code [t][s]}: whether the logits of step t move when step s of the target is changed,
   *     (T',T')
   */
  static boolean[][] ofTarget(Network network, PaddedBatch batch, int other) {
    int steps = batch.target()[0].length;
    boolean[][] reach = new boolean[steps][steps];
    for (int s = 0; s < steps; s++) {
      int[][] target = batch.target();
      target[0][s] = other;
      mark(reach, s, network, batch, with(batch, batch.source(), target));
    }
    return reach;
  }

  private static PaddedBatch with(PaddedBatch batch, int[][] source, int[][] target) {
    return new PaddedBatch(source, batch.sourceLengths(), target, batch.targetLengths());
  }

  private static void mark(
      boolean[][] reach, int s, Network network, PaddedBatch before, PaddedBatch after) {
    Tensor a = NoGrad.get(() -> network.logits(before));
    Tensor b = NoGrad.get(() -> network.logits(after));
    for (int t = 0; t < reach.length; t++) {
      reach[t][s] = !Arrays.equals(a.at(t).toArray(), b.at(t).toArray());
    }
  }
}
