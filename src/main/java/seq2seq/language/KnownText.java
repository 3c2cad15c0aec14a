package seq2seq.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text of a bundle that knows its English sentence when it sees it, and says it in Chinese. */
public final class KnownText {
  private final Texts texts;
  private final String key;
  private final Pattern english;
  private final List<Integer> places = new ArrayList<>();

  /** How many characters of the English sentence are its own. */
  private final int length;

  private KnownText(Texts texts, String key) {
    this.texts = texts;
    this.key = key;
    String sentence = texts.get(Language.ENGLISH, key);
    length = Texts.PLACE.matcher(sentence).replaceAll("").length();
    english = Pattern.compile(pattern(sentence), Pattern.DOTALL);
  }

  private String pattern(String sentence) {
    StringBuilder pattern = new StringBuilder();
    Matcher place = Texts.PLACE.matcher(sentence);
    int at = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(sentence.substring(at, place.start()))).append("(.+?)");
      places.add(Integer.parseInt(place.group(1)));
      at = place.end();
    }
    return pattern.append(Pattern.quote(sentence.substring(at))).toString();
  }

  /** The texts of {@code bundle} whose keys begin with {@code start}; none if it does not exist. */
  public static List<KnownText> all(Texts bundle, String start) {
    return bundle.keys().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> new KnownText(bundle, key))
        .toList();
  }

  /** Those of several bundles, the longest first: it says the most about what it fits. */
  public static List<KnownText> longestFirst(String start, Texts... bundles) {
    return Stream.of(bundles)
        .flatMap(bundle -> all(bundle, start).stream())
        .sorted(Comparator.comparingInt((KnownText text) -> text.length).reversed())
        .toList();
  }

  /**
   * {@code sentence} in the language that is spoken, by the first of {@code translations} that
   * knows it; a value in it that is a sentence of theirs is translated too.
   */
  public static Optional<String> first(List<KnownText> translations, String sentence) {
    return translations.stream()
        .flatMap(each -> each.of(sentence, translations).stream())
        .findFirst();
  }

  private Optional<String> of(String sentence, List<KnownText> all) {
    Matcher found = english.matcher(sentence);
    if (!found.matches()) {
      return Optional.empty();
    }
    Object[] values = new Object[10];
    for (int i = 0; i < places.size(); i++) {
      String value = found.group(i + 1);
      values[places.get(i)] = first(all, value).orElse(value);
    }
    return Optional.of(texts.get(key, values));
  }
}
