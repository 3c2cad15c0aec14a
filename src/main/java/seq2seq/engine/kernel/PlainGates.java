package seq2seq.engine.kernel;

/**
 * The gates of GRU and LSTM element by element: what they compute, and in which order each number
 * is rounded.
 *
 * @param from the first unit of each row that is computed; those before it are left alone
 */
record PlainGates(int from) implements GateKernel {
  /** Whole rows. */
  static final PlainGates WHOLE = new PlainGates(0);

  @Override
  public void gru(Matrix projected, Matrix state, Matrix candidate, Matrix before, Matrix after) {
    float[] x = projected.data();
    float[] gates = state.data();
    int size = before.cols();
    for (int row = 0; row < before.rows(); row++) {
      int p = projected.index(row, 0);
      int s = state.index(row, 0);
      for (int j = from; j < size; j++) {
        float r = FloatMath.sigmoid(x[p + j] + gates[s + j]);
        float z = FloatMath.sigmoid(x[p + size + j] + gates[s + size + j]);
        float n = FloatMath.tanh(x[p + 2 * size + j] + r * gates[s + 2 * size + j]);
        float h = before.data()[before.index(row, j)];
        gates[s + j] = r;
        gates[s + size + j] = z;
        candidate.data()[candidate.index(row, j)] = n;
        after.data()[after.index(row, j)] = n + z * (h - n);
      }
    }
  }

  @Override
  public void gruBackward(
      Matrix dHidden,
      Matrix state,
      Matrix candidate,
      Matrix before,
      Matrix dProjected,
      Matrix dState) {
    float[] gates = state.data();
    int size = before.cols();
    for (int row = 0; row < before.rows(); row++) {
      int s = state.index(row, 0);
      for (int j = from; j < size; j++) {
        int d = dHidden.index(row, j);
        float dAfter = dHidden.data()[d];
        float r = gates[s + j];
        float z = gates[s + size + j];
        float n = candidate.data()[candidate.index(row, j)];
        float h = before.data()[before.index(row, j)];
        float carried = dAfter * z;
        float dN = (dAfter - carried) * (1f - n * n);
        float dR = dN * gates[s + 2 * size + j] * (r * (1f - r));
        float dZ = dAfter * (h - n) * (z * (1f - z));
        put(dProjected, row, j, size, dR, dZ, dN);
        put(dState, row, j, size, dR, dZ, dN * r);
        dHidden.data()[d] = carried;
      }
    }
  }

  private static void put(Matrix gates, int row, int j, int size, float r, float z, float n) {
    int at = gates.index(row, j);
    gates.data()[at] = r;
    gates.data()[at + size] = z;
    gates.data()[at + 2 * size] = n;
  }

  @Override
  public void lstm(
      Matrix projected,
      Matrix state,
      Matrix cellBefore,
      Matrix cellAfter,
      Matrix tanhCell,
      Matrix after) {
    float[] x = projected.data();
    float[] gates = state.data();
    int size = after.cols();
    for (int row = 0; row < after.rows(); row++) {
      int p = projected.index(row, 0);
      int s = state.index(row, 0);
      for (int j = from; j < size; j++) {
        float i = FloatMath.sigmoid(x[p + j] + gates[s + j]);
        float f = FloatMath.sigmoid(x[p + size + j] + gates[s + size + j]);
        float g = FloatMath.tanh(x[p + 2 * size + j] + gates[s + 2 * size + j]);
        float o = FloatMath.sigmoid(x[p + 3 * size + j] + gates[s + 3 * size + j]);
        float newCell = f * cellBefore.data()[cellBefore.index(row, j)] + i * g;
        float tanh = FloatMath.tanh(newCell);
        gates[s + j] = i;
        gates[s + size + j] = f;
        gates[s + 2 * size + j] = g;
        gates[s + 3 * size + j] = o;
        cellAfter.data()[cellAfter.index(row, j)] = newCell;
        tanhCell.data()[tanhCell.index(row, j)] = tanh;
        after.data()[after.index(row, j)] = o * tanh;
      }
    }
  }

  @Override
  public void lstmBackward(
      Matrix dHidden,
      Matrix dCell,
      Matrix state,
      Matrix cellBefore,
      Matrix tanhCell,
      Matrix dState) {
    float[] gates = state.data();
    float[] dGates = dState.data();
    int size = dHidden.cols();
    for (int row = 0; row < dHidden.rows(); row++) {
      int s = state.index(row, 0);
      int d = dState.index(row, 0);
      for (int j = from; j < size; j++) {
        float i = gates[s + j];
        float f = gates[s + size + j];
        float g = gates[s + 2 * size + j];
        float o = gates[s + 3 * size + j];
        float tanh = tanhCell.data()[tanhCell.index(row, j)];
        float dAfter = dHidden.data()[dHidden.index(row, j)];
        int e = dCell.index(row, j);
        float dNewCell = dCell.data()[e] + dAfter * o * (1f - tanh * tanh);
        float c = cellBefore.data()[cellBefore.index(row, j)];
        dGates[d + j] = dNewCell * g * (i * (1f - i));
        dGates[d + size + j] = dNewCell * c * (f * (1f - f));
        dGates[d + 2 * size + j] = dNewCell * i * (1f - g * g);
        dGates[d + 3 * size + j] = dAfter * tanh * (o * (1f - o));
        dCell.data()[e] = dNewCell * f;
      }
    }
  }
}
