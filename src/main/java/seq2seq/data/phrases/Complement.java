package seq2seq.data.phrases;

import static seq2seq.data.phrases.Clause.words;

/**
 * What a verb acts on, in both languages: a noun phrase after the verb, a pronoun that French puts
 * before it, or nothing.
 *
 * @param english the English words
 * @param englishNegated the same under negation
 * @param clitic the French pronoun, empty for a noun phrase
 * @param ending what the pronoun adds to a participle after it: {@code vue}, {@code vus}
 * @param french the French words after the verb, empty for a pronoun
 * @param frenchNegated the same under negation
 */
record Complement(
    String english,
    String englishNegated,
    String clitic,
    String ending,
    String french,
    String frenchNegated) {

  /** No complement: {@code she is sleeping}. */
  static final Complement NONE = of("", "");

  /** Words that come after the verb in both languages. */
  static Complement of(String english, String french) {
    return new Complement(english, english, "", "", french, french);
  }

  /** A noun phrase as the direct object. */
  static Complement of(NounPhrase phrase) {
    return new Complement(
        phrase.english(), phrase.englishNegated(), "", "", phrase.french(), phrase.frenchNegated());
  }

  /** The same behind more French words, with {@code pronoun} before the verb. */
  Complement behind(String words, String pronoun) {
    return new Complement(
        english, englishNegated, pronoun, "", words(words, french), words(words, frenchNegated));
  }

  /** An object pronoun: {@code her}, {@code la}, and the participle's ending {@code e}. */
  static Complement pronoun(String english, String clitic, String ending) {
    return new Complement(english, english, clitic, ending, "", "");
  }
}
