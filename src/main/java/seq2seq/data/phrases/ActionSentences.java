package seq2seq.data.phrases;

import static seq2seq.data.phrases.Clause.words;

import java.util.List;

/** Sentences of {@code phrases} about what someone does, did or is going to do. */
final class ActionSentences {
  private static final List<FixedPhrase> OFTEN =
      List.of(new FixedPhrase("often", "souvent"), new FixedPhrase("always", "toujours"));
  private static final List<FixedPhrase> DAYS =
      List.of(new FixedPhrase("yesterday", "hier"), new FixedPhrase("today", "aujourd'hui"));
  private static final List<FixedPhrase> HOURS =
      List.of(new FixedPhrase("early", "tôt"), new FixedPhrase("late", "tard"));
  private static final List<FixedPhrase> NOW =
      List.of(new FixedPhrase("", ""), new FixedPhrase("now", "maintenant"), DAYS.get(1));

  private final Draws draws;

  ActionSentences(Draws draws) {
    this.draws = draws;
  }

  /** {@code He is eating an apple.} */
  Sentence present() {
    return Sentence.any(withObject(Tense.PRESENT), draws);
  }

  /** {@code He bought a red car.} */
  Sentence past() {
    return Sentence.any(withObject(Tense.PAST), draws);
  }

  /** {@code She is sleeping.} */
  Sentence intransitive() {
    return Sentence.any(alone(draws.someone(), pastOrPresent()), draws);
  }

  /** {@code We are going to buy a car.} */
  Sentence infinitive() {
    Tense tense = draws.pick(List.of(Tense.FUTURE, Tense.FUTURE, Tense.CAN, Tense.WANT));
    return Sentence.any(
        draws.chance(20) ? alone(draws.someone(), tense) : withObject(tense), draws);
  }

  private Clause withObject(Tense tense) {
    Verb verb = draws.pick(usable(Lexicon.VERBS, tense));
    NounPhrase object = draws.object(draws.pick(Lexicon.nouns(verb.objects())));
    return Conjugation.of(draws.someone(), verb, tense, Complement.of(object));
  }

  /** A clause without an object: {@code she is sleeping}. */
  Clause alone(Subject subject, Tense tense) {
    return Conjugation.of(subject, draws.pick(Lexicon.INTRANSITIVE), tense, Complement.NONE);
  }

  private Tense pastOrPresent() {
    return draws.chance(50) ? Tense.PRESENT : Tense.PAST;
  }

  static List<Verb> usable(List<Verb> verbs, Tense tense) {
    return verbs.stream().filter(verb -> verb.isUsedIn(tense)).toList();
  }

  /** {@code I see him.} is {@code Je le vois.} */
  Sentence pronounObject() {
    Tense tense = draws.pick(List.of(Tense.PRESENT, Tense.PRESENT, Tense.PAST, Tense.FUTURE));
    Subject s = draws.someone();
    List<Verb> verbs =
        usable(Lexicon.VERBS, tense).stream().filter(v -> v.objects().contains("person")).toList();
    Complement object = tense == Tense.PAST ? draws.thirdPerson() : draws.pronounFor(s);
    return Sentence.any(Conjugation.of(s, draws.pick(verbs), tense, object), draws);
  }

  /** {@code He is not drinking milk.} is {@code Il ne boit pas de lait.} */
  Sentence substance() {
    Tense tense = draws.pick(List.of(Tense.PRESENT, Tense.PRESENT, Tense.FUTURE));
    Mass mass = draws.pick(Lexicon.SUBSTANCES);
    Verb verb = draws.pick(usable(takers(mass), tense));
    Complement object = Complement.of(NounPhrase.partitive(mass));
    return Sentence.any(Conjugation.of(draws.someone(), verb, tense, object), draws);
  }

  private static List<Verb> takers(Mass mass) {
    List<String> names = List.of(consumption(mass), "want", "buy");
    return Lexicon.transitive().stream().filter(v -> names.contains(v.english())).toList();
  }

  private static String consumption(Mass mass) {
    return mass.drink() ? "drink" : "eat";
  }

