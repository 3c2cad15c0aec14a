package seq2seq.engine.kernel;

/**
 * The gates of GRU and LSTM, written twice: {@link PlainGates} and {@code VectorGates}, to the same
 * bits.
 *
 * <p>Every matrix is a window of rows, one a sentence, whose column stride is 1; gates lie side by
 * side in a row, so G of them are (n×G·H). What is named as mutated is written, nothing else.
 */
public interface GateKernel {

  /**
   * One step of a GRU; for each row, j from 0 to H-1, gates in the order r, z, n:
   *
   * <pre>
   *   r[j]  = sigmoid(projected[j] + state[j])
   *   z[j]  = sigmoid(projected[H+j] + state[H+j])
   *   n[j]  = tanh(projected[2H+j] + r[j]·state[2H+j])
   *   h'[j] = n[j] + z[j]·(h[j] - n[j])
   * </pre>
   *
   * @param projected x·W_xh + b_xh (n×3H)
   * @param state h·W_hh + b_hh (n×3H); r and z overwrite its first 2H columns; mutated
   * @param candidate n (n×H); mutated
   * @param before h (n×H)
   * @param after h' (n×H); mutated
   */
  void gru(Matrix projected, Matrix state, Matrix candidate, Matrix before, Matrix after);

  /**
   * The reverse of {@link #gru}; {@code state} and {@code candidate} as it left them:
   *
   * <pre>
   *   dn      = dh'[j] - dh'[j]·z[j]            dProjected[2H+j] = dn·(1 - n[j]²)
   *   dState[2H+j]    = dProjected[2H+j]·r[j]
   *   dProjected[j]   = dState[j]   = dProjected[2H+j]·state[2H+j] · (r[j]·(1 - r[j]))
   *   dProjected[H+j] = dState[H+j] = dh'[j]·(h[j] - n[j]) · (z[j]·(1 - z[j]))
   *   dh[j]   = dh'[j]·z[j]
   * </pre>
   *
   * @param dHidden dh' on entry, dh's own share on return (n×H); mutated
   * @param dProjected (n×3H); mutated
   * @param dState (n×3H); mutated
   */
  void gruBackward(
      Matrix dHidden,
      Matrix state,
      Matrix candidate,
      Matrix before,
      Matrix dProjected,
      Matrix dState);

  /**
   * One step of an LSTM; for each row, j from 0 to H-1, gates in the order i, f, g, o:
   *
   * <pre>
   *   i[j] = sigmoid(projected[j] + state[j])         f, o alike; g with tanh
   *   c'[j] = f[j]·c[j] + i[j]·g[j]
   *   h'[j] = o[j]·tanh(c'[j])
   * </pre>
   *
   * @param projected x·W_xh + b (n×4H)
   * @param state h·W_hh (n×4H); the gates overwrite it; mutated
   * @param cellBefore c (n×H)
   * @param cellAfter c' (n×H); mutated
   * @param tanhCell tanh c' (n×H); mutated
   * @param after h' (n×H); mutated
   */
  void lstm(
      Matrix projected,
      Matrix state,
      Matrix cellBefore,
      Matrix cellAfter,
      Matrix tanhCell,
      Matrix after);

  /**
   * The reverse of {@link #lstm}; {@code state} and {@code tanhCell} as it left them:
   *
   * <pre>
   *   dc'[j] += dh'[j]·o[j] · (1 - tanh²(c'[j]))
   *   dState[3H+j] = dh'[j]·tanh(c'[j]) · (o[j]·(1 - o[j]))
   *   dState[2H+j] = dc'[j]·i[j] · (1 - g[j]²)
   *   dState[H+j]  = dc'[j]·c[j] · (f[j]·(1 - f[j]))
   *   dState[j]    = dc'[j]·g[j] · (i[j]·(1 - i[j]))
   *   dc[j] = dc'[j]·f[j]
   * </pre>
   *
   * @param dHidden dh' (n×H)
   * @param dCell dc' on entry, dc on return (n×H); mutated
   * @param dState (n×4H), the gradient of {@code projected} too; mutated
   */
  void lstmBackward(
      Matrix dHidden,
      Matrix dCell,
      Matrix state,
      Matrix cellBefore,
      Matrix tanhCell,
      Matrix dState);
}
