package seq2seq.language;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a package says to a learner, in the language that is spoken: the resource bundle {@code
 * texts.properties} beside its classes is English, {@code texts_zh.properties} Chinese.
 *
 * <p>A place for a value is written {@code {0}}, {@code {1}}; nothing else in a text means
 * anything. A key without a Chinese text is shown in English; a test finds it.
 */
public final class Texts {
  static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final ResourceBundle.Control AS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;

  private Texts(String bundle) {
    this.bundle = bundle;
  }

  /** The texts of the package of {@code user}. */
  public static Texts of(Class<?> user) {
    return named(user.getPackageName() + ".texts");
  }

  /** The texts of a bundle with a name of its own. */
  public static Texts named(String bundle) {
    return new Texts(bundle);
  }

  /**
   * The text of this key, its places filled with {@code values}.
   *
   * @throws java.util.MissingResourceException if the English bundle has no such key
   */
  public String get(String key, Object... values) {
    return get(Language.current(), key, values);
  }

  /** As {@link #get(String, Object...)}, in {@code language}. */
  public String get(Language language, String key, Object... values) {
    return filled(bundle(language).getString(key), values);
  }

  /** {@code text}, its places filled with {@code values}; one without a value stays. */
  public static String filled(String text, Object... values) {
    return PLACE.matcher(text).replaceAll(place -> value(place.group(1), values));
  }

  /** The keys, in alphabetical order; none if there is no such bundle. */
  public Set<String> keys() {
    try {
      return new TreeSet<>(bundle(Language.ENGLISH).keySet());
    } catch (MissingResourceException none) {
      return Set.of();
    }
  }

  /** All texts of the bundle in {@code language}, one after the other. */
  public String all(Language language) {
    return keys().stream().map(key -> get(language, key)).collect(Collectors.joining());
  }

  private ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language.tag()), AS_ASKED);
  }

  private static String value(String place, Object[] values) {
    int i = Integer.parseInt(place);
    String text = i < values.length ? String.valueOf(values[i]) : "{" + place + "}";
    return Matcher.quoteReplacement(text);
  }
}
