package seq2seq.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays that an op needs for itself and for a while, used again instead of made again: a training
 * step asks for the same sizes as the one before.
 *
 * <p>A fresh array costs more than the work on it: the JVM fills it with zeros, it has left the
 * processor's caches by the time it is used, and the garbage collector has to run more often. Only
 * what no tensor can see comes from here; values and gradients are ordinary arrays.
 */
final class Buffers {
  /** Smaller arrays are made faster than found. */
  private static final int SMALL = 1024;

  /** The most that lies here unused: an eighth of the heap, in floats. */
  private static final long LIMIT = Runtime.getRuntime().maxMemory() / 8 / Float.BYTES;

  private static final Map<Integer, Deque<float[]>> FREE = new HashMap<>();
  private static long held;

  private Buffers() {}

  /** An array of at least {@code size} floats, with anything in it. */
  static float[] take(int size) {
    if (size < SMALL) return new float[size];
    int rounded = rounded(size);
    float[] found = find(rounded);
    return found != null ? found : new float[rounded];
  }

  private static synchronized float[] find(int rounded) {
    Deque<float[]> fitting = FREE.get(rounded);
    float[] found = fitting == null ? null : fitting.poll();
    if (found != null) held -= rounded;
    return found;
  }

  /** Takes an array back that came from {@link #take} and that nobody will look at again. */
  static synchronized void give(float[] buffer) {
    if (buffer.length < SMALL) return;
    if (held + buffer.length > LIMIT) {
      FREE.clear();
      held = 0;
    }
    FREE.computeIfAbsent(buffer.length, length -> new ArrayDeque<>()).push(buffer);
    held += buffer.length;
  }

  /** The size rounded up to one of four between each power of 2 and the next. */
  private static int rounded(int size) {
    int step = Math.max(1, Integer.highestOneBit(size) >> 2);
    return (int) Math.min(Integer.MAX_VALUE - 8L, ((long) size + step - 1) / step * step);
  }
}
