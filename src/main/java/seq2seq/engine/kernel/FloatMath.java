package seq2seq.engine.kernel;

/** exp, log, tanh and sigmoid of one float, the same steps as the kernels' array forms. */
public final class FloatMath {
  private FloatMath() {}

  /** log(x). */
  public static float log(float x) {
    return (float) StrictMath.log(x);
  }
}
