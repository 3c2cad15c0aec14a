package seq2seq.engine.kernel;

/**
 * The right side of a product, made ready by {@link Kernel#pack} for many left sides.
 *
 * @param matrix what it is
 * @param panels its numbers in the order in which the kernel reads them; null where the kernel
 *     reads the matrix as it lies
 */
public record Packed(Matrix matrix, float[][] panels) implements AutoCloseable {

  /** Gives the panels back: no product may be asked of them any more. */
  @Override
  public void close() {
    if (panels == null) return;
    for (float[] panel : panels) Buffers.give(panel);
  }
}
