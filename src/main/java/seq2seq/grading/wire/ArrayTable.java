package seq2seq.grading.wire;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays that one call hands over, numbered alike in both processes, so that the very same
 * array can be told from an equal one on the way back.
 */
public final class ArrayTable {
  private final List<Object> arrays = new ArrayList<>();
  private final List<Object> before = new ArrayList<>();
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();

  void add(Object array) {
    numbers.put(array, arrays.size());
    arrays.add(array);
  }

  /** The number of {@code array}; -1 if it was not handed over. */
  int number(Object array) {
    return numbers.getOrDefault(array, -1);
  }

  /**
   * The array of this number.
   *
   * @throws WireException if there is none
   */
  Object get(int number) {
    if (number < 0 || number >= arrays.size()) {
      throw new WireException("no array has the number " + number);
    }
    return arrays.get(number);
  }

  /** Remembers what the arrays hold now. */
  public void remember() {
    for (Object array : arrays) {
      int length = Array.getLength(array);
      Object copy = Array.newInstance(array.getClass().getComponentType(), length);
      System.arraycopy(array, 0, copy, 0, length);
      before.add(copy);
    }
  }

  /** The numbers of the arrays that no longer hold what they held. */
  List<Integer> changed() {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      if (!holdsTheSame(arrays.get(i), before.get(i))) {
        changed.add(i);
      }
    }
    return changed;
  }

  /** Numbers by their bits, references by identity. */
  private static boolean holdsTheSame(Object now, Object then) {
    if (now instanceof Object[] array) {
      Object[] old = (Object[]) then;
      for (int i = 0; i < array.length; i++) {
        if (array[i] != old[i]) {
          return false;
        }
      }
      return true;
    }
    return Arrays.deepEquals(new Object[] {now}, new Object[] {then});
  }
}
