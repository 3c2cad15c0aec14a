package seq2seq.plot;

import seq2seq.language.KnownText;
import seq2seq.language.Language;
import seq2seq.language.Texts;

/** Every word that a picture writes by itself, in the language that is spoken. */
public final class Words {
  static final Texts TEXTS = Texts.named("seq2seq.plot.words");

  /**
   * What the chapters' cells and classes write on their charts; a cell is the same in every page.
   */
  static final Texts GIVEN = Texts.named("seq2seq.plot.given");

  private Words() {}

  /**
   * The text of this key, with {@code {0}}, {@code {1}} filled in.
   *
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public static String of(String key, Object... values) {
    return TEXTS.get(key, values);
  }

  /** A text that a chart was given, in the language for pixels if it is one of the chapters'. */
  static String given(String text) {
    return drawable() == Language.ENGLISH
        ? text
        : KnownText.first(KnownText.all(GIVEN, ""), text).orElse(text);
  }

  /**
   * The language for pixels: English where Chinese is spoken, but no font of this machine has its
   * characters, which would be empty boxes. In SVG the reader's fonts draw.
   */
  public static Language drawable() {
    boolean isMissing = Language.current() == Language.CHINESE && !Fonts.haveChinese();
    return isMissing ? Language.ENGLISH : Language.current();
  }
}
