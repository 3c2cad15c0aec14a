package seq2seq.plot;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every word that a picture writes by itself, from one resource bundle, {@code words.properties}: a
 * translation is one more file beside it.
 *
 * <p>English, unless the system property {@code seq2seq.language} names another language.
 */
public final class Words {
  private static final String LANGUAGE = "seq2seq.language";
  private static final String BUNDLE = "seq2seq.plot.words";

  private Words() {}

  /**
   * The text of this key, with {@code {0}}, {@code {1}} filled in.
   *
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public static String of(String key, Object... values) {
    Locale language = Locale.forLanguageTag(System.getProperty(LANGUAGE, "en"));
    ResourceBundle.Control noDefault =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, language, noDefault).getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }
}
