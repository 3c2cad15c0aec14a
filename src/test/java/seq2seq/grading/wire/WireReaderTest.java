package seq2seq.grading.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.engine.Generator;
import seq2seq.engine.Shape;
import seq2seq.engine.Tensor;
import seq2seq.graded.ch99.Probe;

/** Whatever a learner's process sends, reading it ends, and ends with a value or a refusal. */
class WireReaderTest {
  private static final List<Class<?>> TYPES =
      List.of(Probe.State.class, Probe.Beam.class, Tensor.class, String[].class);

  private static byte[] result(Class<?> type, Object value) {
    WireWriter writer = new WireWriter(Message.RETURNED);
    ArrayTable arrays = new ArrayTable();
    arrays.remember();
    writer.result(type, value, arrays);
    return writer.toBytes();
  }

  private static Object read(Class<?> type, byte[] frame) {
    return new WireReader(frame).result(type, new ArrayTable());
  }

  @Test
  void whatIsWrittenIsRead() {
    double[][] rows = {{1, Double.NaN}, {}, null};
    double[][] back = (double[][]) read(double[][].class, result(double[][].class, rows));
    assertThat(back[0]).containsExactly(1, Double.NaN);
    assertThat(back[1]).isEmpty();
    assertThat(back[2]).isNull();
  }

  @Test
  void aFrameThatEndsEarlyIsRefused() {
    Probe.State state = new Probe.State(new double[][] {{1}}, new int[] {2}, "x", true);
    byte[] whole = result(Probe.State.class, state);
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(Probe.State.class, part)).isInstanceOf(WireException.class);
    }
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> read(Probe.State.class, more)).isInstanceOf(WireException.class);
  }

  @Test
  void aLengthThatIsNotThereIsRefused() {
    byte[] frame =
        new WireWriter(Message.RETURNED).bytes(new byte[0]).number(Integer.MAX_VALUE).toBytes();
    frame[1] = WireWriter.HERE;
    frame[2] = 0x7f; // a length of about two thousand million
    assertThatThrownBy(() -> read(double[].class, frame))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void anArrayThatWasNeverHandedOverIsRefused() {
    byte[] frame = result(int[].class, new int[0]);
    frame[1] = WireWriter.HANDED;
    assertThatThrownBy(() -> read(int[].class, frame)).isInstanceOf(WireException.class);
  }

  @Test
  void anArrayOfAnotherTypeIsRefused() throws NoSuchMethodException {
    Method method = Probe.class.getMethod("rows", String.class, double[][].class);
    ArrayTable arrays = new ArrayTable();
    new WireWriter(Message.CALL)
        .arguments(method, new Object[] {"", new double[][] {{1}}}, arrays, none -> 0);
    arrays.remember();
    WireWriter lie = new WireWriter(Message.RETURNED);
    lie.result(double[].class, arrays.get(1), arrays);
    assertThat(new WireReader(lie.toBytes()).result(double[].class, arrays))
        .isSameAs(arrays.get(1));
    assertThatThrownBy(() -> new WireReader(lie.toBytes()).result(int[].class, arrays))
        .isInstanceOf(WireException.class);
  }

  /** As what a subject hands to a callback is. */
  @Test
  void aTensorThatCannotBeIsRefusedAmongArgumentsToo() {
    Class<?>[] types = {Tensor.class};
    WireWriter frame = new WireWriter(Message.CALL_BACK);
    frame.plain(types, new Object[] {Tensor.of(Shape.of(2, 1), 1, 2)});
    byte[] bytes = frame.toBytes();
    int refused = 0;
    for (int at = 1; at < bytes.length; at++) {
      for (int value : new int[] {-1, 0, 3, 127}) {
        byte[] lie = bytes.clone();
        lie[at] = (byte) value;
        try {
          new WireReader(lie).plain(types);
        } catch (WireException no) {
          refused++; // anything else fails this test
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Probe.State state = new Probe.State(new double[][] {{1}, {2}}, new int[] {2}, "x", true);
    List<byte[]> frames =
        List.of(
            result(Probe.State.class, state),
            result(Probe.Beam.class, new Probe.Beam(state, new Probe.State[] {state, null})),
            result(Tensor.class, Tensor.of(Shape.of(2, 1), 1, 2)),
            result(String[].class, new String[] {"a", "b"}));
    Generator random = Generator.seeded(1);
    int values = 0;
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      int kind = i % frames.size();
      byte[] frame = frames.get(kind).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        frame[1 + random.nextInt(frame.length - 1)] = (byte) random.nextInt(256);
      }
      try {
        read(TYPES.get(kind), frame);
        values++;
      } catch (WireException lie) {
        refused++; // anything else fails this test
      }
    }
    assertThat(values).isPositive();
    assertThat(refused).isPositive();
  }
}
