package seq2seq.grading.child;

import java.util.List;
import java.util.Map;

/**
 * Loads the learner's classes from memory: those that the parent has checked, and no others.
 *
 * <p>Library classes come first. What no exercise may use is not found at all: a second line of
 * defence behind the parent's check of the bytecode.
 */
final class LearnerLoader extends ClassLoader {
  private static final List<String> IN_SIGHT =
      List.of(
          "java.lang.",
          "java.util.",
          "java.math.",
          "java.io.PrintStream",
          "java.io.Serializable",
          "java.nio.charset.",
          "seq2seq.engine.",
          "seq2seq.graded.",
          "seq2seq.grading.Todo");
  private static final List<String> OUT_OF_SIGHT =
      List.of(
          "java.lang.invoke.",
          "java.lang.reflect.",
          "java.lang.ref.",
          "java.lang.foreign.",
          "java.util.jar.",
          "java.util.zip.",
          "java.util.logging.",
          "java.util.prefs.",
          "java.util.Formatter",
          "java.util.Scanner",
          "java.util.ServiceLoader");

  /** The JVM itself asks for these in the name of a class that has a lambda or joins texts. */
  private static final List<String> LINKING =
      List.of(
          "java.lang.invoke.CallSite",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.SerializedLambda",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.invoke.TypeDescriptor");

  private final Map<String, byte[]> classes;

  LearnerLoader(Map<String, byte[]> classes) {
    super(LearnerLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (classes.containsKey(name)) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }
    if (!isInSight(name)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  private static boolean isInSight(String name) {
    return LINKING.contains(name) || begins(name, IN_SIGHT) && !begins(name, OUT_OF_SIGHT);
  }

  private static boolean begins(String name, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private Class<?> define(String name) {
    byte[] bytes = classes.get(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  boolean isLearners(String className) {
    return classes.containsKey(className);
  }
}
