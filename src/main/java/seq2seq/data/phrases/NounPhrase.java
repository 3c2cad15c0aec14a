package seq2seq.data.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * A noun with its determiner and adjectives in both languages: {@code the small red car} and {@code
 * la petite voiture rouge}. French words stand in full; {@link French#spelled} joins them.
 *
 * @param english the English words
 * @param french the French words
 * @param englishNegated the English words as the object of a negated verb: {@code any keys}
 * @param frenchNegated the French words there: {@code de clés}
 * @param feminine the gender in French
 * @param plural the number
 */
record NounPhrase(
    String english,
    String french,
    String englishNegated,
    String frenchNegated,
    boolean feminine,
    boolean plural) {

  /**
   * Builds the phrase, every word in agreement with the noun.
   *
   * @param adjectives in English order; in French those of {@code before} precede the noun
   */
  static NounPhrase of(
      Determiner determiner, Noun noun, boolean plural, List<Adjective> adjectives) {
    String english = englishCore(noun, plural, adjectives);
    String french = frenchCore(noun, plural, adjectives);
    boolean precedes = adjectives.stream().anyMatch(Adjective::before);
    String article = determiner.french(noun.feminine(), plural, first(french));
    boolean de = determiner.isIndefinite();
    return new NounPhrase(
        determiner.english(plural, english) + " " + english,
        (article.equals("des") && precedes ? "de" : article) + " " + french,
        (de && plural ? "any" : determiner.english(plural, english)) + " " + english,
        (de ? "de" : article) + " " + french,
        noun.feminine(),
        plural);
  }

  /** A substance with the partitive: {@code bread} and {@code du pain}. */
  static NounPhrase partitive(Mass mass) {
    String french = "de " + mass.definite();
    return new NounPhrase(
        mass.english(), french, mass.english(), "de " + mass.french(), mass.feminine(), false);
  }

  /** An exclamation: {@code what beautiful flowers} and {@code quelles belles fleurs}. */
  static FixedPhrase exclaimed(Noun noun, boolean plural, Adjective adjective) {
    String english = englishCore(noun, plural, List.of(adjective));
    String article = plural ? "" : "aeiou".indexOf(english.charAt(0)) >= 0 ? "an " : "a ";
    String what = (noun.feminine() ? "quelle" : "quel") + (plural ? "s" : "");
    return new FixedPhrase(
        "what " + article + english, what + " " + frenchCore(noun, plural, List.of(adjective)));
  }

  private static String englishCore(Noun noun, boolean plural, List<Adjective> adjectives) {
    List<String> words = new ArrayList<>(adjectives.stream().map(Adjective::english).toList());
    words.add(noun.english(plural));
    return String.join(" ", words);
  }

  private static String frenchCore(Noun noun, boolean plural, List<Adjective> adjectives) {
    String phrase = noun.french(plural);
    for (Adjective adjective : adjectives) {
      phrase =
          adjective.before()
              ? adjective.french(noun.feminine(), plural, first(phrase)) + " " + phrase
              : phrase + " " + adjective.french(noun.feminine(), plural);
    }
    return phrase;
  }

  private static String first(String phrase) {
    return phrase.split(" ")[0];
  }
}
