package seq2seq.grading.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a class has misunderstood: the mistakes that the graded tests named, and how many students
 * made each. A message is {@code label: what for which input: the mistake}.
 */
final class Misconceptions {
  private static final String INPUT = " for ";
  private static final String MISTAKE = ": ";

  /**
   * One mistake.
   *
   * @param exercise its number and title
   * @param mistake in the words of the test
   * @param students how many made it
   */
  record Seen(String exercise, String mistake, int students) {}

  private Misconceptions() {}

  /** The mistakes of these grades, the most common first. */
  static List<Seen> of(List<Grade> grades) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (Grade grade : grades) {
      Set<List<String>> own = new LinkedHashSet<>();
      for (ExerciseGrade exercise : grade.exercises()) {
        for (String reason : exercise.reasons()) {
          mistake(exercise, reason).ifPresent(it -> own.add(List.of(exercise.label(), it)));
        }
      }
      own.forEach(each -> counts.merge(each, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(each -> new Seen(each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .sorted(Comparator.comparingInt(Seen::students).reversed())
        .toList();
  }

  private static Optional<String> mistake(ExerciseGrade exercise, String reason) {
    if (!reason.startsWith(exercise.label() + MISTAKE)) {
      return Optional.empty();
    }
    int input = reason.indexOf(INPUT, exercise.label().length());
    int mistake = input < 0 ? -1 : reason.indexOf(MISTAKE, input);
    return mistake < 0
        ? Optional.empty()
        : Optional.of(reason.substring(mistake + MISTAKE.length()).replaceFirst("\\.$", ""));
  }
}
