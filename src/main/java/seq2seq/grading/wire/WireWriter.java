package seq2seq.grading.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import seq2seq.engine.Tensor;

/** Writes one frame: a message, then values by their declared type. */
public final class WireWriter {
  /**
   * No frame is longer, in bytes: many times the largest result of an exercise, and few enough that
   * the grader can hold some of them, each number in an object of its own.
   */
  public static final int LONGEST = 2 << 20;

  static final int NULL = 0;
  static final int HERE = 1;
  static final int HANDED = 2;

  /** Plain code here and in all that the child runs: linking a lambda takes it milliseconds. */
  private ByteBuffer out = ByteBuffer.allocate(256);

  /** Starts the frame of {@code message}. */
  public WireWriter(Message message) {
    number8(message.ordinal());
  }

  /** Thrown when a frame would be longer than {@link #LONGEST}. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Makes room, but refuses to grow beyond a frame, so that a huge result ends early. */
  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      long needed = (long) out.position() + bytes;
      if (needed > LONGEST) {
        throw new TooLarge();
      }
      int size = (int) Math.min(LONGEST, Math.max(needed, 2L * out.capacity()));
      out = ByteBuffer.allocate(size).put(out.flip());
    }
    return out;
  }

  /** The frame. */
  public byte[] toBytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private WireWriter number8(int value) {
    room(1).put((byte) value);
    return this;
  }

  /** Writes a number. */
  public WireWriter number(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  /** Writes a text. */
  public WireWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, their number first. */
  public WireWriter bytes(byte[] value) {
    number(value.length).room(value.length).put(value);
    return this;
  }

  /**
   * Writes the arguments of a call, and numbers their arrays.
   *
   * @param callbacks gives each callback its number
   */
  public void arguments(
      Method method, Object[] arguments, ArrayTable arrays, ToIntFunction<Object> callbacks) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (Crossing.isCallback(types[i])) {
        number(arguments[i] == null ? -1 : callbacks.applyAsInt(arguments[i]));
      } else {
        new Values(arrays, true).write(types[i], arguments[i]);
      }
    }
  }

  /** Writes the values of a callback's arguments or its result: no array is known by number. */
  public void plain(Class<?>[] types, Object[] values) {
    for (int i = 0; i < types.length; i++) {
      new Values(new ArrayTable(), false).write(types[i], values[i]);
    }
  }

  /** Writes what a call returned, then the arrays handed over that it changed. */
  public void result(Class<?> type, Object value, ArrayTable arrays) {
    Values values = new Values(arrays, false);
    if (type != void.class) {
      values.write(type, value);
    }
    List<Integer> changed = arrays.changed();
    number(changed.size());
    for (int number : changed) {
      number(number);
      values.writeElements(arrays.get(number));
    }
  }

  /** Values that may refer to arrays handed over. */
  private final class Values {
    private final ArrayTable arrays;
    private final boolean numbers;

    Values(ArrayTable arrays, boolean numbers) {
      this.arrays = arrays;
      this.numbers = numbers;
    }

    void write(Class<?> type, Object value) {
      if (type.isPrimitive()) {
        writePrimitive(value);
      } else if (value == null) {
        number8(NULL);
      } else if (type.isArray()) {
        writeArray(value);
      } else {
        number8(HERE);
        writeObject(type, value);
      }
    }

    private void writePrimitive(Object value) {
      if (value instanceof Double number) {
        room(Double.BYTES).putDouble(number);
      } else if (value instanceof Integer number) {
        number(number);
      } else if (value instanceof Float number) {
        room(Float.BYTES).putFloat(number);
      } else if (value instanceof Long number) {
        room(Long.BYTES).putLong(number);
      } else if (value instanceof Boolean truth) {
        number8(truth ? 1 : 0);
      } else if (value instanceof Character letter) {
        room(Character.BYTES).putChar(letter);
      } else if (value instanceof Short number) {
        room(Short.BYTES).putShort(number);
      } else {
        number8((Byte) value);
      }
    }

    private void writeArray(Object array) {
      int known = arrays.number(array);
      if (known >= 0) {
        number8(HANDED).number(known);
        return;
      }
      if (numbers) {
        arrays.add(array);
      }
      number8(HERE).number(Array.getLength(array));
      writeElements(array);
    }

    void writeElements(Object array) {
      Class<?> type = array.getClass().getComponentType();
      for (int i = 0; i < Array.getLength(array); i++) {
        write(type, Array.get(array, i));
      }
    }

    private void writeObject(Class<?> type, Object value) {
      if (value instanceof String text) {
        text(text);
      } else if (value instanceof Tensor tensor) {
        write(int[].class, tensor.shape().toArray());
        write(float[].class, tensor.toArray());
      } else if (value instanceof Record record) {
        writeRecord(type, record);
      } else {
        throw new WireException(type + " cannot cross");
      }
    }

    private void writeRecord(Class<?> type, Record record) {
      try {
        for (RecordComponent component : type.getRecordComponents()) {
          Method accessor = component.getAccessor();
          accessor.setAccessible(true); // a record that is not public will do
          write(component.getType(), accessor.invoke(record));
        }
      } catch (ReflectiveOperationException unreadable) {
        throw new WireException("cannot read " + type, unreadable);
      }
    }
  }
}
