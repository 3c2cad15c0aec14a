package seq2seq.ch02_recurrence;

import seq2seq.engine.Tensor;

/**
 * Two gated cells of one unit, weights set by hand, that do one thing: remember the last number
 * they were told to remember.
 *
 * <p>An input is (value, write), D = 2. Where write is 1 the value is taken in; where it is 0 the
 * old one is kept, whatever the value. The gates do it: they are driven far to either side by
 * weights of ±20, so σ is 0 or 1 to four digits. A plain cell cannot do this: it has no way to
 * ignore an input.
 */
public final class Latch {
  private static final float STRONG = 20;
  private static final float HALF = STRONG / 2;

  private Latch() {}

  /** A GRU: z = 1 - write; the state goes to tanh(value) where it is written. */
  public static GruCell gru() {
    float[][] fromInput = {{0, 0, 1}, {0, -STRONG, 0}};
    return new GruCell(
        Tensor.of(fromInput), Tensor.zeros(1, 3), Tensor.of(0, HALF, 0), Tensor.zeros(3));
  }

  /** An LSTM: i = write, f = 1 - write, o = 1; the cell state goes to tanh(value) where written. */
  public static LstmCell lstm() {
    float[][] fromInput = {{0, 0, 1, 0}, {STRONG, -STRONG, 0, 0}};
    return new LstmCell(Tensor.of(fromInput), Tensor.zeros(1, 4), Tensor.of(-HALF, HALF, 0, HALF));
  }

  /**
   * A sequence for the latch.
   *
   * @param values (T)
   * @param write (T), 1 = remember this value, 0 = ignore it
   * @return (T,1,2)
   * @throws seq2seq.engine.ShapeException if the two differ in length
   */
  public static Tensor sequence(float[] values, float[] write) {
    return Tensor.stack(Tensor.of(values), Tensor.of(write))
        .transpose()
        .reshape(values.length, 1, 2);
  }
}
