package seq2seq.solutions.kit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.grading.Exercise;

/** The known answers of an exercise: the nested classes of the class named after it. */
public final class Pool {
  private Pool() {}

  /** The known wrong ones, by name. */
  public static List<Class<?>> wrong(Exercise exercise) {
    return members(exercise).filter(type -> type.isAnnotationPresent(Wrong.class)).toList();
  }

  /** The differently written right ones, by name. */
  public static List<Class<?>> right(Exercise exercise) {
    return members(exercise).filter(type -> type.isAnnotationPresent(Right.class)).toList();
  }

  private static Stream<Class<?>> members(Exercise exercise) {
    try {
      String pool = exercise.solution().replaceFirst("\\.My", ".") + "Pool";
      return Arrays.stream(Class.forName(pool).getDeclaredClasses())
          .sorted(Comparator.comparing(Class::getName));
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no pool for exercise " + exercise.label(), missing);
    }
  }
}
