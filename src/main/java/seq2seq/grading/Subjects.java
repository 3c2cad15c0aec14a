package seq2seq.grading;

import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Decides which implementation a graded test is given.
 *
 * <p>The choice is a text, read by JUnit from the configuration parameter or system property {@link
 * #PROPERTY}:
 *
 * <ul>
 *   <li>{@code starters}, or nothing: the learner's class, compiled from its source. So Maven and
 *       an IDE grade what was saved last, and a broken file breaks nothing but its own exercise.
 *   <li>{@code solutions}: the worked answer.
 *   <li>{@code lent:NUMBER}: one that a grader made, see {@link #lend}.
 *   <li>anything else: the full name of a class, one of a pool for example.
 * </ul>
 */
public final class Subjects {
  /** The name of the parameter that chooses. */
  public static final String PROPERTY = "seq2seq.subject";

  private static final String LENT = "lent:";
  private static final AtomicLong LOANS = new AtomicLong();
  private static final Map<String, Supplier<?>> LENDERS = new ConcurrentHashMap<>();
  private static final Map<String, Class<?>> STARTERS = new ConcurrentHashMap<>();

  private Subjects() {}

  /**
   * Lets tests of this JVM have subjects that {@code maker} makes, one a test.
   *
   * @return the choice that stands for them, until it is {@linkplain #takeBack taken back}
   */
  public static String lend(Supplier<?> maker) {
    String choice = LENT + LOANS.incrementAndGet();
    LENDERS.put(choice, maker);
    return choice;
  }

  /** Ends a loan. */
  public static void takeBack(String choice) {
    LENDERS.remove(choice);
  }

  /**
   * A new subject.
   *
   * @param choice as above
   * @throws IllegalStateException if there is none; the message says why, with file and line
   */
  public static Object create(Exercise exercise, String choice) {
    if (choice.startsWith(LENT)) {
      return LENDERS.get(choice).get();
    }
    try {
      Constructor<?> constructor = type(exercise, choice).getDeclaredConstructor();
      constructor.setAccessible(true); // a class that is not public will do
      return constructor.newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(
          exercise.label() + ": cannot make a subject, " + missing, missing);
    }
  }

  private static Class<?> type(Exercise exercise, String choice) throws ClassNotFoundException {
    if (choice.equals("starters")) {
      return STARTERS.computeIfAbsent(exercise.id(), id -> fromSource(exercise));
    }
    return Class.forName(choice.equals("solutions") ? exercise.solution() : choice);
  }

  private static Class<?> fromSource(Exercise exercise) {
    StarterFile file = StarterFile.read(CourseFolder.find(), exercise);
    if (!file.problem().isEmpty()) {
      throw new IllegalStateException(exercise.starterFile() + ": " + file.problem());
    }
    StarterCompiler.Compiled compiled = StarterCompiler.compile(exercise, file.text());
    if (!compiled.isWell()) {
      throw new IllegalStateException(compiled.errors().get(0));
    }
    try {
      return new CompiledLoader(compiled.classes()).loadClass(exercise.starter());
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(
          exercise.starterFile() + ": holds no class " + exercise.starter(), renamed);
    }
  }

  /** Loads what javac has just made. */
  private static final class CompiledLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    CompiledLoader(Map<String, byte[]> classes) {
      super(Subjects.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
