package seq2seq.data.phrases;

/**
 * An adjective of the {@code phrases} lexicon with its French forms.
 *
 * @param english the one English form
 * @param comparative {@code older}, {@code more expensive}; empty if it is not compared
 * @param masculine the masculine singular
 * @param beforeVowel the masculine singular before a vowel sound ({@code vieil arbre})
 * @param feminine the feminine singular
 * @param masculinePlural the masculine plural
 * @param femininePlural the feminine plural
 * @param quality what it tells: {@code size, age, colour, mood} or another; a thing has one of each
 * @param before whether it stands before its noun ({@code petit}) or after it ({@code rouge})
 */
record Adjective(
    String english,
    String comparative,
    String masculine,
    String beforeVowel,
    String feminine,
    String masculinePlural,
    String femininePlural,
    String quality,
    boolean before) {

  /** The form that agrees, where no noun follows. */
  String french(boolean isFeminine, boolean isPlural) {
    if (isPlural) {
      return isFeminine ? femininePlural : masculinePlural;
    }
    return isFeminine ? feminine : masculine;
  }

  /** The form that agrees, before the word {@code next}. */
  String french(boolean isFeminine, boolean isPlural, String next) {
    boolean special = !isFeminine && !isPlural && French.startsWithVowelSound(next);
    return special ? beforeVowel : french(isFeminine, isPlural);
  }

  /** Whether one form serves both genders: {@code triste}. */
  boolean isEpicene() {
    return masculine.equals(feminine);
  }
}
