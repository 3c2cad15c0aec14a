package seq2seq.grading.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java source as tokens in which what is easily changed is gone: comments, layout, braces,
 * annotations, imports, modifiers, the names of variables and of one's own methods, the text of
 * strings.
 */
final class Tokens {
  /**
   * No part is looked at twice, whatever stands there: what does not end, ends with the text, and
   * there are no boundaries of words, for which Java reads back over all marks before them.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<gone>\\s+|//[^\\n]*|/\\*.*?(?:\\*/|\\z)"
              + "|(?:import|package)(?![\\w$])[^;]*+(?:;|\\z)|@\\w+)"
              + "|(?<number>\\d[\\w.]*)"
              + "|(?<called>\\.\\s*[\\w$]+(?=\\s*\\())"
              + "|(?<word>[\\p{L}_$][\\w$]*)"
              + "|(?<other>->|::|\\+\\+|--|&&|\\|\\||[-+*/%=!<>&|^]=|<<|>>|.)");

  private static final List<String> KEPT =
      List.of(
          "for",
          "while",
          "do",
          "if",
          "else",
          "switch",
          "case",
          "return",
          "throw",
          "new",
          "try",
          "catch",
          "break",
          "continue",
          "int",
          "long",
          "float",
          "double",
          "boolean",
          "char",
          "void",
          "record",
          "class",
          "instanceof",
          "true",
          "false",
          "null",
          "this",
          "default",
          "yield");

  private static final List<String> DROPPED =
      List.of("public", "private", "protected", "static", "final", "var", "{", "}");

  private static final String BLOCK = "\"\"\"";
  private static final int SHORT_NUMBER = 2;

  private Tokens() {}

  /** The tokens in their order; whatever is no Java gives some tokens, too. */
  static List<String> of(String source) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source).useTransparentBounds(true);
    int at = 0;
    while (at < source.length()) {
      boolean isText = source.charAt(at) == '"' || source.charAt(at) == '\'';
      String token = "\"";
      if (isText) {
        at = endOfText(source, at);
      } else if (matcher.region(at, source.length()).lookingAt()) {
        token = token(matcher);
        at = matcher.end();
      }
      if (!token.isEmpty() && !DROPPED.contains(token)) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /** Behind the text in quotation marks that begins there; at the latest, the end of its line. */
  private static int endOfText(String source, int from) {
    if (source.startsWith(BLOCK, from)) {
      int end = source.indexOf(BLOCK, from + BLOCK.length());
      return end < 0 ? source.length() : end + BLOCK.length();
    }
    int at = from + 1;
    while (at < source.length() && source.charAt(at) != '\n') {
      if (source.charAt(at) == source.charAt(from)) {
        return at + 1;
      }
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, source.length());
  }

  private static String token(Matcher matcher) {
    if (matcher.group("gone") != null) {
      return "";
    }
    String number = matcher.group("number");
    if (number != null) {
      return number.length() <= SHORT_NUMBER ? number : "0..";
    }
    String word = matcher.group("word");
    return word == null ? matcher.group().replaceAll("\\s", "") : name(word);
  }

  /** A type keeps its name, which is seldom one's own. */
  private static String name(String word) {
    return KEPT.contains(word) || DROPPED.contains(word) || Character.isUpperCase(word.charAt(0))
        ? word
        : "name";
  }
}
