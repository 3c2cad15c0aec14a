package seq2seq.data;

import java.util.ArrayList;
import java.util.List;
import seq2seq.engine.Generator;

/** Random parts of sentences, each in agreement with itself. Mutable: every draw advances it. */
final class Draws {
  private static final List<String> PEOPLE = List.of("person", "kin");
  private static final List<String> OWNERS = List.of("my", "your", "his", "her", "our", "their");
  private static final List<Noun> GENERIC =
      Lexicon.named("flower apple orange egg cake cat dog horse bird owl book");
  private static final List<Noun> POSSESSORS = Lexicon.named("man woman king queen brother sister");

  private final Generator generator;

  Draws(Generator generator) {
    this.generator = generator;
  }

  <T> T pick(List<T> items) {
    return items.get(generator.nextInt(items.size()));
  }

  boolean chance(int percent) {
    return generator.nextInt(100) < percent;
  }

  /** Anyone: a pronoun more often than a name or a noun. */
  Subject someone() {
    return chance(60) ? pick(Lexicon.PRONOUNS) : knownPerson();
  }

  /** Someone whose gender is certain, as participles and adjectives need it. */
  Subject gendered() {
    Subject subject = someone();
    return subject.gendered() ? subject : knownPerson();
  }

  private Subject knownPerson() {
    return chance(50) ? pick(Lexicon.NAMES) : Subject.of(person());
  }

  /** A definite person: {@code the girls}, {@code his aunt}. */
  NounPhrase person() {
    return person(pick(Lexicon.nouns(PEOPLE)), chance(35));
  }

  private NounPhrase person(Noun noun, boolean plural) {
    boolean kin = noun.kind().equals("kin");
    return NounPhrase.of(kin ? possessive() : determiner("the"), noun, plural, List.of());
  }

  /** A noun phrase of this noun with any determiner that fits it. */
  NounPhrase object(Noun noun) {
    if (PEOPLE.contains(noun.kind()) && chance(40)) {
      return person(noun, chance(30));
    }
    boolean indefinite = chance(50) && !noun.kind().equals("kin");
    return indefinite
        ? indefinite(noun)
        : definite(noun, chance(40) ? attributes(noun) : List.of());
  }

  /** A definite phrase: {@code the red car}, {@code these cars}, {@code my old car}. */
  NounPhrase definite(Noun noun, List<Adjective> adjectives) {
    return NounPhrase.of(definiteDeterminer(noun), noun, chance(35), adjectives);
  }

  private Determiner definiteDeterminer(Noun noun) {
    return switch (noun.kind()) {
      case "kin" -> possessive();
      case "person" -> determiner(chance(70) ? "the" : "this");
      default -> chance(45) ? determiner("the") : chance(40) ? determiner("this") : possessive();
    };
  }

  /** An indefinite phrase: {@code a red car}, {@code some cars}, {@code two cars}. */
  NounPhrase indefinite(Noun noun) {
    List<Adjective> adjectives = chance(50) ? attributes(noun) : List.of();
    boolean counted = chance(25);
    Determiner determiner = counted ? pick(Lexicon.NUMBERS) : determiner("a");
    return NounPhrase.of(determiner, noun, counted || chance(35), adjectives);
  }

  /** One adjective of the noun, or sometimes two, one for each side of the French noun. */
  List<Adjective> attributes(Noun noun) {
    Adjective first = pick(noun.adjectives());
    List<Adjective> after = noun.adjectives().stream().filter(a -> !a.before()).toList();
    List<Adjective> adjectives = new ArrayList<>(List.of(first));
    if (first.before() && !after.isEmpty() && chance(15)) {
      adjectives.add(pick(after));
    }
    return adjectives;
  }

  /** Whose: {@code the king's} and {@code le roi}, {@code Paul's} and {@code Paul}. */
  Words owner() {
    if (chance(50)) {
      Subject name = pick(Lexicon.NAMES.subList(0, 4));
      return new Words(name.english() + "'s", name.french());
    }
    NounPhrase person = person(pick(POSSESSORS), false);
    return new Words(person.english() + "'s", person.french());
  }

  /** All of a kind: {@code cats} and {@code les chats}, {@code coffee} and {@code le café}. */
  Complement generic() {
    if (chance(45)) {
      Mass mass = pick(Lexicon.SUBSTANCES);
      return Complement.of(mass.english(), mass.definite());
    }
    Noun noun = pick(GENERIC);
    return Complement.of(noun.englishPlural(), "les " + noun.frenchPlural());
  }

  /**
   * An object pronoun that is not the subject itself. Not for the past: a participle would have to
   * know the gender of me, you and us.
   */
  Complement pronounFor(Subject subject) {
    return chance(75) ? thirdPerson() : speaker(subject);
  }

  /** Him, her or them. */
  Complement thirdPerson() {
    return pick(
        List.of(
            Complement.pronoun("him", "le", ""),
            Complement.pronoun("her", "la", "e"),
            Complement.pronoun("them", "les", "s")));
  }

  private static Complement speaker(Subject subject) {
    return switch (subject.person()) {
      case 0, 3 -> Complement.pronoun("you", "te", "");
      case 1 -> Complement.pronoun("us", "nous", "");
      default -> Complement.pronoun("me", "me", "");
    };
  }

  private Determiner possessive() {
    return determiner(pick(OWNERS));
  }

  /** The determiner with this English singular. */
  static Determiner determiner(String english) {
    return Lexicon.DETERMINERS.stream().filter(d -> d.english().equals(english)).findFirst().get();
  }
}