  /** {@code I like coffee.} is {@code J'aime le café.} */
  Sentence liking() {
    Complement kind = draws.generic();
    return Sentence.any(Conjugation.of(draws.someone(), Lexicon.LIKE, Tense.PRESENT, kind), draws);
  }

  /** {@code She never drinks coffee.} is {@code Elle ne boit jamais de café.} */
  Sentence habit() {
    if (draws.chance(50)) {
      return habit(draws.someone(), draws.pick(Lexicon.INTRANSITIVE), Complement.NONE);
    }
    Mass mass = draws.pick(Lexicon.SUBSTANCES);
    Verb verb =
        takers(mass).stream().filter(v -> v.english().equals(consumption(mass))).toList().get(0);
    return habit(draws.someone(), verb, Complement.of(NounPhrase.partitive(mass)));
  }

  private Sentence habit(Subject s, Verb verb, Complement object) {
    String english = s.thirdSingular() ? verb.third() : verb.english();
    String french = verb.present().get(s.person());
    if (draws.chance(34)) {
      return Sentence.statement(
          words(s.english(), "never", english, object.englishNegated()),
          words(s.french(), "ne", french, "jamais", object.frenchNegated()));
    }
    FixedPhrase often = draws.pick(OFTEN);
    return Sentence.statement(
        words(s.english(), often.english(), english, object.english()),
        words(s.french(), french, often.french(), object.french()));
  }

  /** {@code She went to Rome.} is {@code Elle est allée à Rome.} */
  Sentence motion() {
    Subject s = draws.gendered();
    return Sentence.any(
        switch (draws.pick(List.of("go", "go", "arrive", "leave"))) {
          case "go" -> moved(s, "went", "go", "allé", goal());
          case "arrive" -> moved(s, "arrived", "arrive", "arrivé", when());
          default -> moved(s, "left", "leave", "parti", when());
        },
        draws);
  }

  private Complement goal() {
    PlaceName place = draws.pick(draws.chance(50) ? Lexicon.LANDS : Lexicon.PLACES);
    return Complement.of("to " + place.english(), place.at());
  }

  private Complement when() {
    FixedPhrase when = draws.pick(draws.chance(50) ? DAYS : HOURS);
    return Complement.of(when.english(), when.french());
  }

  /** Passé composé with être: the participle agrees with the subject. */
  private static Clause moved(
      Subject s, String past, String base, String participle, Complement after) {
    Complement tail = after.behind(s.agreed(participle), after.clitic());
    return new Clause(s, past, "did", base, s.etre(), tail);
  }

  /** {@code I get up early.} is {@code Je me lève tôt.} */
  Sentence reflexive() {
    Verb verb = draws.pick(Lexicon.REFLEXIVE);
    if (verb.isUsedIn(Tense.PAST) && draws.chance(40)) {
      return Sentence.any(gotUp(draws.gendered(), verb, draws.pick(HOURS)), draws);
    }
    Tense tense = draws.pick(List.of(Tense.PRESENT, Tense.PRESENT, Tense.FUTURE, Tense.WANT));
    return Sentence.any(reflexiveClause(draws.someone(), verb, tense), draws);
  }

  /** {@code We are resting}, {@code you get up late}. */
  Clause reflexiveClause(Subject subject) {
    return reflexiveClause(subject, draws.pick(Lexicon.REFLEXIVE), Tense.PRESENT);
  }

  private Clause reflexiveClause(Subject subject, Verb verb, Tense tense) {
    FixedPhrase when = draws.pick(verb.ing().isEmpty() ? HOURS : NOW);
    return Conjugation.of(subject, verb, tense, self(subject, when));
  }

  private static Complement self(Subject s, FixedPhrase when) {
    String english = when.english();
    return new Complement(english, english, s.reflexive(), "", when.french(), when.french());
  }

  private static Clause gotUp(Subject s, Verb verb, FixedPhrase when) {
    return moved(s, verb.past(), verb.english(), verb.participle(), self(s, when));
  }
}
