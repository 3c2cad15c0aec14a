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
      case FUTURE -> modal(s, s.be(), "going to", s.aller(), verb, object);
      case CAN -> modal(s, "can", "", POUVOIR[s.person()], verb, object);
      case WANT -> want(s, verb, object);
    };
  }

  private static Clause present(Subject s, Verb verb, Complement o) {
    boolean state = verb.ing().isEmpty();
    String simple = s.thirdSingular() ? verb.third() : verb.english();
    return new Clause(
        s,
        state ? simple : s.be() + " " + verb.ing(),
        state ? s.does() : s.be(),
        state ? verb.english() : verb.ing(),
        o.english(),
        o.englishNegated(),
        o.clitic(),
        verb.present().get(s.person()),
        o.french(),
        o.frenchNegated());
  }

  /** Passé composé with avoir; the participle agrees with an object pronoun before it. */
  private static Clause past(Subject s, Verb verb, Complement o) {
    String participle = verb.participle() + o.ending();
    return new Clause(
        s,
        verb.past(),
        "did",
        verb.english(),
        o.english(),
        o.englishNegated(),
        o.clitic(),
        s.avoir(),
        words(participle, o.french()),
        words(participle, o.frenchNegated()));
  }

  /** A conjugated verb and an infinitive, before which the object pronoun stands. */
  private static Clause modal(
      Subject s, String auxiliary, String link, String conjugated, Verb verb, Complement o) {
    return new Clause(
        s,
        words(auxiliary, link, verb.english()),
        auxiliary,
        words(link, verb.english()),
        o.english(),
        o.englishNegated(),
        "",
        conjugated,
        words(o.clitic(), verb.infinitive(), o.french()),
        words(o.clitic(), verb.infinitive(), o.frenchNegated()));
  }

  private static Clause want(Subject s, Verb verb, Complement o) {
    Clause c = modal(s, s.does(), "want to", VOULOIR[s.person()], verb, o);
    String wants = s.thirdSingular() ? "wants to" : "want to";
    return new Clause(
        s,
        words(wants, verb.english()),
        c.auxiliary(),
        c.rest(),
        c.complement(),
        c.complementNegated(),
        c.clitic(),
        c.verb(),
        c.tail(),
        c.tailNegated());
  }
}
