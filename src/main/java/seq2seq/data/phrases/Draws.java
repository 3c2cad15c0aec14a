package seq2seq.data.phrases;

import java.util.List;
import seq2seq.engine.Generator;

/** Random parts of sentences, each in agreement with itself. Mutable: every draw advances it. */
final class Draws {
  private static final List<Noun> PEOPLE = Lexicon.nouns(List.of("person", "kin"));
  private static final List<String> OWNERS = List.of("my", "your", "his", "her");
  private static final List<Noun> GENERIC =
      Lexicon.named("flower apple orange egg cake cat dog horse bird book");
  private static final List<Noun> POSSESSORS = Lexicon.named("man woman brother sister");

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
    return chance(70) ? pick(Lexicon.PRONOUNS) : knownPerson();
  }

  /** Anyone but the speaker, who does not ask about himself. */
  Subject someoneElse() {
    Subject subject = someone();
    return subject.person() == 0 ? knownPerson() : subject;
  }

  /** Someone whose gender is certain, as participles and adjectives need it. */
  Subject gendered() {
    Subject subject = someone();
    return subject.gendered() ? subject : knownPerson();
  }

  private Subject knownPerson() {
    return chance(50) ? pick(Lexicon.NAMES) : Subject.of(person());
  }

  /** A definite person: {@code the girls}, {@code his sister}. */
  NounPhrase person() {
    return person(pick(PEOPLE), chance(35), false);
  }

  /** A definite person, perhaps described if he is not kin: {@code the old man}. */
  private NounPhrase person(Noun noun, boolean plural, boolean described) {
    if (noun.kind().equals("kin")) {
      return NounPhrase.of(possessive(), noun, plural, List.of());
    }
    List<Adjective> adjectives = described ? attributes(noun) : List.of();
    return NounPhrase.of(determiner(chance(75) ? "the" : "this"), noun, plural, adjectives);
  }

  /** A noun phrase of this noun with any determiner that fits it. */
  NounPhrase object(Noun noun) {
    if (PEOPLE.contains(noun)) {
      return person(noun, chance(30), chance(30));
    }
    return chance(50)
        ? indefinite(noun)
        : definite(noun, chance(35) ? attributes(noun) : List.of());
  }

  /** A definite phrase: {@code the red car}, {@code these cars}, {@code my old car}. */
  NounPhrase definite(Noun noun, List<Adjective> adjectives) {
    return NounPhrase.of(definiteDeterminer(), noun, chance(35), adjectives);
  }

  private Determiner definiteDeterminer() {
    return chance(45) ? determiner("the") : chance(40) ? determiner("this") : possessive();
  }

  /** An indefinite phrase: {@code a red car}, {@code some cars}, {@code two cars}. */
  NounPhrase indefinite(Noun noun) {
    List<Adjective> adjectives = chance(40) ? attributes(noun) : List.of();
    boolean counted = chance(25);
    Determiner determiner = counted ? pick(Lexicon.NUMBERS) : determiner("a");
    return NounPhrase.of(determiner, noun, counted || chance(35), adjectives);
  }

  /**
   * One adjective to put beside the noun. A passing mood is said of someone ({@code the cat is
   * sad}), not put beside his name.
   */
  List<Adjective> attributes(Noun noun) {
    return List.of(
        pick(noun.adjectives().stream().filter(a -> !Lexicon.MOODS.contains(a)).toList()));
  }

  /** Whose: {@code the king's} and {@code le roi}, {@code Paul's} and {@code Paul}. */
  FixedPhrase owner() {
    if (chance(50)) {
      Subject name = pick(Lexicon.NAMES.subList(0, 3));
      return new FixedPhrase(name.english() + "'s", name.french());
    }
    NounPhrase person = person(pick(POSSESSORS), false, false);
    return new FixedPhrase(person.english() + "'s", person.french());
  }

  /** Anyone, now and then a described person: {@code the old men}. */
  Subject character() {
    return chance(80) ? someone() : Subject.of(person(pick(PEOPLE), chance(35), true));
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
    return chance(60) ? thirdPerson() : speaker(subject);
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
