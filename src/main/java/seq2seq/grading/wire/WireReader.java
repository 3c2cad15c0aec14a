package seq2seq.grading.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;

/**
 * Reads one frame. It believes nothing: a length must fit into the bytes that are there, and a
 * value is built of its declared type.
 */
public final class WireReader {
  private static final int DEEPEST = 32;

  private final ByteBuffer in;
  private final Message message;

  /** What is to be made of the number of a callback. */
  public interface Callbacks {
    /** A callback of this type that calls the one of this number. */
    Object callback(Class<?> type, int number);
  }

  /**
   * Opens a frame.
   *
   * @throws WireException if it is none; so do all methods here
   */
  public WireReader(byte[] frame) {
    in = ByteBuffer.wrap(frame);
    message = Message.of(number8());
  }

  /** What the frame says. */
  public Message message() {
    return message;
  }

  private int number8() {
    need(1);
    return in.get();
  }

  /** Reads a number. */
  public int number() {
    need(Integer.BYTES);
    return in.getInt();
  }

  /** Reads a text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Reads bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[length(1)];
    in.get(bytes);
    return bytes;
  }

  private void need(int bytes) {
    if (in.remaining() < bytes) {
      throw new WireException("the frame ends early");
    }
  }

  /** A number of elements of so many bytes each at least; never more than are there. */
  private int length(int size) {
    int length = number();
    if (length < 0 || length > in.remaining() / size) {
      throw new WireException("a length of " + length + " does not fit into the frame");
    }
    return length;
  }

  /** Reads the arguments of a call, and numbers their arrays. */
  public Object[] arguments(Method method, ArrayTable arrays, Callbacks callbacks) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (Crossing.isCallback(types[i])) {
        int number = number();
        arguments[i] = number < 0 ? null : callbacks.callback(types[i], number);
      } else {
        arguments[i] = new Values(arrays, true).read(types[i]);
      }
    }
    return arguments;
  }

  /** Reads what {@link WireWriter#plain} wrote. */
  public Object[] plain(Class<?>[] types) {
    return checked(
        () -> {
          Values values = new Values(new ArrayTable(), false);
          Object[] read = new Object[types.length];
          for (int i = 0; i < types.length; i++) {
            read[i] = values.read(types[i]);
          }
          return read;
        });
  }

  /** Reads what a call returned, and changes the arrays handed over as it did. */
  public Object result(Class<?> type, ArrayTable arrays) {
    return checked(
        () -> {
          Values values = new Values(arrays, false);
          Object result = type == void.class ? null : values.read(type);
          int changed = length(Integer.BYTES);
          for (int i = 0; i < changed; i++) {
            values.readInto(arrays.get(number()));
          }
          if (in.hasRemaining()) {
            throw new WireException("the frame has more than its values");
          }
          return result;
        });
  }

  /** Whatever else goes wrong in {@code read}, the frame was a lie. */
  private static <T> T checked(Supplier<T> read) {
    try {
      return read.get();
    } catch (WireException broken) {
      throw broken;
    } catch (RuntimeException lie) {
      throw new WireException("no such value can be", lie);
    }
  }

  /** Values that may refer to arrays handed over. */
  private final class Values {
    private final ArrayTable arrays;
    private final boolean numbers;
    private int depth;

    Values(ArrayTable arrays, boolean numbers) {
      this.arrays = arrays;
      this.numbers = numbers;
    }

    Object read(Class<?> type) {
      if (type.isPrimitive()) {
        return readPrimitive(type);
      }
      if (++depth > DEEPEST) {
        throw new WireException("values are nested more than " + DEEPEST + " deep");
      }
      Object value = readReference(type);
      depth--;
      return value;
    }

    private Object readReference(Class<?> type) {
      int kind = number8();
      if (kind == WireWriter.NULL) {
        return null;
      }
      if (kind == WireWriter.HANDED && type.isArray()) {
        return known(type, number());
      }
      if (kind != WireWriter.HERE) {
        throw new WireException("no value begins with " + kind);
      }
      return type.isArray() ? readArray(type.getComponentType()) : readObject(type);
    }

    private Object known(Class<?> type, int number) {
      Object array = arrays.get(number);
      if (!type.isInstance(array)) {
        throw new WireException("array " + number + " is no " + type.getSimpleName());
      }
      return array;
    }

    private Object readPrimitive(Class<?> type) {
      need(size(type));
      return switch (type.getName()) {
        case "double" -> in.getDouble();
        case "int" -> in.getInt();
        case "float" -> in.getFloat();
        case "long" -> in.getLong();
        case "boolean" -> in.get() != 0;
        case "char" -> in.getChar();
        case "short" -> in.getShort();
        default -> in.get();
      };
    }

    private static int size(Class<?> type) {
      return switch (type.getName()) {
        case "double", "long" -> Double.BYTES;
        case "int", "float" -> Integer.BYTES;
        case "char", "short" -> Short.BYTES;
        default -> 1;
      };
    }

    private Object readArray(Class<?> type) {
      Object array = Array.newInstance(type, length(size(type)));
      if (numbers) {
        arrays.add(array);
      }
      readInto(array);
      return array;
    }

    void readInto(Object array) {
      Class<?> type = array.getClass().getComponentType();
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, read(type));
      }
    }

    private Object readObject(Class<?> type) {
      if (type == String.class) {
        return text();
      }
      if (type == Tensor.class) {
        int[] sizes = (int[]) read(int[].class);
        return Tensor.of(Shape.of(sizes), (float[]) read(float[].class));
      }
      if (type.isRecord()) {
        return readRecord(type);
      }
      throw new WireException(type + " cannot cross");
    }

    private Object readRecord(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = read(types[i]);
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true); // a record that is not public will do
        return constructor.newInstance(values);
      } catch (InvocationTargetException refused) {
        throw new WireException("the record refuses its components", refused);
      } catch (ReflectiveOperationException broken) {
        throw new WireException("cannot make a " + type, broken);
      }
    }
  }
}
