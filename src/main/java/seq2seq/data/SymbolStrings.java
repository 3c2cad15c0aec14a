package seq2seq.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seq2seq.engine.Generator;

/** Random symbol strings and their reverse: the smallest task that needs memory and order. */
final class SymbolStrings {
  private static final int SYMBOLS = 10;

  private SymbolStrings() {}

  /** See {@link ParallelCorpus#reverse(int, int, int, Generator)}. */
  static List<Pair> reversed(int pairs, int minLength, int maxLength, Generator generator) {
    require(pairs >= 1, "the number of pairs must be at least 1; got " + pairs);
    require(minLength >= 1, "the shortest length must be at least 1; got " + minLength);
    require(maxLength >= minLength, "lengths from " + minLength + " to " + maxLength + " are none");
    long available = count(minLength, maxLength);
    require(pairs <= available, "only " + available + " distinct strings; got " + pairs);
    return draw(pairs, minLength, maxLength, generator);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException("reverse: " + message);
    }
  }

  /** How many strings there are, or any number past {@code Integer.MAX_VALUE} if there are more. */
  private static long count(int minLength, int maxLength) {
    long sum = 0;
    long ofLength = 1;
    for (int length = 1; length <= maxLength && sum <= Integer.MAX_VALUE; length++) {
      ofLength = Math.min(ofLength * SYMBOLS, 1L << 40);
      sum += length >= minLength ? ofLength : 0;
    }
    return sum;
  }

  private static List<Pair> draw(int pairs, int minLength, int maxLength, Generator generator) {
    List<Pair> drawn = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (drawn.size() < pairs) {
      String symbols = string(minLength + generator.nextInt(maxLength - minLength + 1), generator);
      if (seen.add(symbols)) {
        drawn.add(new Pair(symbols, new StringBuilder(symbols).reverse().toString()));
      }
    }
    return drawn;
  }

  private static String string(int length, Generator generator) {
    StringBuilder symbols = new StringBuilder();
    for (int i = 0; i < length; i++) {
      symbols.append((char) ('a' + generator.nextInt(SYMBOLS)));
    }
    return symbols.toString();
  }
}
