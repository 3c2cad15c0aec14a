package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import seq2seq.language.Width;

/**
 * Where a text without blanks may be broken: between two Chinese characters, but no line begins
 * with a closing mark or ends with an opening one (GB/T 15834-2011, 5.1).
 *
 * <p>Latin words stay whole.
 */
final class LineBreaks {
  private static final String CLOSING = "，。、；：？！）》〉」』】”’…—～·％%)]},.;:!?";
  private static final String OPENING = "（《〈「『【“‘([{";
  private static final String NARROW_CLOSING = "”’…—";
  private static final String BEGINS_A_WORD = "`[\"'";

  private LineBreaks() {}

  /** The places, each the index of the first char that may stand on the next line. */
  static List<Integer> in(String word) {
    List<Integer> places = new ArrayList<>();
    Matcher escape = Ink.ESCAPE.matcher(word);
    int before = -1;
    int at = 0;
    while (at < word.length()) {
      if (word.charAt(at) == '\u001b' && escape.find(at) && escape.start() == at) {
        at = escape.end();
        continue;
      }
      int point = word.codePointAt(at);
      if (before >= 0 && isPlace(before, point)) {
        places.add(at);
      }
      before = Width.of(point) == 0 ? before : point;
      at += Character.charCount(point);
    }
    return places;
  }

  private static boolean isPlace(int a, int b) {
    if (Width.of(b) == 0 || CLOSING.indexOf(b) >= 0 || OPENING.indexOf(a) >= 0) {
      return false;
    }
    boolean isWideAfter = Width.isWide(b);
    if (Width.isWide(a)) {
      boolean begins = Character.isLetterOrDigit(b) || BEGINS_A_WORD.indexOf(b) >= 0;
      return isWideAfter || OPENING.indexOf(b) >= 0 || CLOSING.indexOf(a) >= 0 && begins;
    }
    return isWideAfter && (NARROW_CLOSING.indexOf(a) >= 0 || OPENING.indexOf(b) >= 0);
  }
}
