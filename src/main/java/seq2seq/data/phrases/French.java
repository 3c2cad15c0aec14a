package seq2seq.data.phrases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happens to French words when they meet: elision ({@code je aime} becomes {@code j'aime}) and
 * the contractions of {@code à} and {@code de} with the article ({@code au, aux, du, des}).
 *
 * <p>The grammar of {@link Phrases} writes every word in full and lets {@link #spelled} join them,
 * so that the rule stands in one place.
 */
final class French {
  private static final List<String> ELIDING =
      List.of("je", "me", "te", "se", "le", "la", "de", "ne", "que");

  /** Words that begin with a vowel letter or an h, and yet block elision (le hibou, le huit). */
  private static final List<String> ASPIRATED = List.of("hibou", "hiboux", "huit", "onze");

  private static final Map<String, String> CONTRACTED = new TreeMap<>();

  static {
    CONTRACTED.put("à le", "au");
    CONTRACTED.put("à les", "aux");
    CONTRACTED.put("de le", "du");
    CONTRACTED.put("de les", "des");
  }

  private French() {}

  /** Whether {@code word} begins with a vowel sound: {@code arbre}, {@code homme}, {@code œuf}. */
  static boolean startsWithVowelSound(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    char first = Normalizer.normalize(lower, Normalizer.Form.NFD).charAt(0);
    return "aeiouyhœ".indexOf(first) >= 0 && !ASPIRATED.contains(lower);
  }

  /** The sentence with its elisions and contractions, from words separated by single spaces. */
  static String spelled(String words) {
    List<String> left = List.of(words.split(" "));
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < left.size(); i++) {
      String word = left.get(i);
      String next = i + 1 < left.size() ? left.get(i + 1) : ".";
      String afterNext = i + 2 < left.size() ? left.get(i + 2) : ".";
      if (contracts(word, next, afterNext)) {
        spelled.append(CONTRACTED.get(word + " " + next)).append(' ');
        i++;
      } else if (elides(word, next)) {
        spelled.append(word, 0, word.length() - 1).append('\'');
      } else {
        spelled.append(word).append(' ');
      }
    }
    return spelled.toString().strip();
  }

  /** {@code de le chat} contracts; {@code de le arbre} does not, it becomes {@code de l'arbre}. */
  private static boolean contracts(String word, String next, String afterNext) {
    return CONTRACTED.containsKey(word + " " + next) && !elides(next, afterNext);
  }

  private static boolean elides(String word, String next) {
    boolean si = word.equals("si") && (next.equals("il") || next.equals("ils"));
    return si || (ELIDING.contains(word) && startsWithVowelSound(next));
  }
}
