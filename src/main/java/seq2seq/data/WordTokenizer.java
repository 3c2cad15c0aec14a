package seq2seq.data;

import java.util.ArrayList;
import java.util.List;

/** Word tokens; the rules are told at {@link Tokenizer#words}. */
final class WordTokenizer implements Tokenizer {
  static final WordTokenizer INSTANCE = new WordTokenizer();

  private static final List<String> ELIDED =
      List.of(
          "l'", "j'", "d'", "m'", "t'", "s'", "c'", "n'", "qu'", "jusqu'", "lorsqu'", "puisqu'",
          "quoiqu'");

  private WordTokenizer() {}

  /** Whether this token is an elided word, to which the next word is attached. */
  static boolean isElided(String token) {
    return ELIDED.contains(token);
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public List<String> tokenize(String text) {
    int[] c = Characters.normalised(text).codePoints().toArray();
    List<String> words = new ArrayList<>();
    List<Boolean> spaced = new ArrayList<>();
    for (int from = 0; from < c.length; ) {
      boolean space = c[from] == ' ';
      int start = space ? from + 1 : from;
      int end = endOfToken(c, start);
      words.add(new String(c, start, end - start));
      spaced.add(space);
      from = end;
    }
    return Spacing.marked(words, spaced);
  }

  private static int endOfToken(int[] c, int from) {
    return isSpacedWord(c[from]) ? endOfWord(c, from) : endOfMarks(c, from + 1);
  }

  private static int endOfMarks(int[] c, int from) {
    int to = from;
    while (to < c.length && Characters.isMark(c[to])) {
      to++;
    }
    return to;
  }

  private static int endOfWord(int[] c, int from) {
    int to = from + 1;
    while (to < c.length && (isInWord(c, to) || endsElision(c, from, to))) {
      to++;
      if (endsElision(c, from, to - 1)) {
        return to;
      }
    }
    return to;
  }

  private static boolean endsElision(int[] c, int from, int at) {
    return c[at] == '\'' && isElided(new String(c, from, at + 1 - from));
  }

  private static boolean isInWord(int[] c, int at) {
    return isSpacedWord(c[at]) || (at + 1 < c.length && joins(c[at - 1], c[at], c[at + 1]));
  }

  private static boolean isSpacedWord(int c) {
    return Characters.isWord(c) && !Characters.isUnspaced(c);
  }

  private static boolean joins(int before, int c, int after) {
    return switch (c) {
      case '\'', '-' -> isSpacedWord(before) && isSpacedWord(after);
      case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
      default -> false;
    };
  }

  @Override
  public String detokenize(List<String> tokens) {
    return Spacing.text(tokens);
  }

  @Override
  public List<String> withoutSpacing(List<String> tokens) {
    return tokens.stream().map(Spacing::unmarked).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
