package seq2seq.engine;

import java.util.Arrays;

/**
 * The gradient of one tensor, in its row-major order: what has been added up so far.
 *
 * <p>The backward of an op adds to the gradients of its inputs, most simply by {@link #add}. What
 * is added to the gradient of a tensor that asks for none is forgotten.
 *
 * <p>Mutable, and with {@link Tensor#liveData} the only thing of a tensor that is. An array is
 * copied only when it must be: one that others may look at is copied when it is added to, and the
 * array of a gradient that was cleared serves the next one.
 */
public final class Gradient {
  private final int size;
  private final boolean isWanted;
  private float[] values;
  private boolean isShared;
  private float[] spare;

  private Gradient(int size, boolean isWanted) {
    this.size = size;
    this.isWanted = isWanted;
  }

  /** The gradient of a tensor that asks for one: none has arrived yet. */
  static Gradient wanted(int size) {
    return new Gradient(size, true);
  }

  /** The gradient of a constant: what is added to it is forgotten. */
  static Gradient ignored(int size) {
    return new Gradient(size, false);
  }

  /** Whether something has been added since the last {@link #clear}. */
  public boolean hasArrived() {
    return values != null;
  }

  /** Adds an array of this size that nobody else holds: it may become the gradient itself. */
  public void add(float[] fresh) {
    if (!isWanted) return;
    if (values == null) {
      set(fresh, false);
    } else {
      Arithmetic.addInto(toAddTo(), fresh);
    }
  }

  /** Adds an array of this size that others may look at, but nobody changes. */
  public void addShared(float[] shared) {
    boolean isFirst = values == null;
    add(shared);
    isShared |= isFirst;
  }

  /** The array to add to, all 0 at first: for an op that adds to a part of it, or in place. */
  public float[] toAddTo() {
    if (values == null) {
      boolean isUsed = spare != null;
      toSet();
      if (isUsed) Arrays.fill(values, 0f);
    } else if (isShared) {
      set(values.clone(), false);
    }
    return values;
  }

  /** The first gradient, with anything in it: for an op that writes all of it. */
  public float[] toSet() {
    set(spare != null ? spare : new float[size], false);
    spare = null;
    return values;
  }

  private void set(float[] array, boolean shared) {
    values = array;
    isShared = shared;
  }

  /** What has arrived, not a copy; null if nothing has. */
  float[] values() {
    return values;
  }

  /** A copy of what has arrived, in the tensor's shape. */
  Tensor copy(Shape shape) {
    if (values == null) {
      throw new IllegalStateException(
          isWanted
              ? "grad: no gradient has arrived yet at "
                  + shape
                  + "; call backward() on a loss that depends on it"
              : "grad: " + shape + " does not ask for a gradient; make it with withGrad()");
    }
    return Tensor.wrap(shape, values.clone());
  }

  /** Forgets what has arrived, so that the next addition is the first. */
  void clear() {
    if (values != null && !isShared) spare = values;
    values = null;
  }
}
