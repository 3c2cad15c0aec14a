package seq2seq.language;

import java.util.Locale;
import java.util.function.Supplier;

/** The languages that the course is written in. */
public enum Language {
  /** English, the language of the code, and of whoever asks for no other. */
  ENGLISH("en"),
  /** Chinese, in simplified characters. */
  CHINESE("zh");

  /** The system property that holds the tag of the language that is spoken. */
  public static final String PROPERTY = "seq2seq.language";

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language that is spoken: that of {@link #PROPERTY}, English unless it says Chinese. */
  public static Language current() {
    return of(System.getProperty(PROPERTY, ""));
  }

  /**
   * The language of a locale as Unix, Windows or Java write it: {@code zh_CN.UTF-8}, {@code
   * zh-Hans}, {@code C}; English for those that the course is not written in.
   */
  public static Language of(String locale) {
    return locale.toLowerCase(Locale.ROOT).matches("zh([_.@-].*)?") ? CHINESE : ENGLISH;
  }

  /** Its tag, {@code en} or {@code zh}. */
  public String tag() {
    return tag;
  }

  /** {@code english} or {@code chinese}, whichever is this language's. */
  public <T> T choose(T english, T chinese) {
    return this == CHINESE ? chinese : english;
  }

  /** Speaks this language in the whole JVM from now on. */
  public void speak() {
    System.setProperty(PROPERTY, tag);
  }

  /** What {@code work} gives while this language is spoken in the whole JVM. */
  public <T> T speaking(Supplier<T> work) {
    String before = System.getProperty(PROPERTY);
    speak();
    try {
      return work.get();
    } finally {
      if (before == null) {
        System.clearProperty(PROPERTY);
      } else {
        System.setProperty(PROPERTY, before);
      }
    }
  }

  /** The tag: what a command line takes and shows. */
  @Override
  public String toString() {
    return tag;
  }
}
