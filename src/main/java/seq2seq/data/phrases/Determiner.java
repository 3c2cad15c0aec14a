package seq2seq.data.phrases;

/**
 * A determiner of the {@code phrases} lexicon; a form is empty in the number that it lacks.
 *
 * @param english before a singular
 * @param englishPlural before a plural
 * @param masculine French, before a masculine singular
 * @param beforeVowel French, before a masculine singular that begins with a vowel sound
 * @param feminine French, before a feminine singular
 * @param feminineBeforeVowel French, before a feminine singular that begins with a vowel sound
 * @param plural French, before a plural
 */
record Determiner(
    String english,
    String englishPlural,
    String masculine,
    String beforeVowel,
    String feminine,
    String feminineBeforeVowel,
    String plural) {

  /** {@code a}, {@code some}: after a negation, French says {@code de}. */
  boolean isIndefinite() {
    return english.equals("a") || englishPlural.equals("some");
  }

  /** The English form before the word {@code next}: {@code a cat}, {@code an apple}. */
  String english(boolean isPlural, String next) {
    String form = isPlural ? englishPlural : english;
    return form.equals("a") && "aeiou".indexOf(next.charAt(0)) >= 0 ? "an" : form;
  }

  /** The French form that agrees, before the word {@code next}. */
  String french(boolean isFeminine, boolean isPlural, String next) {
    if (isPlural) {
      return plural;
    }
    boolean vowel = French.startsWithVowelSound(next);
    if (isFeminine) {
      return vowel ? feminineBeforeVowel : feminine;
    }
    return vowel ? beforeVowel : masculine;
  }
}
