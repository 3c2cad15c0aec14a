package seq2seq.grading.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterCompiler;
import seq2seq.grading.Subjects;
import seq2seq.grading.remote.RemoteExercise;

/**
 * Grades the learner's class of an exercise: compiles it by itself, then runs its tests here, on a
 * subject that lives in a process of its own.
 */
public final class Grader {
  private static final long SEED = 1;
  private static final String CLASS = ".class";

  private final Path course;
  private final Limits limits;

  /** Grades the starters of the course in this folder. */
  public Grader(Path course, Limits limits) {
    this.course = course;
    this.limits = limits;
  }

  /** Grades one exercise; one that is not here yet earns nothing. */
  public ExerciseScore grade(Exercise exercise) {
    if (!exercise.isHere()) {
      return new ExerciseScore(exercise, List.of(), List.of());
    }
    try (RemoteExercise remote = RemoteExercise.of(exercise, limits)) {
      remote.start(); // while javac works
      return inFolder(exercise, remote);
    }
  }

  private ExerciseScore inFolder(Exercise exercise, RemoteExercise remote) {
    try {
      Path classes = Files.createTempDirectory("learn-check");
      try {
        return compiled(exercise, StarterCompiler.compile(exercise, course, classes), remote);
      } finally {
        delete(classes);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private ExerciseScore compiled(
      Exercise exercise, StarterCompiler.Compiled compiled, RemoteExercise remote)
      throws IOException {
    if (!compiled.isWell()) {
      return new ExerciseScore(exercise, List.of(), compiled.errors());
    }
    remote.use(classFiles(compiled.classes()));
    String choice = Subjects.lend(remote::newSubject);
    try {
      return new ExerciseScore(exercise, GradedRun.of(exercise, choice, SEED), List.of());
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
