package seq2seq.ch07_training;

/**
 * Training met NaN or infinity in a loss or a gradient. The message says at which step, where, and
 * what to try.
 */
public class NonFiniteException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NonFiniteException(String where, int epoch, int batch) {
    super(
        where
            + " is not a finite number, epoch "
            + (epoch + 1)
            + ", batch "
            + (batch + 1)
            + ". Try a smaller learning rate (--lr) or a smaller limit for the gradient norm (--clip)");
  }
}
