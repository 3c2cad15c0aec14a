package seq2seq.grading.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.StarterFile;
import seq2seq.grading.Subjects;
import seq2seq.grading.Todo;
import seq2seq.grading.remote.CheckedStarter;
import seq2seq.grading.remote.RemoteExercise;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.TestResult.Status;

/**
 * Grades the learner's class of an exercise: compiles it by itself, checks what it uses, then runs
 * its tests here, on a subject that lives in a process of its own.
 *
 * <p>Trouble on our own side is no score: it is tried again with new processes, and if that does
 * not help, the exercise is {@linkplain ExerciseScore#notGraded not graded}.
 */
public final class Grader {
  private static final long SEED = 1;
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 50;

  private final Function<Exercise, StarterFile> files;
  private final Limits limits;
  private final boolean checks;
  private final Compiler compiler;

  /** Compiles and checks, as {@link CheckedStarter#of} does. */
  public interface Compiler {
    /** Compiles the text of the class of {@code exercise}. */
    CheckedStarter compile(Exercise exercise, String source);
  }

  /** Grades the starters of the course in this folder, with javac in this JVM. */
  public Grader(Path course, Limits limits) {
    this(exercise -> StarterFile.read(course, exercise), limits, CheckedStarter::of);
  }

  /** Grades the texts that {@code files} gives, compiled by {@code compiler}. */
  public Grader(Function<Exercise, StarterFile> files, Limits limits, Compiler compiler) {
    this(files, limits, true, compiler);
  }

  private Grader(
      Function<Exercise, StarterFile> files, Limits limits, boolean checks, Compiler compiler) {
    this.files = files;
    this.limits = limits;
    this.checks = checks;
    this.compiler = compiler;
  }

  /**
   * One that does not check what a class uses: for testing that the process it runs in holds
   * against what the check would have refused.
   */
  public static Grader unchecked(Path course, Limits limits) {
    return new Grader(
        exercise -> StarterFile.read(course, exercise), limits, false, CheckedStarter::of);
  }

  /** Grades one exercise in a process of its own; one that is not here yet earns nothing. */
  public ExerciseScore grade(Exercise exercise) {
    try (Sandbox sandbox = Sandbox.of(limits)) {
      return grade(exercise, sandbox);
    }
  }

  /** Grades one exercise in a process that others of the same learner have used or will use. */
  public ExerciseScore grade(Exercise exercise, Sandbox sandbox) {
    if (!exercise.isHere()) {
      return new ExerciseScore(exercise, List.of(), List.of());
    }
    String why = "";
    for (int i = 0; i < ATTEMPTS && !Thread.currentThread().isInterrupted(); i++) {
      try {
        return attempt(exercise, sandbox);
      } catch (GraderTrouble | RuntimeException | LinkageError | VirtualMachineError trouble) {
        why = GraderTrouble.of(trouble).getMessage();
        sandbox.close();
        pause(i);
      }
    }
    return ExerciseScore.notGraded(exercise, why);
  }

  /** Some trouble passes by itself. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE_MILLIS << 2 * attempt);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private ExerciseScore attempt(Exercise exercise, Sandbox sandbox) {
    StarterFile file = files.apply(exercise);
    if (!file.problem().isEmpty()) {
      return broken(exercise, List.of(exercise.starterFile() + ": " + file.problem()));
    }
    if (!file.looksUntouched()) {
      sandbox.start(); // while javac works
    }
    CheckedStarter starter = compiler.compile(exercise, file.text());
    if (!starter.errors().isEmpty()) {
      return broken(exercise, starter.errors());
    }
    if (starter.isUntouched()) {
      return new ExerciseScore(exercise, waiting(exercise), List.of());
    }
    return checks && !starter.violations().isEmpty()
        ? new ExerciseScore(exercise, List.of(), List.of(), starter.violations(), List.of(), "")
        : run(exercise, starter, sandbox);
  }

  private static ExerciseScore broken(Exercise exercise, List<String> errors) {
    return new ExerciseScore(exercise, List.of(), errors);
  }

  private static List<TestResult> waiting(Exercise exercise) {
    String message = new Todo(exercise.id()).getMessage();
    return GradedTests.of(exercise).stream()
        .map(test -> new TestResult(test.name(), test.points(), Status.WAITING, message))
        .toList();
  }

  /**
   * What fails in a process that other exercises have used is run again in a new one, so that what
   * they left behind costs nothing here. Then the first failure is enough to know.
   */
  private ExerciseScore run(Exercise exercise, CheckedStarter starter, Sandbox sandbox) {
    boolean isShared = sandbox.isUsed();
    ExerciseScore score = runOnce(exercise, starter, sandbox, isShared);
    if (isShared && !hasPassed(score)) {
      sandbox.close();
      score = runOnce(exercise, starter, sandbox, false);
    }
    if (!hasPassed(score) || starter.catchesErrors()) {
      sandbox.close();
    }
    return score;
  }

  private static boolean hasPassed(ExerciseScore score) {
    return score.results().stream().allMatch(result -> result.status() == Status.PASSED);
  }

  private ExerciseScore runOnce(
      Exercise exercise, CheckedStarter starter, Sandbox sandbox, boolean toFirstFailure) {
    RemoteExercise remote = RemoteExercise.of(exercise, sandbox, checks);
    remote.use(exercise.starter(), starter.classes(), starter.catchesErrors());
    String choice = Subjects.lend(remote::newSubject);
    try {
      List<TestResult> results =
          toFirstFailure
              ? GradedRun.toFirstFailure(exercise, choice, SEED)
              : GradedRun.of(exercise, choice, SEED);
      remote
          .trouble()
          .ifPresent(
              trouble -> {
                throw trouble;
              });
      return new ExerciseScore(exercise, results, List.of(), List.of(), remote.printed(), "");
    } finally {
      Subjects.takeBack(choice);
    }
  }
}
