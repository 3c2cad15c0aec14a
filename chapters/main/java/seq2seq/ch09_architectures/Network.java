package seq2seq.ch09_architectures;

import java.util.List;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Tensor;
import seq2seq.nn.Module;
import seq2seq.plot.UnrolledGraph;
import seq2seq.plot.figures.RecurrentGraph;

/**
 * What the seven networks of the chapter have in common: they are trained on pairs, they answer by
 * themselves, and they can draw themselves.
 */
public interface Network extends Module {
  /** The figure of Goodfellow et al. (2016) that shows this network: {@code 10.3}. */
  String figure();

  /**
   * Logits for every place of the targets, as in training: where the network reads its own earlier
   * outputs, it is given the right ones instead (teacher forcing, chapter 7).
   *
   * @return (T',N,V')
   * @throws seq2seq.engine.ShapeException if the batch does not fit this network
   */
  Tensor logits(PaddedBatch batch);

  /**
   * What the network says by itself: it never sees a target.
   *
   * @param source ids (N,T), padded; for a network that reads a vector, its components (N,pixels)
   * @param lengths real steps of each source (N)
   * @param steps how many steps to write, T'; a network that answers step by step writes T
   * @return ids (N,T')
   */
  int[][] answer(int[][] source, int[] lengths, int steps);

  /**
   * This network unrolled, as it is computed in training. Nodes: x1, x2, ... inputs, h1, ...
   * states, o1, ... outputs, y1, ... targets, L1, ... losses; dotted arrows are those that take the
   * place of a target's in use.
   *
   * @param steps T, at least 1
   */
  UnrolledGraph unrolled(int steps);

  /**
   * This network as the book draws it: with loops at the left, unrolled at the right, the weights
   * in the book's letters.
   *
   * @param steps T, at least 1
   */
  default RecurrentGraph picture(int steps) {
    UnrolledGraph graph = unrolled(steps);
    List<String> letters = bookLetters();
    for (int i = 0; i < letters.size(); i += 2) {
      graph = graph.relabelled(letters.get(i), letters.get(i + 1));
    }
    return RecurrentGraph.of(graph);
  }

  /** Our letter and the book's, in turn, for each kind of weight; an empty one is not written. */
  default List<String> bookLetters() {
    return List.of("W_xh", "U", "W_hh", "W", "W_out", "V");
  }

  /** The masked loss of a batch, (), nats per real target token. */
  default Tensor loss(PaddedBatch batch) {
    return MaskedLoss.of(logits(batch), batch.target(), batch.targetLengths());
  }
}
