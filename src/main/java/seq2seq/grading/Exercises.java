package seq2seq.grading;

import java.util.List;
import seq2seq.files.TextFile;
import seq2seq.grading.terms.CourseTerms;
import seq2seq.language.Texts;

/**
 * The exercises of the course: all of them, 100 points, unless the teacher's {@link CourseTerms}
 * say which ones count, and for how much.
 *
 * <p>Read from the resource {@code /seq2seq/exercises.tsv}, which {@code exercises/graded} brings
 * with it: number, points, R (rebuild) or E (extend), title, interface and the title in Chinese,
 * separated by tabs. The interface is empty for an exercise that is not here yet.
 */
public final class Exercises {
  private static final String RESOURCE = "/seq2seq/exercises.tsv";
  private static final Texts TEXTS = Texts.of(Exercises.class);

  private Exercises() {}

  /** The exercises that count in their order, with their points here. */
  public static List<Exercise> all() {
    return terms().exercises();
  }

  /** The points of all of them. */
  public static int points() {
    return terms().possible();
  }

  /**
   * What the teacher asks.
   *
   * @throws seq2seq.files.FileException if the teacher's file says what it cannot mean
   */
  public static CourseTerms terms() {
    return CourseTerms.current(written());
  }

  /** All that were written; none when {@code exercises/graded} is not on the class path. */
  static List<Exercise> written() {
    return TextFile.resource(Exercises.class, RESOURCE).lines().map(Exercise::parse).toList();
  }

  /**
   * The exercise of this number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Exercise find(String id) {
    return all().stream()
        .filter(exercise -> exercise.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(TEXTS.get("exercise.none", id)));
  }

  /**
   * What {@code asked} stands for: all (empty), a chapter ({@code 6}) or one exercise ({@code
   * 6.2}).
   *
   * @throws IllegalArgumentException if that is no exercise at all
   */
  public static List<Exercise> asked(String asked) {
    List<Exercise> found =
        all().stream()
            .filter(e -> asked.isEmpty() || e.id().equals(asked) || e.id().startsWith(asked + "."))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(TEXTS.get("exercise.none.asked", asked));
    }
    return found;
  }
}
