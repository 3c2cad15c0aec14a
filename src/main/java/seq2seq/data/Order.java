package seq2seq.data;

import java.util.stream.IntStream;
import seq2seq.engine.Generator;

/** The order in which items are visited: 0, 1, 2, ... or a shuffle of it. */
final class Order {
  private Order() {}

  /** The numbers from 0 to {@code size - 1} as they come. */
  static int[] given(int size) {
    return IntStream.range(0, size).toArray();
  }

  /** The same numbers shuffled, each order equally likely; advances {@code generator}. */
  static int[] shuffled(int size, Generator generator) {
    int[] order = given(size);
    generator.shuffle(order);
    return order;
  }
}
