package seq2seq.data.phrases;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The words of {@code phrases}, written by hand with what grammar needs to know of them: a line a
 * word, columns between bars.
 *
 * <p>Chosen so that one English word has one French translation here, and so that every rule has
 * several words that obey it: vowels and mute h for elision ({@code orange, homme}), adjectives
 * with a form of their own before a vowel ({@code vieil}), irregular plurals ({@code chevaux}).
 */
final class Lexicon {
  private Lexicon() {}

  /** English, comparative; masculine, before a vowel, feminine, plurals; quality; place. */
  private static final List<Adjective> ADJECTIVES =
      rows(
          """
          small       | smaller        | petit       | petit       | petite       | petits       | petites       | size   | before
          big         | bigger         | grand       | grand       | grande       | grands       | grandes       | size   | before
          beautiful   | more beautiful | beau        | bel         | belle        | beaux        | belles        | look   | before
          old         | older          | vieux       | vieil       | vieille      | vieux        | vieilles      | age    | before
          new         |                | nouveau     | nouvel      | nouvelle     | nouveaux     | nouvelles     | age    | before
          young       | younger        | jeune       | jeune       | jeune        | jeunes       | jeunes        | age    | before
          red         |                | rouge       | rouge       | rouge        | rouges       | rouges        | colour | after
          blue        |                | bleu        | bleu        | bleue        | bleus        | bleues        | colour | after
          white       |                | blanc       | blanc       | blanche      | blancs       | blanches      | colour | after
          expensive   |                | cher        | cher        | chère        | chers        | chères        | price  | after
          happy       |                | heureux     | heureux     | heureuse     | heureux      | heureuses     | mood   | after
          tired       |                | fatigué     | fatigué     | fatiguée     | fatigués     | fatiguées     | mood   | after
          sad         |                | triste      | triste      | triste       | tristes      | tristes       | mood   | after
          sick        |                | malade      | malade      | malade       | malades      | malades       | mood   | after
          """,
          c ->
              new Adjective(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8].equals("before")));

  /** How someone feels: said of people and animals after to be. */
  static final List<Adjective> MOODS =
      ADJECTIVES.stream().filter(adjective -> adjective.quality().equals("mood")).toList();

  /** English, plural; French, plural; gender; kind; adjectives that make sense with it. */
  private static final List<Noun> NOUNS =
      rows(
          """
          book      | books      | livre       | livres       | m | thing   | old new beautiful
          hat       | hats       | chapeau     | chapeaux     | m | thing   | old new red blue white
          computer  | computers  | ordinateur  | ordinateurs  | m | thing   | old new expensive
          key       | keys       | clé         | clés         | f | thing   | small old new
          car       | cars       | voiture     | voitures     | f | thing   | small big old new red blue white expensive
          house     | houses     | maison      | maisons      | f | thing   | small big old new beautiful blue white expensive
          flower    | flowers    | fleur       | fleurs       | f | thing   | small beautiful red blue white
          tree      | trees      | arbre       | arbres       | m | plant   | small big old beautiful
          apple     | apples     | pomme       | pommes       | f | food    | small beautiful red
          orange    | oranges    | orange      | oranges      | f | food    | small beautiful
          egg       | eggs       | œuf         | œufs         | m | food    | small white
          cake      | cakes      | gâteau      | gâteaux      | m | food    | small beautiful white expensive
          cat       | cats       | chat        | chats        | m | animal  | small old beautiful white happy tired sad sick
          dog       | dogs       | chien       | chiens       | m | animal  | small big old beautiful white happy tired sad sick
          horse     | horses     | cheval      | chevaux      | m | animal  | small big old beautiful white happy tired sad sick
          bird      | birds      | oiseau      | oiseaux      | m | animal  | small big old beautiful red blue white sick
          boy       | boys       | garçon      | garçons      | m | person  | young happy tired sad sick
          girl      | girls      | fille       | filles       | f | person  | young happy tired sad sick
          child     | children   | enfant      | enfants      | m | person  | young happy tired sad sick
          man       | men        | homme       | hommes       | m | person  | young old happy tired sad sick
          woman     | women      | femme       | femmes       | f | person  | young old happy tired sad sick
          brother   | brothers   | frère       | frères       | m | kin     | young happy tired sad sick
          sister    | sisters    | sœur        | sœurs        | f | kin     | young happy tired sad sick
          """,
          c -> new Noun(c[0], c[1], c[2], c[3], c[4].equals("f"), c[5], adjectives(c[6])));

  /** English singular and plural; masculine, before a vowel, feminine, before a vowel, plural. */
  static final List<Determiner> DETERMINERS =
      rows(
          """
          the   | the   | le    | le    | la    | la    | les
          a     | some  | un    | un    | une   | une   | des
          this  | these | ce    | cet   | cette | cette | ces
          my    | my    | mon   | mon   | ma    | mon   | mes
          your  | your  | ton   | ton   | ta    | ton   | tes
          his   | his   | son   | son   | sa    | son   | ses
          her   | her   | son   | son   | sa    | son   | ses
                | two   |       |       |       |       | deux
                | three |       |       |       |       | trois
          """,
          c -> new Determiner(c[0], c[1], c[2], c[3], c[4], c[5], c[6]));

  /** The determiners that are numbers. */
  static final List<Determiner> NUMBERS =
      DETERMINERS.stream().filter(determiner -> determiner.english().isEmpty()).toList();

  /**
   * Base, third person, -ing (none for a state), past; infinitive, present, participle; objects.
   */
  static final List<Verb> VERBS =
      rows(
          """
          see      | sees      |             | saw        | voir     | vois vois voit voyons voient                 | vu      | thing food animal person kin plant
          have     | has       |             |            |          | ai as a avons ont                            |         | thing food animal
          want     | wants     |             |            |          | veux veux veut voulons veulent               |         | thing food animal
          buy      | buys      | buying      | bought     | acheter  | achète achètes achète achetons achètent      | acheté  | thing food
          look for | looks for | looking for | looked for | chercher | cherche cherches cherche cherchons cherchent | cherché | thing animal person kin
          eat      | eats      | eating      | ate        | manger   | mange manges mange mangeons mangent          | mangé   | food
          love     | loves     |             |            |          | aime aimes aime aimons aiment                |         | person kin animal
          help     | helps     | helping     | helped     | aider    | aide aides aide aidons aident                | aidé    | person kin
          """,
          Lexicon::verb);

  /** Verbs without an object, in the same columns. */
  static final List<Verb> INTRANSITIVE =
      rows(
          """
          sleep | sleeps | sleeping | slept  | dormir     | dors dors dort dormons dorment                         | dormi     |
          work  | works  | working  | worked | travailler | travaille travailles travaille travaillons travaillent | travaillé |
          sing  | sings  | singing  | sang   | chanter    | chante chantes chante chantons chantent                | chanté    |
          """,
          Lexicon::verb);

  /** Reflexive in French, without an object in English; the French pronoun is not written here. */
  static final List<Verb> REFLEXIVE =
      rows(
          """
          get up      | gets up |                 | got up | lever    | lève lèves lève levons lèvent                | levé |
          rest        |         | resting         |        | reposer  | repose reposes repose reposons reposent      |      |
          get dressed |         | getting dressed |        | habiller | habille habilles habille habillons habillent |      |
          """,
          Lexicon::verb);

  /** {@code drink}, whose object is a substance. */
  static final Verb DRINK =
      verb("drink | drinks | drinking | | boire | bois bois boit buvons boivent | | ");

  /** {@code like}, of a whole kind: {@code I like coffee}. */
  static final Verb LIKE = verb("like | likes | | | | aime aimes aime aimons aiment | | ");

  static final Verb LIVE =
      verb("live | lives | | | | habite habites habite habitons habitent | | ");

  /** {@code come from} a land, which is a state. */
  static final Verb COME = verb("come | comes | | | | viens viens vient venons viennent | | ");

  /** {@code come from} a place in town, which is a motion. */
  static final Verb COMING =
      verb("come | comes | coming | | | viens viens vient venons viennent | | ");

  static final List<Mass> SUBSTANCES =
      rows(
          """
          bread  | pain    | m | eat
          meat   | viande  | f | eat
          soup   | soupe   | f | eat
          water  | eau     | f | drink
          milk   | lait    | m | drink
          coffee | café    | m | drink
          """,
          c -> new Mass(c[0], c[1], c[2].equals("f"), c[3].equals("drink")));

  static final List<Subject> PRONOUNS =
      rows(
          """
          I    | je   | 0 | m | ?
          you  | tu   | 1 | m | ?
          he   | il   | 2 | m | sure
          she  | elle | 2 | f | sure
          we   | nous | 3 | m | ?
          they | ils  | 4 | m | sure
          """,
          Lexicon::subject);

  /** The pronouns whose gender is certain. */
  static final List<Subject> HE_SHE_THEY = PRONOUNS.stream().filter(Subject::gendered).toList();

  static final List<Subject> NAMES =
      rows(
          """
          Paul            | Paul           | 2 | m | sure
          Marie           | Marie          | 2 | f | sure
          Alice           | Alice          | 2 | f | sure
          Paul and Marie  | Paul et Marie  | 4 | m | sure
          Marie and Alice | Marie et Alice | 4 | f | sure
          """,
          Lexicon::subject);

  /** English; French after être, aller, habiter; French after venir. Cities and countries. */
  static final List<PlaceName> LANDS =
      rows(
          """
          Paris             | à Paris          | de Paris
          London            | à Londres        | de Londres
          France            | en France        | de France
          Italy             | en Italie        | de Italie
          Japan             | à le Japon       | de le Japon
          the United States | à les États-Unis | de les États-Unis
          """,
          c -> new PlaceName(c[0], c[1], c[2]));

  /** The same for places in a town. */
  static final List<PlaceName> PLACES =
      rows(
          """
          the market   | à le marché  | de le marché
          the park     | à le parc    | de le parc
          the hospital | à le hôpital | de le hôpital
          the station  | à la gare    | de la gare
          the school   | à la école   | de la école
          """,
          c -> new PlaceName(c[0], c[1], c[2]));

  /** States that English is in and French has: {@code I am hungry}, {@code j'ai faim}. */
  static final List<FixedPhrase> SENSATIONS =
      rows(
          """
          hungry  | faim
          thirsty | soif
          cold    | froid
          hot     | chaud
          afraid  | peur
          """,
          Lexicon::words);

  /** Where small things and animals are. */
  static final List<FixedPhrase> SPOTS =
      rows(
          """
          on the table         | sur la table
          in the house         | dans la maison
          in the garden        | dans le jardin
          behind the tree      | derrière le arbre
          """,
          Lexicon::words);

  /** Every verb that takes an object. */
  static List<Verb> transitive() {
    return Stream.concat(VERBS.stream(), Stream.of(DRINK)).toList();
  }

  /** Adjectives by their English names. */
  static List<Adjective> adjectives(String names) {
    return Arrays.stream(names.split(" ")).map(Lexicon::adjective).toList();
  }

  private static Adjective adjective(String name) {
    return ADJECTIVES.stream().filter(a -> a.english().equals(name)).findFirst().get();
  }

  /** Nouns by their English names. */
  static List<Noun> named(String names) {
    List<String> all = List.of(names.split(" "));
    return NOUNS.stream().filter(noun -> all.contains(noun.english())).toList();
  }

  /** Nouns of the given kinds, in the lexicon's order. */
  static List<Noun> nouns(List<String> kinds) {
    return NOUNS.stream().filter(noun -> kinds.contains(noun.kind())).toList();
  }

  private static Verb verb(String row) {
    return verb(columns(row));
  }

  private static Verb verb(String[] c) {
    return new Verb(c[0], c[1], c[2], c[3], c[4], split(c[5]), c[6], split(c[7]));
  }

  private static Subject subject(String[] c) {
    boolean gendered = c[4].equals("sure");
    return new Subject(c[0], c[1], Integer.parseInt(c[2]), c[3].equals("f"), gendered);
  }

  private static FixedPhrase words(String[] c) {
    return new FixedPhrase(c[0], c[1]);
  }

  private static List<String> split(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  private static <T> List<T> rows(String text, Function<String[], T> entry) {
    return text.lines().map(Lexicon::columns).map(entry).toList();
  }

  private static String[] columns(String row) {
    return Arrays.stream(row.split("\\|", -1)).map(String::strip).toArray(String[]::new);
  }
}
