package seq2seq.data;

import java.util.Locale;

/** Finishes a sentence: French spelling, capitals, and each language's punctuation. */
final class Sentence {
  private Sentence() {}

  static Pair statement(String english, String french) {
    return new Pair(capital(english) + ".", capital(French.spelled(french)) + ".");
  }

  static Pair question(String english, String french) {
    return new Pair(capital(english) + "?", capital(French.spelled(french)) + " ?");
  }

  static Pair exclamation(String english, String french) {
    return new Pair(capital(english) + "!", capital(French.spelled(french)) + " !");
  }

  static Pair affirmed(Clause clause) {
    return statement(clause.english(), clause.french());
  }

  static Pair negated(Clause clause) {
    return statement(clause.englishNegated(), clause.frenchNegated());
  }

  static Pair asked(Clause clause) {
    return question(clause.englishAsked(), "est-ce que " + clause.french());
  }

  /** The clause affirmed, denied or asked, at random; who says I does not ask. */
  static Pair any(Clause clause, Draws draws) {
    if (draws.chance(45)) {
      return affirmed(clause);
    }
    boolean asks = draws.chance(40) && clause.subject().person() != 0;
    return asks ? asked(clause) : negated(clause);
  }

  private static String capital(String sentence) {
    int first = sentence.offsetByCodePoints(0, 1);
    return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
  }
}
