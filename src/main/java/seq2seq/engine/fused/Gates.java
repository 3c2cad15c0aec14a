package seq2seq.engine.fused;

import seq2seq.engine.kernel.Matrix;

/** One step of a gated cell, forward and back, for some rows of a batch. */
interface Gates {
  /** The op's name: {@code gru}, {@code lstm}. */
  String name();

  /** G, how many gates lie side by side in a row. */
  int count();

  /**
   * Whether x·W_xh and h·W_hh are only added, so that their gradients are one; where they are not,
   * {@link #backward} writes both.
   */
  boolean addsStateToInputs();

  /**
   * Some rows at one step.
   *
   * @param gates h·W_hh (+ b_hh) before the step forward, what {@link #forward} made of it after it
   *     (n×G·H)
   * @param saved what else the way back needs (n×H)
   * @param before h before the step (n×H)
   * @param after h' after it (n×H)
   * @param cellBefore c before it (n×H), or null
   * @param cellAfter c' after it (n×H), or null
   */
  record Step(
      Matrix gates,
      Matrix saved,
      Matrix before,
      Matrix after,
      Matrix cellBefore,
      Matrix cellAfter) {}

  /** Writes the gates, what is saved, h' and c' of {@code step}, given x·W_xh + b (n×G·H). */
  void forward(Matrix projected, Step step);

  /**
   * One step back.
   *
   * @param dHidden dh' (n×H); on return the share of dh that does not come through W_hh
   * @param dCell dc' (n×H); on return dc; null where there is no cell state
   * @param dProjected the gradient of x·W_xh + b (n×G·H), written unless {@link #addsStateToInputs}
   * @param dState the gradient of h·W_hh (n×G·H), written
   */
  void backward(Step step, Matrix dHidden, Matrix dCell, Matrix dProjected, Matrix dState);
}
