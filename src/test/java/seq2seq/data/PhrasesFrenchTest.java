package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The French of {@code phrases} against tables written here once more, apart from the grammar that
 * made it: a word's forms are looked up, never derived.
 */
class PhrasesFrenchTest {
  private static final List<Pair> PAIRS = ParallelCorpus.phrases().pairs();

  /** ms, fs, mp, fp: the genders and numbers that a form can have. */
  private static final Map<String, Set<String>> NOUNS =
      table(
          """
          ms: livre chapeau ordinateur arbre œuf gâteau chat chien cheval oiseau garçon enfant homme
          ms: frère pain lait café jardin marché parc hôpital
          fs: clé voiture maison fleur pomme orange fille femme sœur viande soupe eau table gare école
          mp: livres chapeaux ordinateurs arbres œufs gâteaux chats chiens chevaux oiseaux garçons
          mp: enfants hommes frères états-unis
          fp: clés voitures maisons fleurs pommes oranges filles femmes sœurs
          """);

  private static final Map<String, Set<String>> ADJECTIVES =
      table(
          """
          ms: petit grand beau bel vieux vieil nouveau nouvel bleu blanc cher heureux fatigué
          fs: petite grande belle vieille nouvelle bleue blanche chère heureuse fatiguée
          mp: petits grands beaux vieux nouveaux bleus blancs chers heureux fatigués
          fp: petites grandes belles vieilles nouvelles bleues blanches chères heureuses fatiguées
          ms: jeune rouge triste malade
          fs: jeune rouge triste malade
          mp: jeunes rouges tristes malades
          fp: jeunes rouges tristes malades
          """);

  private static final Map<String, Set<String>> DETERMINERS =
      table(
          """
          ms: le l' un ce cet du au mon ton son quel
          fs: la l' une cette ma ta sa mon ton son quelle
          mp: les des ces mes tes ses deux trois aux quels
          fp: les des ces mes tes ses deux trois aux quelles
          """);

  private static final Map<String, Set<String>> SUBJECTS =
      table(
          """
          ms: il Paul
          fs: elle Marie Alice
          mp: ils
          """);

  private static final Set<String> BEFORE =
      Set.of(
          ("petit petite petits petites grand grande grands grandes beau bel belle beaux belles vieux"
                  + " vieil vieille vieilles nouveau nouvel nouvelle nouveaux nouvelles jeune jeunes")
              .split(" "));

  private static final String VOWEL = "[aeiouyhàâéèêëîïôùûœ]";

