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
public record Encoded(Tensor outputs, List<CellState> states, int[] lengths)
    implements EncodedSource {

  /** The hidden states of all layers, (L,N,H). */
  public Tensor state() {
    return Tensor.stack(states.stream().map(CellState::hidden).toArray(Tensor[]::new));
  }

  @Override
  public Tensor context() {
    return states.get(states.size() - 1).hidden();
  }

  @Override
  public EncodedSource rows(int... rows) {
    return new SelectedRows(this, rows.clone());
  }

  /**
   * Rows of the second axis: (T,N,H) → (T,n,H).
   *
   * @param steps (T,N,H)
   * @param rows from 0 to N-1 (n)
   */
  public static Tensor rowsOf(Tensor steps, int... rows) {
    int t = steps.dim(0);
    int n = steps.dim(1);
    int[] places = new int[t * rows.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / rows.length * n + rows[i % rows.length];
    }
    return steps.reshape(t * n, -1).gather(places).reshape(t, rows.length, -1);
  }
}
