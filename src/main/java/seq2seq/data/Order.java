package seq2seq.data;

import seq2seq.engine.Generator;

/** The order in which items are visited: 0, 1, 2, ... or a shuffle of it. */
final class Order {
  private Order() {}

  /** The numbers from 0 to {@code size - 1} as they come. */
  static int[] given(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    return order;
  }

  /** The same numbers shuffled, each order equally likely; advances {@code generator}. */
  static int[] shuffled(int size, Generator generator) {
    int[] order = given(size);
    generator.shuffle(order);
    return order;
  }
}
