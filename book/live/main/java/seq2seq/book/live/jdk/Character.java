package seq2seq.book.live.jdk;

import java.util.Locale;

/** Holds what stands for {@code java.lang.Character.UnicodeScript}. */
public final class Character {
  /** The first letter of Thai: no script of the list lies below it. */
  private static final int LOWEST = 0x0E00;

  private Character() {}

  /**
   * The scripts that put no spaces between words, by the browser's own tables; all others are
   * {@link #COMMON} here.
   */
  public enum UnicodeScript {
    /** Any other. */
    COMMON,
    /** Chinese characters. */
    HAN,
    /** Japanese. */
    HIRAGANA,
    /** Japanese. */
    KATAKANA,
    /** Thai. */
    THAI,
    /** Lao. */
    LAO,
    /** Khmer. */
    KHMER,
    /** Burmese. */
    MYANMAR;

    /** The script of a character. */
    public static UnicodeScript of(int codePoint) {
      if (codePoint < LOWEST) return COMMON;
      for (UnicodeScript script : values()) {
        if (script != COMMON && Browser.isOfScript(codePoint, script.spelled())) return script;
      }
      return COMMON;
    }

    private String spelled() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }
}