  private static Map<String, Set<String>> table(String rows) {
    Map<String, Set<String>> table = new HashMap<>();
    for (String row : rows.strip().split("\n")) {
      String[] parts = row.split(": ");
      for (String word : parts[1].split(" ")) {
        table.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new HashSet<>()).add(parts[0]);
      }
    }
    return table;
  }

  private static List<String> tokens(String sentence) {
    String spaced = sentence.toLowerCase(Locale.ROOT).replace("'", "' ").replace(".", " .");
    return Arrays.stream(spaced.replace("aujourd' hui", "aujourd'hui").split(" ")).toList();
  }

  private static void none(String pattern) {
    Pattern wrong = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    assertThat(PAIRS).extracting(Pair::target).noneMatch(t -> wrong.matcher(t).find());
  }

  private static void some(String pattern) {
    assertThat(PAIRS).extracting(Pair::target).anyMatch(t -> t.matches(".*" + pattern + ".*"));
  }

  @Test
  void what_elides_elides_before_a_vowel_and_only_there() {
    none("(?<![\\p{L}-])(je|me|te|se|le|la|de|ne|que) " + VOWEL);
    none("(?<!aujourd)'(?!" + VOWEL + ")");
    none("\\bsi ils? ");
    some("n'habite pas");
    some("s'il ");
    some("l'œuf");
  }

  @Test
  void articles_contract() {
    none("(?<![\\p{L}-])(de|à) les? ");
    none("\\b(du|au) " + VOWEL);
    some("au Japon");
    some("aux États-Unis");
    some("du marché");
    some("à l'hôpital");
  }

  @Test
  void the_form_before_a_vowel_stands_before_a_vowel_and_only_there() {
    none("\\b(ce|ma|ta|sa|beau|nouveau) " + VOWEL + "(?!t\\b)");
    none("\\b(un|ce|mon|ton|son|le|quel) vieux " + VOWEL);
    none("\\b(cet|bel|vieil|nouvel) (?!" + VOWEL + ")");
    some("vieil homme");
    some("bel arbre");
    some("nouvel ordinateur");
    some("cet enfant");
    some("mon orange");
  }

  @Test
  void determiner_and_adjectives_agree_with_their_noun() {
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      for (int i = 0; i < tokens.size(); i++) {
        Set<String> noun = NOUNS.get(tokens.get(i));
        if (noun != null) {
          assertThat(around(tokens, i))
              .as("%s", pair)
              .allSatisfy(forms -> assertThat(forms).containsAnyElementsOf(noun));
        }
      }
    }
  }

  /** The forms of the adjectives on both sides of a noun and of the determiner before them. */
  private static List<Set<String>> around(List<String> tokens, int noun) {
    List<Set<String>> found = new ArrayList<>();
    int before = noun - 1;
    for (; before >= 0 && ADJECTIVES.containsKey(tokens.get(before)); before--) {
      found.add(ADJECTIVES.get(tokens.get(before)));
    }
    if (before >= 0 && DETERMINERS.containsKey(tokens.get(before))) {
      found.add(DETERMINERS.get(tokens.get(before)));
    }
    for (int i = noun + 1; ADJECTIVES.containsKey(tokens.get(i)); i++) {
      found.add(ADJECTIVES.get(tokens.get(i)));
    }
    return found;
  }

  @Test
  void every_countable_noun_has_a_determiner_before_it() {
    Set<String> others = Set.of("de", "d'", "en");
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      for (int i = 0; i < tokens.size(); i++) {
        if (NOUNS.containsKey(tokens.get(i))) {
          int before = i - 1;
          while (ADJECTIVES.containsKey(tokens.get(before))) {
            before--;
          }
          String determiner = tokens.get(before);
          assertThat(DETERMINERS.containsKey(determiner) || others.contains(determiner))
              .as("%s: %s", pair, determiner)
              .isTrue();
        }
      }
    }
  }

  @Test
  void adjectives_stand_on_their_side_of_the_noun() {
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      for (int i = 1; i + 1 < tokens.size(); i++) {
        String word = tokens.get(i);
        if (ADJECTIVES.containsKey(word)) {
          boolean nounFollows = NOUNS.containsKey(tokens.get(i + 1));
          boolean nounPrecedes = NOUNS.containsKey(tokens.get(i - 1));
          assertThat(BEFORE.contains(word) ? nounPrecedes : nounFollows).as("%s", pair).isFalse();
        }
      }
    }
  }

  @Test
  void what_follows_to_be_agrees_with_the_subject() {
    int checked = 0;
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      int be = Math.max(tokens.indexOf("est"), tokens.indexOf("sont"));
      Set<String> complement = be < 1 ? null : complement(tokens, be);
      Set<String> subject = be < 1 ? null : subject(tokens, be);
      if (complement != null && subject != null) {
        assertThat(complement).as("%s", pair).containsAnyElementsOf(subject);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(1_000);
  }

  private static Set<String> complement(List<String> tokens, int be) {
    int at = be + 1;
    while (Set.of("pas", "plus").contains(tokens.get(at))) {
      at++;
    }
    String word = tokens.get(at);
    return ADJECTIVES.containsKey(word) ? ADJECTIVES.get(word) : participle(word);
  }

  /** The participles with être: allé, allée, allés, allées. */
  private static Set<String> participle(String word) {
    for (String stem : List.of("allé", "arrivé", "parti", "levé")) {
      if (word.matches(stem + "e?s?")) {
        String ending = word.substring(stem.length());
        return Set.of((ending.startsWith("e") ? "f" : "m") + (ending.endsWith("s") ? "p" : "s"));
      }
    }
    return null;
  }

  /** Gender and number of the first noun, pronoun or names of the clause before the verb. */
  private static Set<String> subject(List<String> tokens, int be) {
    List<String> before = tokens.subList(0, be);
    int start =
        Math.max(
                before.lastIndexOf("qu'"),
                Math.max(before.lastIndexOf("que"), before.lastIndexOf("si")))
            + 1;
    List<String> clause = tokens.subList(start, be);
    if (clause.contains("et")) {
      return Set.of(clause.contains("paul") ? "mp" : "fp");
    }
    return clause.stream()
        .filter(word -> NOUNS.containsKey(word) || SUBJECTS.containsKey(word))
        .map(word -> NOUNS.containsKey(word) ? NOUNS.get(word) : SUBJECTS.get(word))
        .findFirst()
        .orElse(null);
  }

  @Test
  void a_participle_with_avoir_agrees_with_the_pronoun_before_it() {
    for (Pair pair : PAIRS) {
      String object = pair.source().replaceAll(".* (him|her|them)[.?]", "$1");
      boolean past = pair.source().matches(".*\\b(saw|helped|looked for|[Dd]id)\\b.*");
      if (past && Set.of("him", "her", "them").contains(object)) {
        String ending = Map.of("him", "", "her", "e", "them", "s").get(object);
        assertThat(pair.target()).matches(".*\\b(vu|aidé|cherché)" + ending + "(\\.| \\?)");
      }
    }
  }

  @Test
  void a_negation_has_both_its_parts() {
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      boolean ne = tokens.contains("ne") || tokens.contains("n'");
      boolean not = pair.source().matches(".*\\b(not|never|cannot)\\b.*");
      assertThat(ne).as("%s", pair).isEqualTo(not);
      assertThat(tokens.contains("pas") || tokens.contains("jamais")).as("%s", pair).isEqualTo(not);
    }
  }

  @Test
  void after_a_negation_an_indefinite_article_is_de() {
    for (Pair pair : PAIRS) {
      if (pair.source().matches(".*\\b(not|never|cannot)\\b.*")) {
        List<String> tokens = tokens(pair.target());
        int negation = Math.max(tokens.indexOf("pas"), tokens.indexOf("jamais"));
        List<String> after = tokens.subList(negation + 1, tokens.size());
        assertThat(after).as("%s", pair).doesNotContain("un", "une");
      }
    }
    some("pas de lait");
    some("jamais de viande");
    some("pas d'oranges");
  }

  @Test
  void before_an_adjective_that_precedes_its_noun_some_is_de() {
    for (Pair pair : PAIRS) {
      List<String> tokens = tokens(pair.target());
      for (int i = 0; i + 1 < tokens.size(); i++) {
        boolean adjective = BEFORE.contains(tokens.get(i + 1));
        assertThat(tokens.get(i).equals("des") && adjective).as("%s", pair).isFalse();
      }
    }
    some("de petit");
    some("des chapeaux rouges");
  }

  @Test
  void every_rule_has_its_sentences() {
    for (String words :
        ("J'ai faim|en France|à Londres|aux États-Unis|d'Italie|du Japon|Où sont mes|Il y a un chat"
                + "|Qu'est-ce que|Pourquoi est-ce que|Où est-ce que|Qui est-ce que|se lève|s'habille"
                + "|se sont levés|du pain|de l'eau|de la viande|l'a vue|les a vus|Quelles belles"
                + "|plus vieille que|qu'Alice")
            .split("\\|")) {
      some(Pattern.quote(words));
    }
  }
}
