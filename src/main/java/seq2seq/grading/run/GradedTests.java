package seq2seq.grading.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.Graded;

/** Which graded tests an exercise has, and what each is worth. */
public final class GradedTests {

  /** One test method. */
  public record GradedTest(Method method, int points) {
    /** The name of the method. */
    public String name() {
      return method.getName();
    }
  }

  private GradedTests() {}

  /**
   * The tests of {@code exercise}, the most points first.
   *
   * @throws IllegalStateException if its test class is missing
   */
  public static List<GradedTest> of(Exercise exercise) {
    return Arrays.stream(testClass(exercise).getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Graded.class))
        .filter(method -> graded(method).exercise().equals(exercise.id()))
        .map(method -> new GradedTest(method, graded(method).points()))
        .sorted(Comparator.comparing(GradedTest::points).reversed().thenComparing(GradedTest::name))
        .toList();
  }

  private static Graded graded(Method method) {
    return method.getAnnotation(Graded.class);
  }

  private static Class<?> testClass(Exercise exercise) {
    try {
      return Class.forName(exercise.gradedTest());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no graded test " + exercise.gradedTest(), missing);
    }
  }
}
