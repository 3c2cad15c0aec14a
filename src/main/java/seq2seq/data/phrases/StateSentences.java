package seq2seq.data.phrases;

import static seq2seq.data.phrases.Clause.words;

import java.util.List;

/** Sentences of {@code phrases} about what is: qualities, feelings, places, possession. */
final class StateSentences {
  private static final List<Noun> DESCRIBED =
      Lexicon.nouns(List.of("thing", "food", "animal", "plant"));
  private static final List<Noun> OWNED = Lexicon.nouns(List.of("thing", "animal"));
  private static final List<Noun> ANIMALS = Lexicon.nouns(List.of("animal"));
  private static final List<Noun> ABOUT =
      Lexicon.named("book hat key flower apple orange egg cake cat dog bird child");
  private static final List<Adjective> AGES = Lexicon.adjectives("young old");
  private static final List<Adjective> MEASURES = Lexicon.adjectives("small big old beautiful");
  private static final List<Adjective> STRIKING =
      Lexicon.adjectives("small big old beautiful expensive");

  private final Draws draws;

  StateSentences(Draws draws) {
    this.draws = draws;
  }

  /** {@code The red car is not old.} */
  Sentence description() {
    Noun noun = draws.pick(DESCRIBED);
    List<Adjective> attributes = draws.chance(30) ? draws.attributes(noun) : List.of();
    Subject subject = Subject.of(draws.definite(noun, attributes));
    return Sentence.any(being(subject, predicate(noun, attributes)), draws);
  }

  /**
   * An adjective after to be. Not of a quality that is told already ({@code the red car is blue}),
   * and not {@code new}, where French would say neuf.
   */
  private Adjective predicate(Noun noun, List<Adjective> told) {
    List<String> qualities = told.stream().map(Adjective::quality).toList();
    return draws.pick(
        noun.adjectives().stream()
            .filter(a -> !qualities.contains(a.quality()) && !a.english().equals("new"))
            .toList());
  }

  private static Clause being(Subject subject, Adjective adjective) {
    String french = adjective.french(subject.feminine(), subject.plural());
    return Clause.being(subject, adjective.english(), french);
  }

  /** {@code The old man is tired.} */
  Sentence mood() {
    return Sentence.any(moodClause(draws.character()), draws);
  }

  /** Someone and a mood; where the gender is not certain, one that does not show it. */
  Clause moodClause(Subject subject) {
    List<Adjective> certain =
        Lexicon.MOODS.stream().filter(a -> subject.gendered() || a.isEpicene()).toList();
    return being(subject, draws.pick(certain));
  }

  /** {@code I am hungry.} is {@code J'ai faim.} */
  Sentence sensation() {
    return Sentence.any(sensationClause(draws.someone()), draws);
  }

  Clause sensationClause(Subject s) {
    FixedPhrase state = draws.pick(Lexicon.SENSATIONS);
    return Clause.of(s, s.be(), "", state.english(), s.avoir(), state.french());
  }

  /** {@code They live in Japan.} is {@code Ils habitent au Japon.} */
  Sentence place() {
    return Sentence.any(placeClause(draws.someone()), draws);
  }

  Clause placeClause(Subject s) {
    return draws.chance(60)
        ? inLand(s, draws.pick(Lexicon.LANDS))
        : inTown(s, draws.pick(Lexicon.PLACES));
  }

  private Clause inLand(Subject s, PlaceName land) {
    String in = "in " + land.english();
    return switch (draws.pick(List.of("be", "go", "live", "come"))) {
      case "be" -> Clause.being(s, in, land.at());
      case "go" -> going(s, land);
      case "live" -> located(s, Lexicon.LIVE, in, land.at());
      default -> located(s, Lexicon.COME, "from " + land.english(), land.from());
    };
  }

  private Clause inTown(Subject s, PlaceName place) {
    return switch (draws.pick(List.of("be", "go", "come"))) {
      case "be" -> Clause.being(s, "at " + place.english(), place.at());
      case "go" -> going(s, place);
      default -> located(s, Lexicon.COMING, "from " + place.english(), place.from());
    };
  }

  private static Clause going(Subject s, PlaceName place) {
    return Clause.of(s, s.be(), "going to", place.english(), s.aller(), place.at());
  }

  private static Clause located(Subject s, Verb verb, String english, String french) {
    return Conjugation.of(s, verb, Tense.PRESENT, Complement.of(english, french));
  }

  /** {@code There is a cat in the garden.} is {@code Il y a un chat dans le jardin.} */
  Sentence presence() {
    NounPhrase phrase = draws.indefinite(draws.pick(ABOUT));
    FixedPhrase spot = draws.pick(Lexicon.SPOTS);
    String be = phrase.plural() ? "are" : "is";
    String french = words(phrase.french(), spot.french());
    if (draws.chance(30)) {
      return Sentence.question(
          words(be, "there", phrase.english(), spot.english()), "est-ce que il y a " + french);
    }
    if (draws.chance(30)) {
      return Sentence.statement(
          words("there", be, "not", phrase.englishNegated(), spot.english()),
          words("il ne y a pas", phrase.frenchNegated(), spot.french()));
    }
    return Sentence.statement(
        words("there", be, phrase.english(), spot.english()), "il y a " + french);
  }

  /** {@code The king's horse is old.} is {@code Le cheval du roi est vieux.} */
  Sentence belonging() {
    Noun noun = draws.pick(OWNED);
    NounPhrase phrase = possession(noun, draws.owner(), draws.chance(35));
    if (draws.chance(40)) {
      Verb see = Lexicon.VERBS.get(0);
      Complement object = Complement.of(phrase);
      return Sentence.any(
          Conjugation.of(draws.pick(Lexicon.PRONOUNS), see, Tense.PRESENT, object), draws);
    }
    return Sentence.any(being(Subject.of(phrase), predicate(noun, List.of())), draws);
  }

  private static NounPhrase possession(Noun noun, FixedPhrase owner, boolean plural) {
    NounPhrase the = NounPhrase.of(Draws.determiner("the"), noun, plural, List.of());
    String english = owner.english() + " " + noun.english(plural);
    String french = the.french() + " de " + owner.french();
    return new NounPhrase(english, french, english, french, noun.feminine(), plural);
  }

  /** {@code Paul is younger than his sister.} */
  Sentence comparison() {
    if (draws.chance(50)) {
      Subject subject = draws.pick(draws.chance(50) ? Lexicon.HE_SHE_THEY : Lexicon.NAMES);
      return compared(subject, Subject.of(draws.person()), draws.pick(AGES));
    }
    Noun first = draws.pick(ANIMALS);
    Noun second = draws.pick(ANIMALS.stream().filter(noun -> noun != first).toList());
    return compared(animal(first), animal(second), draws.pick(MEASURES));
  }

  private Subject animal(Noun noun) {
    return Subject.of(draws.definite(noun, List.of()));
  }

  private static Sentence compared(Subject s, Subject than, Adjective adjective) {
    String french = adjective.french(s.feminine(), s.plural());
    return Sentence.affirmed(
        Clause.being(
            s,
            words(adjective.comparative(), "than", than.english()),
            words("plus", french, "que", than.french())));
  }

  /** {@code What a beautiful house!} is {@code Quelle belle maison !} */
  Sentence exclamation() {
    Noun noun = draws.pick(DESCRIBED);
    List<Adjective> fit = noun.adjectives().stream().filter(STRIKING::contains).toList();
    FixedPhrase what = NounPhrase.exclaimed(noun, draws.chance(40), draws.pick(fit));
    return Sentence.exclamation(what.english(), what.french());
  }
}
