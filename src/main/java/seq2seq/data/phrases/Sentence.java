package seq2seq.data.phrases;

import java.util.Locale;

/**
 * A finished sentence, with French spelling, capitals, and each language's punctuation.
 *
 * @param english as an English text writes it
 * @param french as a French text writes it
 */
public record Sentence(String english, String french) {

  static Sentence statement(String english, String french) {
    return new Sentence(capital(english) + ".", capital(French.spelled(french)) + ".");
  }

  static Sentence question(String english, String french) {
    return new Sentence(capital(english) + "?", capital(French.spelled(french)) + " ?");
  }

  static Sentence exclamation(String english, String french) {
    return new Sentence(capital(english) + "!", capital(French.spelled(french)) + " !");
  }

  static Sentence affirmed(Clause clause) {
    return statement(clause.english(), clause.french());
  }

  /** The clause affirmed, denied or asked, at random; who says I does not ask. */
  static Sentence any(Clause clause, Draws draws) {
    if (draws.chance(45)) {
      return affirmed(clause);
    }
    boolean asks = draws.chance(40) && clause.subject().person() != 0;
    return asks
        ? question(clause.englishAsked(), "est-ce que " + clause.french())
        : statement(clause.englishNegated(), clause.frenchNegated());
  }

  private static String capital(String sentence) {
    int first = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
  }
}
