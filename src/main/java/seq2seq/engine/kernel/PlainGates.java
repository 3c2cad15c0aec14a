package seq2seq.engine.kernel;

/**
 * The gates of GRU and LSTM for one row, element by element from {@code from} on: what they
 * compute, and in which order each number is rounded. The formulas are at {@link Kernel#gru} and
 * {@link Kernel#lstm}.
 */
final class PlainGates {
  private PlainGates() {}

  static void gru(
      float[] projected,
      int p,
      float[] state,
      int s,
      float[] candidate,
      int n,
      float[] before,
      int b,
      float[] after,
      int a,
      int from,
      int size) {
    for (int j = from; j < size; j++) {
      float reset = FloatMath.sigmoid(projected[p + j] + state[s + j]);
      float update = FloatMath.sigmoid(projected[p + size + j] + state[s + size + j]);
      float offered = FloatMath.tanh(projected[p + 2 * size + j] + reset * state[s + 2 * size + j]);
      state[s + j] = reset;
      state[s + size + j] = update;
      candidate[n + j] = offered;
      after[a + j] = offered + update * (before[b + j] - offered);
    }
  }

  static void gruBackward(
      float[] gradient,
      int d,
      float[] state,
      int s,
      float[] candidate,
      int n,
      float[] before,
      int b,
      float[] dProjected,
      int p,
      float[] dState,
      int q,
      int from,
      int size) {
    for (int j = from; j < size; j++) {
      float dAfter = gradient[d + j];
      float reset = state[s + j];
      float update = state[s + size + j];
      float offered = candidate[n + j];
      float kept = dAfter * update;
      float dOffered = (dAfter - kept) * (1f - offered * offered);
      float dReset = dOffered * state[s + 2 * size + j] * (reset * (1f - reset));
      float dUpdate = dAfter * (before[b + j] - offered) * (update * (1f - update));
      dProjected[p + j] = dReset;
      dProjected[p + size + j] = dUpdate;
      dProjected[p + 2 * size + j] = dOffered;
      dState[q + j] = dReset;
      dState[q + size + j] = dUpdate;
      dState[q + 2 * size + j] = dOffered * reset;
      gradient[d + j] = kept;
    }
  }

  static void lstm(
      float[] projected,
      int p,
      float[] state,
      int s,
      float[] before,
      int b,
      float[] memory,
      int m,
      float[] shown,
      int t,
      float[] hidden,
      int a,
      int from,
      int size) {
    for (int j = from; j < size; j++) {
      float input = FloatMath.sigmoid(projected[p + j] + state[s + j]);
      float forget = FloatMath.sigmoid(projected[p + size + j] + state[s + size + j]);
      float offered = FloatMath.tanh(projected[p + 2 * size + j] + state[s + 2 * size + j]);
      float output = FloatMath.sigmoid(projected[p + 3 * size + j] + state[s + 3 * size + j]);
      float kept = forget * before[b + j] + input * offered;
      float seen = FloatMath.tanh(kept);
      state[s + j] = input;
      state[s + size + j] = forget;
      state[s + 2 * size + j] = offered;
      state[s + 3 * size + j] = output;
      memory[m + j] = kept;
      shown[t + j] = seen;
      hidden[a + j] = output * seen;
    }
  }

  static void lstmBackward(
      float[] dHidden,
      int d,
      float[] dMemory,
      int e,
      float[] state,
      int s,
      float[] before,
      int b,
      float[] shown,
      int t,
      float[] dState,
      int q,
      int from,
      int size) {
    for (int j = from; j < size; j++) {
      float input = state[s + j];
      float forget = state[s + size + j];
      float offered = state[s + 2 * size + j];
      float output = state[s + 3 * size + j];
      float seen = shown[t + j];
      float dAfter = dHidden[d + j];
      float dKept = dMemory[e + j] + dAfter * output * (1f - seen * seen);
      dState[q + j] = dKept * offered * (input * (1f - input));
      dState[q + size + j] = dKept * before[b + j] * (forget * (1f - forget));
      dState[q + 2 * size + j] = dKept * input * (1f - offered * offered);
      dState[q + 3 * size + j] = dAfter * seen * (output * (1f - output));
      dMemory[e + j] = dKept * forget;
    }
  }
}
