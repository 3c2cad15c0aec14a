package seq2seq.engine.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays that an op needs for itself and for a while, used again instead of made again: a training
 * step asks for the same sizes as the one before.
 *
 * <p>A fresh array costs more than the work on it: the JVM fills it with zeros, it has left the
 * processor's caches by the time it is used, and the garbage collector has to run more often. What
 * a tensor shows is an ordinary array.
 */
public final class BufferPool {
  /** Smaller arrays are made faster than found. */
  private static final int SMALL = 1024;

  /** The most that lies here unused: a quarter of the heap, in floats. */
  private static final long LIMIT = Runtime.getRuntime().maxMemory() / 4 / Float.BYTES;

  private static final Map<Integer, Deque<float[]>> FREE = new HashMap<>();
  private static long held;

  private BufferPool() {}

  /** An array of at least {@code size} floats, with anything in it. */
  public static float[] take(int size) {
    if (size < SMALL) return new float[size];
    int rounded = rounded(size);
    float[] found = find(rounded);
    return found != null ? found : new float[rounded];
  }

  /** An array of {@code size} floats, no more, with anything in it. */
  public static float[] takeExactly(int size) {
    float[] found = size < SMALL ? null : find(size);
    return found != null ? found : new float[size];
  }

  private static synchronized float[] find(int length) {
    Deque<float[]> fitting = FREE.get(length);
    float[] found = fitting == null ? null : fitting.poll();
    if (found != null) held -= length;
    return found;
  }

  /** Takes an array that nobody will look at again. */
  public static synchronized void give(float[] buffer) {
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
