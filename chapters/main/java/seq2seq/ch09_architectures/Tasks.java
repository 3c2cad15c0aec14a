package seq2seq.ch09_architectures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import seq2seq.ch09_architectures.Task.Example;
import seq2seq.data.Vocabulary;
import seq2seq.engine.Generator;

/**
 * One task for each network of the family, and how it is made up. Ids 0 to 3 are {@code <pad>},
 * {@code <bos>}, {@code <eos>} and {@code <unk>}, as everywhere; what a task writes itself starts
 * at 4.
 */
public final class Tasks {
  private static final int FIRST = 4;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 8;

  /** Rows and columns of the pictures. */
  private static final int SIDE = 5;

  private static final int AND = FIRST;
  private static final int ROW = FIRST + 1;
  private static final int COLUMN = FIRST + 2;
  private static final int NUMBER = FIRST + 3;

  private Tasks() {}

  /**
   * Say at each step what was read {@code delay} steps ago; before that, {@code -}. Needs a memory
   * of letters that the answers do not hold.
   */
  public static Task echo(int delay) {
    return Task.of(
        "echo after " + delay,
        symbols("abcd"),
        symbols("abcd-"),
        generator -> {
          int[] source = letters(generator, 4);
          int[] target = new int[source.length];
          for (int t = 0; t < target.length; t++) {
            target[t] = t < delay ? FIRST + 4 : source[t - delay];
          }
          return new Example(source, target);
        });
  }

  /**
   * Say at each step whether the number of ones so far is even ({@code e}) or odd ({@code o}).
   * Needs a memory of one bit, which is the answer itself.
   */
  public static Task parity() {
    return Task.of(
        "even or odd so far",
        symbols("01"),
        symbols("eo"),
        generator -> {
          int[] source = letters(generator, 2);
          int[] target = new int[source.length];
          int ones = 0;
          for (int t = 0; t < target.length; t++) {
            ones += source[t] - FIRST;
            target[t] = FIRST + ones % 2;
          }
          return new Example(source, target);
        });
  }

  /** Say at the end which digit, of 1 to 6, was the largest. */
  public static Task largest() {
    return Task.of(
        "the largest digit",
        symbols("123456"),
        symbols("123456"),
        generator -> {
          int[] source = letters(generator, 6);
          return new Example(source, new int[] {Arrays.stream(source).max().orElseThrow()});
        });
  }

  /**
   * Describe a picture of 5×5 pixels with a full row, a full column, both or neither. The 5 of the
   * 36 pictures that have both in the same place, as row 2 and column 2, are left for the exam.
   *
   * @param exam whether to draw from those 5, or from the others
   */
  public static Task captions(boolean exam) {
    return new Task(
        "caption a picture",
        List.of(".", "#"),
        List.of(
            "<pad>", "<bos>", "<eos>", "<unk>", "and", "row", "column", "1", "2", "3", "4", "5"),
        SIDE,
        generator -> {
          int row = generator.nextInt(SIDE + 1) - 1;
          int column = generator.nextInt(SIDE + 1) - 1;
          while (isForExam(row, column) != exam) {
            row = generator.nextInt(SIDE + 1) - 1;
            column = generator.nextInt(SIDE + 1) - 1;
          }
          return new Example(pixels(row, column), caption(row, column));
        },
        (e, answer) -> Arrays.equals(e.target(), answer));
  }

  private static boolean isForExam(int row, int column) {
    return row >= 0 && row == column;
  }

  private static int[] pixels(int row, int column) {
    return IntStream.range(0, SIDE * SIDE)
        .map(i -> i / SIDE == row || i % SIDE == column ? 1 : 0)
        .toArray();
  }

  private static int[] caption(int row, int column) {
    List<Integer> words = new ArrayList<>();
    if (row >= 0) {
      words.addAll(List.of(ROW, NUMBER + row));
    }
    if (row >= 0 && column >= 0) {
      words.add(AND);
    }
    if (column >= 0) {
      words.addAll(List.of(COLUMN, NUMBER + column));
    }
    words.add(Vocabulary.EOS);
    return words.stream().mapToInt(i -> i).toArray();
  }

  /**
   * Write the letters down again, all small or all capital. Both are right; a target is one of them
   * by the throw of a coin.
   */
  public static Task oneCase() {
    return new Task(
        "one case throughout",
        symbols("abcd"),
        symbols("abcdABCD"),
        1,
        generator -> {
          int[] source = letters(generator, 4);
          return new Example(source, generator.nextInt(2) == 0 ? source : capitals(source));
        },
        (e, answer) ->
            Arrays.equals(e.source(), answer) || Arrays.equals(capitals(e.source()), answer));
  }

  private static int[] capitals(int[] source) {
    return Arrays.stream(source).map(id -> id + 4).toArray();
  }

  /** Say of each letter whether it comes again ({@code +}) or stands there for the last time. */
  public static Task comesAgain() {
    return Task.of(
        "does it come again",
        symbols("abcd"),
        symbols("+."),
        generator -> {
          int[] source = letters(generator, 4);
          int[] target = new int[source.length];
          for (int t = 0; t < target.length; t++) {
            int here = source[t];
            boolean again = IntStream.range(t + 1, source.length).anyMatch(s -> source[s] == here);
            target[t] = FIRST + (again ? 0 : 1);
          }
          return new Example(source, target);
        });
  }

  /** Write each run of equal letters once: {@code a a a b} becomes {@code a b}, and ends there. */
  public static Task runs() {
    return Task.of(
        "each run once",
        symbols("abcd"),
        symbols("abcd"),
        generator -> {
          List<Integer> source = new ArrayList<>();
          List<Integer> target = new ArrayList<>();
          int letter = generator.nextInt(4);
          int runs = 2 + generator.nextInt(3);
          for (int r = 0; r < runs; r++) {
            letter = (letter + 1 + generator.nextInt(3)) % 4;
            target.add(FIRST + letter);
            int times = 1 + generator.nextInt(3);
            for (int i = 0; i < times; i++) {
              source.add(FIRST + letter);
            }
          }
          source.add(Vocabulary.EOS);
          target.add(Vocabulary.EOS);
          return new Example(
              source.stream().mapToInt(i -> i).toArray(),
              target.stream().mapToInt(i -> i).toArray());
        });
  }

  /** From 4 to 8 letters of the first {@code kinds}. */
  private static int[] letters(Generator generator, int kinds) {
    int[] ids = new int[SHORTEST + generator.nextInt(LONGEST - SHORTEST + 1)];
    for (int t = 0; t < ids.length; t++) {
      ids[t] = FIRST + generator.nextInt(kinds);
    }
    return ids;
  }

  /** The four special tokens, then one symbol a letter. */
  private static List<String> symbols(String letters) {
    List<String> symbols = new ArrayList<>(List.of("<pad>", "<bos>", "<eos>", "<unk>"));
    letters.chars().forEach(c -> symbols.add(Character.toString(c)));
    return List.copyOf(symbols);
  }
}
