package seq2seq.solutions.kit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.grading.Exercise;

/** The known answers of an exercise: the nested classes of the class named after it. */
public final class Pool {
  private Pool() {}

  /** The known wrong ones that come to an end, by name. */
  public static List<Class<?>> wrong(Exercise exercise) {
    return wrong(exercise, false);
  }

  /** The known wrong ones that do not come to an end: to be run in a process of their own. */
  public static List<Class<?>> endless(Exercise exercise) {
    return wrong(exercise, true);
  }

  private static List<Class<?>> wrong(Exercise exercise, boolean endless) {
    return members(exercise)
        .filter(type -> type.isAnnotationPresent(Wrong.class))
        .filter(type -> type.getAnnotation(Wrong.class).endless() == endless)
        .toList();
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
