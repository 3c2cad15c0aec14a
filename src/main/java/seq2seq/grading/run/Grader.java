package seq2seq.grading.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterCompiler;

/** Grades the learner's class of an exercise: compiles it by itself, then runs its tests. */
public final class Grader {
  private static final long SEED = 1;

  private final Path course;
  private final Limits limits;

  /** Grades the starters of the course in this folder. */
  public Grader(Path course, Limits limits) {
    this.course = course;
    this.limits = limits;
  }

  /** Grades one exercise; one that is not here yet earns nothing. */
  public ExerciseScore grade(Exercise exercise) {
    return exercise.isHere()
        ? inFolder(exercise)
        : new ExerciseScore(exercise, List.of(), List.of());
  }

  private ExerciseScore inFolder(Exercise exercise) {
    try {
      Path classes = Files.createTempDirectory("learn-check");
      try {
        return compiled(exercise, StarterCompiler.compile(exercise, course, classes));
      } finally {
        delete(classes);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private ExerciseScore compiled(Exercise exercise, StarterCompiler.Compiled compiled) {
    List<TestResult> results =
        compiled.isWell()
            ? GradingProcess.of(exercise, compiled.classes(), SEED, limits)
            : List.of();
    return new ExerciseScore(exercise, results, compiled.errors());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
