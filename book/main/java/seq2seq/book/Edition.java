package seq2seq.book;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import seq2seq.language.Language;

/**
 * The course in one language: where its pages come from, where they go, and the site's own words.
 */
enum Edition {
  /** English: the chapters' own folder, the top of the site. */
  EN("en", "", ".md"),
  /** Chinese: {@code chapters/zh}, and {@code zh/} on the site. */
  ZH("zh-Hans", "zh/", ".zh.md");

  private static final String BUNDLE = "seq2seq.book.words";

  private final String tag;
  private final String folder;
  private final String ending;

  Edition(String tag, String folder, String ending) {
    this.tag = tag;
    this.folder = folder;
    this.ending = ending;
  }

  /** The language that it speaks. */
  Language language() {
    return Language.of(code());
  }

  /** What stands in {@code lang}. */
  String tag() {
    return tag;
  }

  /** The name of its search index and of its part of the site: {@code en}, {@code zh}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The folder of its pages on the site: empty, or ending in a slash. */
  String folder() {
    return folder;
  }

  /** The folder of its chapters in the course. */
  Path chapters(Path course) {
    return course.resolve("chapters").resolve(folder);
  }

  /** Its page about the exercises. */
  Path exercises(Path course) {
    return course.resolve("exercises").resolve("README" + ending);
  }

  /** Its answers to the questions without code. */
  Path answers(Path course) {
    return course.resolve("solutions").resolve("answers" + ending);
  }

  /**
   * A word or sentence of the site's own, with {@code {0}}, {@code {1}} filled in.
   *
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  String word(String key, Object... values) {
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    Locale locale = Locale.forLanguageTag(code());
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, exact).getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }
}
