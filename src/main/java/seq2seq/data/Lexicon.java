package seq2seq.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of {@code phrases}, written by hand with what grammar needs to know of them: a line a
 * word, columns between bars.
 *
 * <p>Chosen so that one English word has one French translation here, and so that every rule has
 * several words that obey it: vowels and mute h for elision ({@code orange, hôpital}), an h that
 * blocks it ({@code hibou}), adjectives with a form of their own before a vowel ({@code vieil}),
 * irregular plurals ({@code chevaux}).
 */
final class Lexicon {
  private Lexicon() {}

  /** English, comparative; masculine, before a vowel, feminine, plurals; place. */
  private static final List<Adjective> ADJECTIVES =
      rows(
          """
          small       | smaller        | petit       | petit       | petite       | petits       | petites       | before
          big         | bigger         | grand       | grand       | grande       | grands       | grandes       | before
          beautiful   | more beautiful | beau        | bel         | belle        | beaux        | belles        | before
          old         | older          | vieux       | vieil       | vieille      | vieux        | vieilles      | before
          new         |                | nouveau     | nouvel      | nouvelle     | nouveaux     | nouvelles     | before
          young       | younger        | jeune       | jeune       | jeune        | jeunes       | jeunes        | before
          red         |                | rouge       | rouge       | rouge        | rouges       | rouges        | after
          green       |                | vert        | vert        | verte        | verts        | vertes        | after
          blue        |                | bleu        | bleu        | bleue        | bleus        | bleues        | after
          black       |                | noir        | noir        | noire        | noirs        | noires        | after
          white       |                | blanc       | blanc       | blanche      | blancs       | blanches      | after
          expensive   | more expensive | cher        | cher        | chère        | chers        | chères        | after
          interesting |                | intéressant | intéressant | intéressante | intéressants | intéressantes | after
          happy       |                | heureux     | heureux     | heureuse     | heureux      | heureuses     | after
          tired       |                | fatigué     | fatigué     | fatiguée     | fatigués     | fatiguées     | after
          sad         |                | triste      | triste      | triste       | tristes      | tristes       | after
          sick        |                | malade      | malade      | malade       | malades      | malades       | after
          famous      | more famous    | célèbre     | célèbre     | célèbre      | célèbres     | célèbres      | after
          """,
          c -> new Adjective(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7].equals("before")));

  private static final Map<String, Adjective> ADJECTIVE =
      ADJECTIVES.stream().collect(Collectors.toMap(Adjective::english, a -> a));

  /** English, plural; French, plural; gender; kind; adjectives that make sense with it. */
  private static final List<Noun> NOUNS =
      rows(
          """
          book     | books     | livre     | livres     | m | text    | old new interesting red blue
          letter   | letters   | lettre    | lettres    | f | text    | old new beautiful interesting
          hat      | hats      | chapeau   | chapeaux   | m | thing   | old new beautiful red green blue black white expensive
          coat     | coats     | manteau   | manteaux   | m | thing   | old new beautiful red green blue black white expensive
          dress    | dresses   | robe      | robes      | f | thing   | old new beautiful red green blue black white expensive
          bag      | bags      | sac       | sacs       | m | thing   | small big old new red green blue black white
          key      | keys      | clé       | clés       | f | thing   | small old new
          car      | cars      | voiture   | voitures   | f | thing   | small big old new red green blue black white expensive
          bike     | bikes     | vélo      | vélos      | m | thing   | small old new red green blue black white expensive
          boat     | boats     | bateau    | bateaux    | m | thing   | small big old new beautiful blue white
          house    | houses    | maison    | maisons    | f | thing   | small big old new beautiful blue white expensive
          umbrella | umbrellas | parapluie | parapluies | m | thing   | small big old new red green blue black
          picture  | pictures  | image     | images     | f | thing   | small big old beautiful interesting
          flower   | flowers   | fleur     | fleurs     | f | thing   | small beautiful red blue white
          tree     | trees     | arbre     | arbres     | m | plant   | small big old beautiful
          door     | doors     | porte     | portes     | f | opening | small big old new green blue white
          window   | windows   | fenêtre   | fenêtres   | f | opening | small big old new
          apple    | apples    | pomme     | pommes     | f | food    | small big beautiful red green
          orange   | oranges   | orange    | oranges    | f | food    | small big beautiful
          egg      | eggs      | œuf       | œufs       | m | food    | small big white
          cake     | cakes     | gâteau    | gâteaux    | m | food    | small big beautiful white expensive
          cat      | cats      | chat      | chats      | m | animal  | small big old beautiful black white happy tired sad sick
          dog      | dogs      | chien     | chiens     | m | animal  | small big old beautiful black white happy tired sad sick
          horse    | horses    | cheval    | chevaux    | m | animal  | small big old beautiful black white happy tired sad sick
          bird     | birds     | oiseau    | oiseaux    | m | animal  | small big beautiful red green blue black white sick
          owl      | owls      | hibou     | hiboux     | m | animal  | small big old beautiful white tired
          boy      | boys      | garçon    | garçons    | m | person  | young happy tired sad sick
          girl     | girls     | fille     | filles     | f | person  | young happy tired sad sick
          child    | children  | enfant    | enfants    | m | person  | young happy tired sad sick
          man      | men       | homme     | hommes     | m | person  | young old happy tired sad sick famous
          woman    | women     | femme     | femmes     | f | person  | young old happy tired sad sick famous
          king     | kings     | roi       | rois       | m | person  | young old happy tired sad sick famous
          queen    | queens    | reine     | reines     | f | person  | young old happy tired sad sick famous
          brother  | brothers  | frère     | frères     | m | kin     | young happy tired sad sick famous
          sister   | sisters   | sœur      | sœurs      | f | kin     | young happy tired sad sick famous
          uncle    | uncles    | oncle     | oncles     | m | kin     | old happy tired sad sick famous
          aunt     | aunts     | tante     | tantes     | f | kin     | old happy tired sad sick famous
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
          our   | our   | notre | notre | notre | notre | nos
          their | their | leur  | leur  | leur  | leur  | leurs
                | two   |       |       |       |       | deux
                | three |       |       |       |       | trois
                | ten   |       |       |       |       | dix
          """,
          c -> new Determiner(c[0], c[1], c[2], c[3], c[4], c[5], c[6]));

  /** The determiners that are numbers. */
  static final List<Determiner> NUMBERS =
      DETERMINERS.stream().filter(determiner -> !determiner.hasSingular()).toList();

  /**
   * Base, third person, -ing (none for a state), past; infinitive, present, participle; objects.
   */
  static final List<Verb> VERBS =
      rows(
          """
          see      | sees      |             | saw        | voir     | vois vois voit voyons voient                | vu      | thing text food animal person kin plant
          have     | has       |             |            |          | ai as a avons ont                           |         | thing text food animal
          want     | wants     |             |            |          | veux veux veut voulons veulent              |         | thing food animal
          buy      | buys      | buying      | bought     | acheter  | achète achètes achète achetons achètent     | acheté  | thing food
          look for | looks for | looking for | looked for | chercher | cherche cherches cherche cherchons cherchent | cherché | thing text animal person kin
          find     |           |             | found      | trouver  |                                             | trouvé  | thing text animal
          lose     |           |             | lost       |          |                                             | perdu   | thing text
          write    | writes    | writing     | wrote      | écrire   | écris écris écrit écrivons écrivent         | écrit   | text
          eat      | eats      | eating      | ate        | manger   | mange manges mange mangeons mangent         | mangé   | food
          open     | opens     | opening     | opened     | ouvrir   | ouvre ouvres ouvre ouvrons ouvrent          | ouvert  | opening text
          love     | loves     |             |            |          | aime aimes aime aimons aiment               |         | person kin animal
          help     | helps     | helping     | helped     | aider    | aide aides aide aidons aident               | aidé    | person kin
          wait for | waits for | waiting for | waited for | attendre | attends attends attend attendons attendent  | attendu | person kin
          """,
          Lexicon::verb);

  /** Verbs without an object, in the same columns. */
  static final List<Verb> INTRANSITIVE =
      rows(
          """
          sleep | sleeps | sleeping | slept  | dormir     | dors dors dort dormons dorment                       | dormi     |
          work  | works  | working  | worked | travailler | travaille travailles travaille travaillons travaillent | travaillé |
          sing  | sings  | singing  | sang   | chanter    | chante chantes chante chantons chantent              | chanté    |
          """,
          Lexicon::verb);

  /** Reflexive in French, without an object in English; the French pronoun is not written here. */
  static final List<Verb> REFLEXIVE =
      rows(
          """
          get up      | gets up      | | got up | lever     | lève lèves lève levons lèvent               | levé |
          wake up     | wakes up     | |        | réveiller | réveille réveilles réveille réveillons réveillent | |
          rest        | rests        | |        | reposer   | repose reposes repose reposons reposent     |      |
          get dressed | gets dressed | |        | habiller  | habille habilles habille habillons habillent |     |
          """,
          Lexicon::verb);

  /** {@code drink}, whose object is a substance. */
  static final Verb DRINK =
      verb("drink | drinks | drinking | drank | boire | bois bois boit buvons boivent | bu | ");

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
          cheese | fromage | m | eat
          meat   | viande  | f | eat
          soup   | soupe   | f | eat
          water  | eau     | f | drink
          milk   | lait    | m | drink
          coffee | café    | m | drink
          tea    | thé     | m | drink
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
          Paul           | Paul           | 2 | m | sure
          Luc            | Luc            | 2 | m | sure
          Marie          | Marie          | 2 | f | sure
          Alice          | Alice          | 2 | f | sure
          Paul and Marie | Paul et Marie  | 4 | m | sure
          Luc and Alice  | Luc et Alice   | 4 | m | sure
          Paul and Luc   | Paul et Luc    | 4 | m | sure
          Marie and Alice | Marie et Alice | 4 | f | sure
          """,
          Lexicon::subject);

  /** English; French after être, aller, habiter; French after venir. Cities and countries. */
  static final List<Place> LANDS =
      rows(
          """
          Paris             | à Paris         | de Paris
          London            | à Londres       | de Londres
          Rome              | à Rome          | de Rome
          France            | en France       | de France
          Italy             | en Italie       | de Italie
          Spain             | en Espagne      | de Espagne
          Japan             | à le Japon      | de le Japon
          Canada            | à le Canada     | de le Canada
          the United States | à les États-Unis | de les États-Unis
          """,
          c -> new Place(c[0], c[1], c[2]));

  /** The same for places in a town. */
  static final List<Place> PLACES =
      rows(
          """
          the market   | à le marché   | de le marché
          the museum   | à le musée    | de le musée
          the park     | à le parc     | de le parc
          the hospital | à le hôpital  | de le hôpital
          the hotel    | à le hôtel    | de le hôtel
          the station  | à la gare     | de la gare
          the beach    | à la plage    | de la plage
          the school   | à la école    | de la école
          """,
          c -> new Place(c[0], c[1], c[2]));

  /** States that English is in and French has: {@code I am hungry}, {@code j'ai faim}. */
  static final List<Words> SENSATIONS =
      rows(
          """
          hungry  | faim
          thirsty | soif
          cold    | froid
          hot     | chaud
          afraid  | peur
          right   | raison
          """,
          Lexicon::words);

  /** Where small things and animals are. */
  static final List<Words> SPOTS =
      rows(
          """
          on the table           | sur la table
          under the table        | sous la table
          in the house           | dans la maison
          in the garden          | dans le jardin
          behind the tree        | derrière le arbre
          in front of the door   | devant la porte
          """,
          Lexicon::words);

  /** Every verb that takes an object. */
  static List<Verb> transitive() {
    return Stream.concat(VERBS.stream(), Stream.of(DRINK)).toList();
  }

  /** Adjectives by their English names. */
  static List<Adjective> adjectives(String names) {
    return Arrays.stream(names.split(" ")).map(ADJECTIVE::get).toList();
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

  private static Words words(String[] c) {
    return new Words(c[0], c[1]);
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
