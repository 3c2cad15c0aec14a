package seq2seq.data.phrases;

import static seq2seq.data.phrases.Clause.words;

/** Puts a verb into a clause: tense, agreement, and the place of a French object pronoun. */
final class Conjugation {
  private static final String[] POUVOIR = {"peux", "peux", "peut", "pouvons", "peuvent"};
  private static final String[] VOULOIR = {"veux", "veux", "veut", "voulons", "veulent"};

  private Conjugation() {}

  /** The clause with a noun phrase, or nothing, after the verb. */
  static Clause of(Subject s, Verb verb, Tense tense, Complement object) {
    return switch (tense) {
      case PRESENT -> present(s, verb, object);
      case PAST -> past(s, verb, object);
      case FUTURE -> modal(s, s.be() + " going to", s.be(), "going to", s.aller(), verb, object);
      case CAN -> modal(s, "can", "can", "", POUVOIR[s.person()], verb, object);
      case WANT -> want(s, verb, object);
    };
  }

  private static Clause present(Subject s, Verb verb, Complement o) {
    String french = verb.present().get(s.person());
    if (verb.ing().isEmpty()) {
      String simple = s.thirdSingular() ? verb.third() : verb.english();
      return new Clause(s, simple, s.does(), verb.english(), french, o);
    }
    return new Clause(s, s.be() + " " + verb.ing(), s.be(), verb.ing(), french, o);
  }

  /** Passé composé with avoir; the participle agrees with an object pronoun before it. */
  private static Clause past(Subject s, Verb verb, Complement o) {
    Complement after = o.behind(verb.participle() + o.ending(), o.clitic());
    return new Clause(s, verb.past(), "did", verb.english(), s.avoir(), after);
  }

  /** A conjugated verb and an infinitive, before which the object pronoun stands. */
  private static Clause modal(
      Subject s,
      String finite,
      String auxiliary,
      String link,
      String conjugated,
      Verb verb,
      Complement o) {
    return new Clause(
        s,
        words(finite, verb.english()),
        auxiliary,
        words(link, verb.english()),
        conjugated,
        o.behind(words(o.clitic(), verb.infinitive()), ""));
  }

  private static Clause want(Subject s, Verb verb, Complement o) {
    String wants = s.thirdSingular() ? "wants to" : "want to";
    return modal(s, wants, s.does(), "want to", VOULOIR[s.person()], verb, o);
  }
}
