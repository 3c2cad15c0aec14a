package seq2seq.grading.similar;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fingerprints of a sequence of tokens: of every {@value #WINDOW} neighbouring runs of {@value
 * #RUN} tokens the one with the least hash. Two texts that have {@code WINDOW + RUN - 1} tokens in
 * a row in common share a fingerprint, wherever these stand; no run shorter than {@value #RUN} ever
 * counts.
 *
 * @see <a href="https://theory.stanford.edu/~aiken/publications/papers/sigmod03.pdf">Schleimer,
 *     Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD
 *     2003</a>
 */
final class Winnowing {
  static final int RUN = 9;
  static final int WINDOW = 4;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Winnowing() {}

  /** The fingerprints of these tokens; none if they are fewer than {@value #RUN}. */
  static Set<Long> fingerprints(List<String> tokens) {
    int runs = tokens.size() - RUN + 1;
    long[] hashes = new long[Math.max(0, runs)];
    for (int i = 0; i < runs; i++) {
      hashes[i] = hash(tokens.subList(i, i + RUN));
    }
    Set<Long> chosen = new HashSet<>();
    for (int from = 0; from < hashes.length; from++) {
      int to = Math.min(hashes.length, from + WINDOW);
      if (to - from == WINDOW || from == 0) {
        chosen.add(Arrays.stream(hashes, from, to).min().getAsLong());
      }
    }
    return chosen;
  }

  /**
   * FNV-1a over the characters, whose bits are then mixed: near texts must not have near hashes.
   */
  private static long hash(List<String> tokens) {
    long hash = OFFSET;
    for (String token : tokens) {
      for (int i = 0; i < token.length(); i++) {
        hash = (hash ^ token.charAt(i)) * PRIME;
      }
      hash = (hash ^ ' ') * PRIME;
    }
    return (hash ^ hash >>> 32) * PRIME;
  }
}
