package seq2seq.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
 *   <li>{@code classes:FOLDER}: the learner's class, compiled already.
 *   <li>{@code solutions}: the worked answer.
 *   <li>{@code lent:NUMBER}: one that a grader made, see {@link #lend}.
 *   <li>anything else: the full name of a class, one of a pool for example.
 * </ul>
 */
public final class Subjects {
  /** The name of the parameter that chooses. */
  public static final String PROPERTY = "seq2seq.subject";

  private static final String COMPILED = "classes:";
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
    if (choice.startsWith(COMPILED)) {
      return load(exercise, Path.of(choice.substring(COMPILED.length())));
    }
    return Class.forName(choice.equals("solutions") ? exercise.solution() : choice);
  }

  private static Class<?> fromSource(Exercise exercise) {
    try {
      Path classes = Files.createTempDirectory("starter");
      classes.toFile().deleteOnExit();
      StarterCompiler.Compiled compiled =
          StarterCompiler.compile(exercise, CourseFolder.find(), classes);
      if (!compiled.isWell()) {
        throw new IllegalStateException(compiled.errors().get(0));
      }
      return load(exercise, classes);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (ClassNotFoundException renamed) {
      throw new IllegalStateException(
          exercise.starterFile() + ": holds no class " + exercise.starter(), renamed);
    }
  }

  /** The loader is never closed: the subject may load a class of its own at any time. */
  @SuppressWarnings("resource")
  private static Class<?> load(Exercise exercise, Path classes) throws ClassNotFoundException {
    try {
      URL[] only = {classes.toUri().toURL()};
      return new URLClassLoader(only, Subjects.class.getClassLoader())
          .loadClass(exercise.starter());
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
