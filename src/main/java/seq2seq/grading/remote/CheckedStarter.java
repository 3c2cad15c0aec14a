package seq2seq.grading.remote;

import java.util.List;
import java.util.Map;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterCompiler;
import seq2seq.grading.allow.AllowList;
import seq2seq.grading.allow.ErrorCatching;
import seq2seq.grading.allow.TodoCheck;

/**
 * A learner's class, compiled and looked at: all that a grader must know before it runs.
 *
 * @param classes class files by class name
 * @param errors why it does not compile, one line each
 * @param violations what it uses and may not, one line each with file and line
 * @param gaveUp true if javac has not done its work
 * @param isUntouched true if nobody has written anything into it
 * @param catchesErrors true if it may hide a stack that overflowed
 */
public record CheckedStarter(
    Map<String, byte[]> classes,
    List<String> errors,
    List<String> violations,
    boolean gaveUp,
    boolean isUntouched,
    boolean catchesErrors) {
  /** Of class files: javac writes a block behind {@code finally} once for each way out of it. */
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Compiles and checks this source.
   *
   * @throws seq2seq.grading.GraderTrouble if javac does not work here
   */
  public static CheckedStarter of(Exercise exercise, String source) {
    StarterCompiler.Compiled compiled = StarterCompiler.compile(exercise, source);
    if (!compiled.isWell()) {
      return failed(compiled);
    }
    Map<String, byte[]> classes = compiled.classes();
    String unfit = unfit(exercise, classes);
    return unfit.isEmpty()
        ? checked(exercise, classes, source)
        : failed(
            new StarterCompiler.Compiled(
                Map.of(), List.of(exercise.starterFile() + ": " + unfit), false));
  }

  /** One that did not compile. */
  static CheckedStarter failed(StarterCompiler.Compiled compiled) {
    return new CheckedStarter(
        Map.of(), compiled.errors(), List.of(), compiled.gaveUp(), false, false);
  }

  private static String unfit(Exercise exercise, Map<String, byte[]> classes) {
    if (!classes.containsKey(exercise.starter())) {
      return "holds no class " + exercise.starter();
    }
    int bytes = classes.values().stream().mapToInt(each -> each.length).sum();
    return bytes > MOST_BYTES ? "compiles to more than 1 MB of classes" : "";
  }

  private static CheckedStarter checked(
      Exercise exercise, Map<String, byte[]> classes, String source) {
    List<String> violations = allowList(exercise).violations(classes, source.lines().toList());
    return new CheckedStarter(
        classes,
        List.of(),
        violations,
        false,
        TodoCheck.isUntouched(classes.get(exercise.starter())),
        ErrorCatching.isIn(classes.values()));
  }

  /** What a class of this exercise may use. */
  public static AllowList allowList(Exercise exercise) {
    return new AllowList(exercise, ChildJar.neighbours(ChildJar.specification(exercise)));
  }
}
