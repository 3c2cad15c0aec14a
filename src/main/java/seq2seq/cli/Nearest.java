package seq2seq.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The one of {@code candidates} that is fewest edits away from {@code typed} (the first of
   * equals, in their order), or empty if none is close: at most a third of its letters, and at
   * least one, may be wrong. A word that {@code typed} begins counts as one edit away.
   */
  public static Optional<String> to(String typed, Collection<String> candidates) {
    return candidates.stream()
        .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  private static int distance(String typed, String word) {
    return typed.length() > 1 && word.startsWith(typed) ? 1 : edits(typed, word);
  }

  /**
   * The least number of letters to insert, delete, replace or swap with a neighbour that turns
   * {@code a} into {@code b} (optimal string alignment).
   */
  static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    return swapped(a, b, i, j) ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
