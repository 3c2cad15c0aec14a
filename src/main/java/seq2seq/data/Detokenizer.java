package seq2seq.data;

import java.util.List;

/** Puts word tokens together as people write them: which of them are spaced and which touch. */
final class Detokenizer {
  private static final String TOUCH_LEFT = ".,…)]}%»!?;:'。，、！？；：）」』";
  private static final String TOUCH_RIGHT = "([{$£«（「『。，、！？；：";

  private final Spacing spacing;
  private boolean quoted;

  Detokenizer(Spacing spacing) {
    this.spacing = spacing;
  }

  String sentence(List<String> tokens) {
    StringBuilder sentence = new StringBuilder();
    String before = null;
    for (String token : tokens) {
      boolean touches = before == null || touch(before, token);
      sentence.append(touches ? "" : " ").append(token);
      quoted ^= token.equals("\"");
      before = token;
    }
    return sentence.toString();
  }

  private boolean touch(String left, String right) {
    return touchesRight(left) || touchesLeft(right) || (isUnspaced(left) && isUnspaced(right));
  }

  private boolean touchesRight(String token) {
    return WordTokenizer.isElided(token)
        || (token.equals("\"") && quoted)
        || (TOUCH_RIGHT.contains(token) && !isSpacedInside(token));
  }

  private boolean touchesLeft(String token) {
    return (token.equals("\"") && quoted)
        || (TOUCH_LEFT.contains(token) && !spacing.putsSpaceBefore(token));
  }

  private boolean isSpacedInside(String token) {
    return token.equals("«") && spacing == Spacing.FRENCH;
  }

  private static boolean isUnspaced(String token) {
    return Characters.isUnspaced(token.codePointAt(0));
  }
}
