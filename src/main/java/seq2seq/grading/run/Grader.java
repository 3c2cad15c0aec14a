package seq2seq.grading.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterCompiler;
import seq2seq.grading.Subjects;
import seq2seq.grading.Todo;
import seq2seq.grading.allow.AllowList;
import seq2seq.grading.allow.Waiting;
import seq2seq.grading.remote.RemoteExercise;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.TestResult.Status;

/**
 * Grades the learner's class of an exercise: compiles it by itself, checks what it uses, then runs
 * its tests here, on a subject that lives in a process of its own.
 */
public final class Grader {
  private static final long SEED = 1;
  private static final String CLASS = ".class";
  private static final int AT_FIRST_SIGHT = 16 * 1024;

  /** Of class files: javac writes a block behind {@code finally} once for each way out of it. */
  private static final int MOST_BYTES = 1 << 20;

  private final Path course;
  private final Limits limits;
  private final boolean checks;
  private final Compiler compiler;

  /** Compiles the file of an exercise, as {@link StarterCompiler#compile} does. */
  public interface Compiler {
    /** Compiles the file below {@code course} into the empty folder {@code classes}. */
    StarterCompiler.Compiled compile(Exercise exercise, Path course, Path classes);
  }

  /** Grades the starters of the course in this folder, with javac in this JVM. */
  public Grader(Path course, Limits limits) {
    this(course, limits, StarterCompiler::compile);
  }

  /** Grades the starters of the course in this folder, compiled by {@code compiler}. */
  public Grader(Path course, Limits limits, Compiler compiler) {
    this(course, limits, true, compiler);
  }

  private Grader(Path course, Limits limits, boolean checks, Compiler compiler) {
    this.course = course;
    this.limits = limits;
    this.checks = checks;
    this.compiler = compiler;
  }

  /**
   * One that does not check what a class uses: for testing that the process it runs in holds
   * against what the check would have refused.
   */
  public static Grader unchecked(Path course, Limits limits) {
    return new Grader(course, limits, false, StarterCompiler::compile);
  }

  /** Grades one exercise in a process of its own; one that is not here yet earns nothing. */
  public ExerciseScore grade(Exercise exercise) {
    try (Sandbox sandbox = Sandbox.of(limits)) {
      return grade(exercise, sandbox);
    }
  }

  /**
   * Grades one exercise in a process that others of the same learner have used or will use. It is
   * ended if a test fails: what is left in it then must not cost the next exercise.
   */
  public ExerciseScore grade(Exercise exercise, Sandbox sandbox) {
    if (!exercise.isHere()) {
      return new ExerciseScore(exercise, List.of(), List.of());
    }
    return inFolder(exercise, sandbox);
  }

  private ExerciseScore inFolder(Exercise exercise, Sandbox sandbox) {
    try {
      Path classes = Files.createTempDirectory("learn-check");
      try {
        if (!isWaiting(exercise)) {
          sandbox.start(); // while javac works
        }
        StarterCompiler.Compiled compiled = compiler.compile(exercise, course, classes);
        return compiled.isWell()
            ? compiled(exercise, classFiles(classes), sandbox)
            : new ExerciseScore(exercise, List.of(), compiled.errors());
      } finally {
        delete(classes);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** True if it looks so at first sight: then a process would be started for nothing. */
  private boolean isWaiting(Exercise exercise) throws IOException {
    Path file = course.resolve(exercise.starterFile());
    if (!Files.isRegularFile(file)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(AT_FIRST_SIGHT);
      return new String(start, StandardCharsets.UTF_8).contains("throw new Todo(");
    }
  }

  private ExerciseScore compiled(Exercise exercise, Map<String, byte[]> classes, Sandbox sandbox)
      throws IOException {
    if (!classes.containsKey(exercise.starter())) {
      String missing = exercise.starterFile() + ": holds no class " + exercise.starter();
      return new ExerciseScore(exercise, List.of(), List.of(missing));
    }
    if (classes.values().stream().mapToInt(bytes -> bytes.length).sum() > MOST_BYTES) {
      String large = exercise.starterFile() + ": compiles to more than 1 MB of classes";
      return new ExerciseScore(exercise, List.of(), List.of(large));
    }
    if (Waiting.isWaiting(classes.get(exercise.starter()))) {
      return new ExerciseScore(exercise, waiting(exercise), List.of());
    }
    RemoteExercise remote = RemoteExercise.of(exercise, sandbox);
    List<String> violations =
        checks
            ? new AllowList(exercise, remote.graded()).violations(classes, source(exercise))
            : List.<String>of();
    List<TestResult> results =
        violations.isEmpty() ? run(exercise, classes, remote) : List.<TestResult>of();
    return new ExerciseScore(exercise, results, List.of(), violations, remote.printed());
  }

  private List<String> source(Exercise exercise) {
    return TextFile.lines(course.resolve(exercise.starterFile()), "a starter");
  }

  private static List<TestResult> waiting(Exercise exercise) {
    String message = new Todo(exercise.id()).getMessage();
    return GradedTests.of(exercise).stream()
        .map(test -> new TestResult(test.method(), test.points(), Status.WAITING, message))
        .toList();
  }

  private static List<TestResult> run(
      Exercise exercise, Map<String, byte[]> classes, RemoteExercise remote) {
    remote.use(exercise.starter(), classes);
    String choice = Subjects.lend(remote::newSubject);
    try {
      List<TestResult> results = GradedRun.of(exercise, choice, SEED);
      if (results.stream().anyMatch(result -> result.status() != Status.PASSED)) {
        remote.close();
      }
      return results;
    } finally {
      Subjects.takeBack(choice);
    }
  }

  /** The class files below {@code folder}, by class name. */
  private static Map<String, byte[]> classFiles(Path folder) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(CLASS)) {
          name = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
          classes.put(name, Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
