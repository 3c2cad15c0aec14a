package seq2seq.grading.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How close the submissions of a class are to each other.
 *
 * <p>A fingerprint weighs more the fewer have it: {@code ln(S / s)} where {@code s} of {@code S}
 * students do. What a quarter of the class has is how one writes this exercise, and weighs nothing;
 * so does what stands in the starter. In an exercise a pair shares the weight of what both have, of
 * the weight of the lighter of the two; its share is the mean of these squared over all exercises,
 * by weight. The square tells a copied exercise, which counts whole, from the same idea in another
 * hand, of which a part is the same and counts little.
 *
 * <p>The line above which a pair is worth a look is drawn by the class itself: {@value #DEVIATIONS}
 * robust standard deviations above the median of all pairs, and never below {@value #LEAST}.
 */
public final class Similarity {
  private static final double DEVIATIONS = 8;
  private static final double LEAST = 0.25;

  /** The median of distances from the median of a normal distribution, times this, is its sigma. */
  private static final double NORMAL = 1.4826;

  private static final int COMMON = 4;

  /**
   * Two submissions.
   *
   * @param one the number of a student
   * @param other the number of a student after it
   * @param share from 0 to 1
   * @param exercises the share of each exercise in what they have in common, from 0 to 1
   */
  public record Pair(int one, int other, double share, Map<String, Double> exercises) {}

  private final List<Map<String, Set<Long>>> prints = new ArrayList<>();
  private final List<Pair> pairs;
  private final double line;

  /**
   * Compares a class.
   *
   * @param students what each handed in: the text by the number of the exercise
   * @param starters what everybody was given, in the same form
   */
  public Similarity(List<Map<String, String>> students, Map<String, String> starters) {
    Map<String, Set<Long>> given = prints(starters);
    for (Map<String, String> texts : students) {
      Map<String, Set<Long>> own = prints(texts);
      own.forEach((exercise, set) -> set.removeAll(given.getOrDefault(exercise, Set.of())));
      prints.add(own);
    }
    Map<String, Map<Long, Double>> weights = weights();
    pairs = pairs(weights, totals(weights));
    line = line();
  }

  private static Map<String, Set<Long>> prints(Map<String, String> texts) {
    Map<String, Set<Long>> prints = new TreeMap<>();
    texts.forEach(
        (exercise, text) -> prints.put(exercise, Winnowing.fingerprints(Tokens.of(text))));
    return prints;
  }

  private Map<String, Map<Long, Double>> weights() {
    Map<String, Map<Long, Double>> counts = new TreeMap<>();
    for (Map<String, Set<Long>> own : prints) {
      own.forEach(
          (exercise, set) -> {
            Map<Long, Double> of = counts.computeIfAbsent(exercise, e -> new HashMap<>());
            set.forEach(print -> of.merge(print, 1.0, Double::sum));
          });
    }
    double all = prints.size();
    double most = Math.max(COMMON - 1, all / COMMON);
    counts.values().forEach(of -> of.replaceAll((p, n) -> n > most ? 0 : StrictMath.log(all / n)));
    return counts;
  }

  /** What each exercise of each student weighs. */
  private List<Map<String, Double>> totals(Map<String, Map<Long, Double>> weights) {
    List<Map<String, Double>> totals = new ArrayList<>();
    for (Map<String, Set<Long>> own : prints) {
      Map<String, Double> total = new TreeMap<>();
      own.forEach((exercise, set) -> total.put(exercise, weight(set, weights.get(exercise))));
      totals.add(total);
    }
    return totals;
  }

  /** In one order, on which the last bits of a sum depend. */
  private static double weight(Collection<Long> set, Map<Long, Double> weights) {
    return set.stream().sorted().mapToDouble(weights::get).sum();
  }

  /** A submission with next to nothing in it is close to nobody: the lighter is half the median. */
  private List<Pair> pairs(
      Map<String, Map<Long, Double>> weights, List<Map<String, Double>> totals) {
    double[] sums = totals.stream().mapToDouble(Similarity::sum).toArray();
    double least = median(sums) / 2;
    List<Pair> all = new ArrayList<>();
    for (int one = 0; one < prints.size(); one++) {
      for (int other = one + 1; other < prints.size(); other++) {
        double lighter = Math.max(least, Math.min(sums[one], sums[other]));
        all.add(pair(one, other, weights, totals, lighter));
      }
    }
    all.sort(Comparator.comparingDouble(Pair::share).reversed());
    return List.copyOf(all);
  }

  private static double sum(Map<String, Double> total) {
    return total.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Pair pair(
      int one,
      int other,
      Map<String, Map<Long, Double>> weights,
      List<Map<String, Double>> totals,
      double lighter) {
    Map<String, Double> shared = new TreeMap<>();
    for (Map.Entry<String, Set<Long>> each : prints.get(one).entrySet()) {
      String exercise = each.getKey();
      Set<Long> theirs = prints.get(other).getOrDefault(exercise, Set.of());
      List<Long> both = each.getValue().stream().filter(theirs::contains).toList();
      double weight = weight(both, weights.get(exercise));
      if (weight > 0) {
        double all = Math.min(totals.get(one).get(exercise), totals.get(other).get(exercise));
        shared.put(exercise, weight * weight / all);
      }
    }
    double sum = sum(shared);
    shared.replaceAll((exercise, weight) -> weight / sum);
    return new Pair(one, other, lighter == 0 ? 0 : Math.min(1, sum / lighter), shared);
  }

  private double line() {
    double[] shares = pairs.stream().mapToDouble(Pair::share).toArray();
    double median = median(shares);
    double spread = median(Arrays.stream(shares).map(s -> Math.abs(s - median)).toArray());
    return Math.max(LEAST, median + DEVIATIONS * NORMAL * spread);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** All pairs, the closest first. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** The share above which a pair is closer than this class is, from 0 to 1 or above. */
  public double threshold() {
    return line;
  }

  /** The pairs above the line, the closest first. */
  public List<Pair> close() {
    return pairs.stream().filter(pair -> pair.share() > line).toList();
  }
}
