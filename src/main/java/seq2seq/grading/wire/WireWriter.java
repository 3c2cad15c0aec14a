package seq2seq.grading.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import seq2seq.engine.Tensor;

/** Writes one frame: a message, then values by their declared type. */
public final class WireWriter {
  /** No frame is longer, in bytes. */
  public static final int LONGEST = 16 << 20;

  static final int NULL = 0;
  static final int HERE = 1;
  static final int HANDED = 2;

  private final Bytes bytes = new Bytes();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Starts the frame of {@code message}. */
  public WireWriter(Message message) {
    number8(message.ordinal());
  }

  /** Thrown when a frame would be longer than {@link #LONGEST}. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Refuses to grow beyond a frame, so that a huge result ends early. */
  private static final class Bytes extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] from, int start, int length) {
      check(length);
      super.write(from, start, length);
    }

    @Override
    public synchronized void write(int one) {
      check(1);
      super.write(one);
    }

    private void check(int more) {
      if (count > LONGEST - more) {
        throw new TooLarge();
      }
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private WireWriter write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The frame. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  private WireWriter number8(int value) {
    return write(() -> out.writeByte(value));
  }

  /** Writes a number. */
  public WireWriter number(int value) {
    return write(() -> out.writeInt(value));
  }

  /** Writes a text. */
  public WireWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, their number first. */
  public WireWriter bytes(byte[] value) {
    return number(value.length).write(() -> out.write(value));
  }

  /**
   * Writes the arguments of a call, and numbers their arrays.
   *
   * @param callbacks gives each callback its number
   */
  public void arguments(
      Method method, Object[] arguments, Handed handed, ToIntFunction<Object> callbacks) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (Crossing.isCallback(types[i])) {
        number(arguments[i] == null ? -1 : callbacks.applyAsInt(arguments[i]));
      } else {
        new Values(handed, true).write(types[i], arguments[i]);
      }
    }
  }

  /** Writes the values of a callback's arguments or its result: no array is known by number. */
  public void plain(Class<?>[] types, Object[] values) {
    for (int i = 0; i < types.length; i++) {
      new Values(new Handed(), false).write(types[i], values[i]);
    }
  }

  /** Writes what a call returned, then the arrays handed over that it changed. */
  public void result(Class<?> type, Object value, Handed handed) {
    Values values = new Values(handed, false);
    if (type != void.class) {
      values.write(type, value);
    }
    List<Integer> changed = handed.changed();
    number(changed.size());
    for (int number : changed) {
      number(number);
      values.writeElements(handed.get(number));
    }
  }

  /** Values that may refer to arrays handed over. */
  private final class Values {
    private final Handed handed;
    private final boolean numbers;

    Values(Handed handed, boolean numbers) {
      this.handed = handed;
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
        WireWriter.this.write(() -> out.writeDouble(number));
      } else if (value instanceof Integer number) {
        number(number);
      } else if (value instanceof Float number) {
        WireWriter.this.write(() -> out.writeFloat(number));
      } else if (value instanceof Long number) {
        WireWriter.this.write(() -> out.writeLong(number));
      } else if (value instanceof Boolean truth) {
        number8(truth ? 1 : 0);
      } else if (value instanceof Character letter) {
        WireWriter.this.write(() -> out.writeChar(letter));
      } else if (value instanceof Short number) {
        WireWriter.this.write(() -> out.writeShort(number));
      } else {
        number8((Byte) value);
      }
    }

    private void writeArray(Object array) {
      int known = handed.number(array);
      if (known >= 0) {
        number8(HANDED).number(known);
        return;
      }
      if (numbers) {
        handed.add(array);
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
