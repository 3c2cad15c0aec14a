package seq2seq.ch03_encoder;

import java.util.List;
import seq2seq.ch02_recurrence.CellState;
import seq2seq.engine.Tensor;

/**
 * What the encoder hands to the decoder.
 *
 * @param outputs the top layer's output at every step (T,N,H); past a sentence's end they mean
 *     nothing
 * @param states the state of each layer at each sentence's last real token, bottom first
 * @param lengths how many real tokens each sentence has (N)
 */
public record Encoded(Tensor outputs, List<CellState> states, int[] lengths) {

  /** The hidden states of all layers, (L,N,H). */
  public Tensor state() {
    return Tensor.stack(states.stream().map(CellState::hidden).toArray(Tensor[]::new));
  }

  /** The context c: the top layer's state where the sentence ends, (N,H). */
  public Tensor context() {
    return states.get(states.size() - 1).hidden();
  }

  /** N. */
  public int batchSize() {
    return lengths.length;
  }
}
