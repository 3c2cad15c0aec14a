package seq2seq.data;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What kind of character a code point is, and the normal form that text takes before cutting. */
final class Characters {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Characters() {}

  /**
   * Lower case, NFC, one kind of apostrophe, of hyphen and of space, no space at the ends or twice
   * in a row, no invisible formatting characters (save the joiners that some scripts spell with).
   */
  static String normalised(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(Characters::plain).filter(c -> c >= 0).forEach(plain::appendCodePoint);
    String lower = plain.toString().toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC).replaceAll(" +", " ").strip();
  }

  /** The character that stands for {@code c}, or -1 to drop it. */
  private static int plain(int c) {
    if (isSpace(c)) {
      return ' ';
    }
    return switch (c) {
      case '\u2019', '\u2018', '\u02BC', '\uFF07' -> '\'';
      case '\u2010', '\u2011' -> '-';
      case '\u200C', '\u200D' -> c;
      default -> visible(c);
    };
  }

  private static int visible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL -> -1;
      case Character.SURROGATE -> '\uFFFD'; // half a character: it has no UTF-8 form
      default -> c;
    };
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** Whether {@code c} is part of a word: a letter, a digit or a mark upon one. */
  static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  /** Whether {@code c} belongs to the character before it: a combining mark or a joiner. */
  static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> c == '\u200C' || c == '\u200D';
    };
  }

  /**
   * Whether {@code c} is a letter of a script that puts no spaces between words, or punctuation as
   * wide as such a letter, which stands for the space too.
   */
  static boolean isUnspaced(int c) {
    boolean letter = Character.isLetter(c) && WITHOUT_SPACES.contains(UnicodeScript.of(c));
    return letter || isLongVowelMark(c) || isWidePunctuation(c);
  }

  /** {@code ー}, which Unicode counts to no script, though only Japanese writes it. */
  private static boolean isLongVowelMark(int c) {
    return c == 'ー' || c == 'ｰ';
  }

  private static boolean isWidePunctuation(int c) {
    boolean wide = (c >= 0x3001 && c <= 0x3030) || c == '・' || (c >= 0xFF01 && c <= 0xFF65);
    return wide && !Character.isLetterOrDigit(c);
  }

  /** Whether {@code c} opens or closes a quotation; which of them depends on the language. */
  static boolean isQuotationMark(int c) {
    return switch (Character.getType(c)) {
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
      default -> c == '"' || c == '„' || c == '‚';
    };
  }

  /** Whether {@code c} usually touches what follows: an opening bracket, a currency's sign. */
  static boolean isOpening(int c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION || type == Character.CURRENCY_SYMBOL;
  }

  /**
   * Whether {@code c} usually touches what stands before it: a closing bracket, {@code , . ? !}.
   */
  static boolean isClosing(int c) {
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION || type == Character.OTHER_PUNCTUATION;
  }
}
