package seq2seq.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Where spaces stand between word tokens, told by the tokens themselves.
 *
 * <p>Between most tokens the usual rule holds: words are spaced, {@code . , ! ? )} touch what
 * stands before them, {@code ( ¿ $} what follows, quotation marks what they enclose, Chinese and
 * Japanese both. Where a text does otherwise, one of the two tokens says so with a mark on that
 * side: {@code ␣} for a space, {@code ‿} for none. A French question mark is {@code ␣?}, and a
 * minus sign {@code -‿}. So no rule has to be right for every language: what a text wrote comes
 * back, and a model learns its language's spacing as it learns its words.
 *
 * <p>The mark goes to the token that is no word, so that words stay what they are. Mutable: it
 * walks one sentence from left to right, for a quotation mark opens or closes by the one before.
 */
final class Spacing {
  private static final char SPACE = '␣';
  private static final char NO_SPACE = '‿';

  private static final String SPACED = "&*";
  private static final String TOUCH_BOTH = "/\\_";
  private static final String TOUCH_NEXT = "¡¿#@";

  private boolean quoted;

  private Spacing() {}

  /** Which neighbours a token usually touches. */
  private record Touching(boolean before, boolean after) {}

  /**
   * The tokens with marks where the usual rule is broken.
   *
   * @param words the tokens without marks
   * @param spaced whether a space stands before each
   */
  static List<String> marked(List<String> words, List<Boolean> spaced) {
    List<String> marked = new ArrayList<>();
    Spacing usual = new Spacing();
    Touching left = new Touching(true, true); // the edge of the text
    for (int i = 0; i < words.size(); i++) {
      Touching right = usual.touching(words.get(i));
      boolean space = spaced.get(i);
      boolean told = space != isUsual(left, right);
      String mark = String.valueOf(space ? SPACE : NO_SPACE);
      if (told && isWord(words.get(i)) && i > 0 && !isWord(words.get(i - 1))) {
        marked.set(i - 1, marked.get(i - 1) + mark);
        told = false;
      }
      marked.add((told || isMark(words.get(i).charAt(0)) ? mark : "") + words.get(i));
      left = right;
    }
    return List.copyOf(marked);
  }

  /** The text of marked tokens. */
  static String text(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    Spacing usual = new Spacing();
    Touching left = new Touching(true, true);
    String before = "";
    for (String token : tokens) {
      String word = unmarked(token);
      Touching right = usual.touching(word);
      text.append(isSpaced(before, token, isUsual(left, right)) ? " " : "").append(word);
      left = right;
      before = token;
    }
    return text.toString();
  }

  private static boolean isSpaced(String left, String right, boolean usual) {
    if (hasMarkAfter(left)) {
      return left.charAt(left.length() - 1) == SPACE;
    }
    return hasMarkBefore(right) ? right.charAt(0) == SPACE : usual;
  }

  /** The token without its marks. */
  static String unmarked(String token) {
    int from = hasMarkBefore(token) ? 1 : 0;
    return token.substring(from, token.length() - (hasMarkAfter(token) ? 1 : 0));
  }

  /** A mark of the text itself always has one of ours before it: {@code ‿␣}. */
  private static boolean hasMarkBefore(String token) {
    return token.length() > 1 && isMark(token.charAt(0));
  }

  private static boolean hasMarkAfter(String token) {
    int last = token.length() - 1;
    return last > (hasMarkBefore(token) ? 1 : 0) && isMark(token.charAt(last));
  }

  private static boolean isMark(char c) {
    return c == SPACE || c == NO_SPACE;
  }

  private static boolean isUsual(Touching left, Touching right) {
    return !left.after && !right.before;
  }

  private static boolean isWord(String word) {
    return Characters.isWord(word.codePointAt(0)) && !WordTokenizer.isElided(word);
  }

  private Touching touching(String word) {
    int c = word.codePointAt(0);
    if (Characters.isUnspaced(c) || isIn(TOUCH_BOTH, c)) {
      return new Touching(true, true);
    }
    if (Characters.isQuotationMark(c)) {
      quoted = !quoted;
      return new Touching(!quoted, quoted);
    }
    if (WordTokenizer.isElided(word) || isIn(TOUCH_NEXT, c) || Characters.isOpening(c)) {
      return new Touching(false, true);
    }
    return new Touching(Characters.isClosing(c) && !isIn(SPACED, c), false);
  }

  private static boolean isIn(String characters, int c) {
    return characters.indexOf(c) >= 0;
  }
}
