package seq2seq.data.phrases;

import static seq2seq.data.phrases.Clause.words;

import java.util.List;

/** Sentences of {@code phrases} that ask for a part, or that hold another sentence. */
final class NestedSentences {
  private static final List<Noun> SOUGHT = Lexicon.nouns(List.of("thing", "animal"));

  private final Draws draws;
  private final StateSentences states;
  private final ActionSentences actions;

  NestedSentences(Draws draws) {
    this.draws = draws;
    this.states = new StateSentences(draws);
    this.actions = new ActionSentences(draws);
  }

  /** {@code Where are my keys?} and {@code Where does Alice live?} */
  Sentence where() {
    if (draws.chance(60)) {
      return whereIs(Subject.of(sought()));
    }
    Subject s = draws.someoneElse();
    return draws.chance(50)
        ? where(words(s.does(), s.english(), "live"), s, Lexicon.LIVE.present().get(s.person()))
        : where(words(s.be(), s.english(), "going"), s, s.aller());
  }

  private NounPhrase sought() {
    if (draws.chance(25)) {
      return draws.person();
    }
    Noun noun = draws.pick(SOUGHT);
    return draws.definite(noun, draws.chance(40) ? draws.attributes(noun) : List.of());
  }

  private static Sentence whereIs(Subject s) {
    return Sentence.question(
        words("where", s.be(), s.english()), words("où", s.etre(), s.french()));
  }

  private static Sentence where(String english, Subject s, String verb) {
    return Sentence.question("where " + english, words("où est-ce que", s.french(), verb));
  }

  /** {@code Why is she sad?} */
  Sentence why() {
    Clause c = clause(draws.someoneElse());
    return Sentence.question("why " + c.englishAsked(), "pourquoi est-ce que " + c.french());
  }

  /** {@code What is she eating?} and {@code Who are you waiting for?} */
  Sentence what() {
    Verb verb = draws.pick(ActionSentences.usable(Lexicon.transitive(), Tense.PRESENT));
    Clause c = Conjugation.of(draws.someoneElse(), verb, Tense.PRESENT, Complement.NONE);
    boolean ofPeople = verb.objects().contains("kin") && !verb.objects().contains("thing");
    return ofPeople
        ? Sentence.question("who " + c.englishAsked(), "qui est-ce que " + c.french())
        : Sentence.question("what " + c.englishAsked(), "qu'est-ce que " + c.french());
  }

  /** {@code I do not know if he is hungry.} is {@code Je ne sais pas s'il a faim.} */
  Sentence thought() {
    return draws.chance(60) ? that(clause(draws.someone())) : whether(clause(draws.someoneElse()));
  }

  private Sentence that(Clause c) {
    return switch (draws.pick(List.of("think", "know", "say"))) {
      case "think" -> statement("I think that", c, "je pense que");
      case "know" -> statement("we know that", c, "nous savons que");
      default -> statement("she says that", c, "elle dit que");
    };
  }

  private Sentence whether(Clause c) {
    return draws.chance(50)
        ? statement("I do not know if", c, "je ne sais pas si")
        : Sentence.question(
            words("do you know if", c.english()), words("est-ce que tu sais si", c.french()));
  }

  private static Sentence statement(String english, Clause c, String french) {
    return Sentence.statement(words(english, c.english()), words(french, c.french()));
  }

  private Clause clause(Subject subject) {
    return switch (draws.pick(List.of("mood", "sensation", "place", "action", "reflexive"))) {
      case "mood" -> states.moodClause(subject);
      case "sensation" -> states.sensationClause(subject);
      case "place" -> states.placeClause(subject);
      case "action" -> actions.alone(subject, Tense.PRESENT);
      default -> actions.reflexiveClause(subject);
    };
  }
}
