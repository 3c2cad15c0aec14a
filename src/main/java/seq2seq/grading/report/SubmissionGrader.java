package seq2seq.grading.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import seq2seq.grading.Exercise;
import seq2seq.grading.remote.RemoteCompiler;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.submission.Piece;
import seq2seq.grading.submission.Submission;
import seq2seq.grading.submission.SubmissionException;

/** Grades what somebody handed in. Whatever it is, the answer is a grade. */
public final class SubmissionGrader implements AutoCloseable {
  private final List<Exercise> exercises;
  private final Limits limits;
  private final String kit;

  /** The same text gets the same grade, so a starter that nobody has touched is graded once. */
  private final Map<String, ExerciseGrade> known = new ConcurrentHashMap<>();

  /** One for each submission that is graded at the same time; warm from the one before. */
  private final Queue<RemoteCompiler> compilers = new ConcurrentLinkedQueue<>();

  /**
   * Grades these exercises.
   *
   * @param kit which tests these are, for the grade
   */
  public SubmissionGrader(List<Exercise> exercises, Limits limits, String kit) {
    this.exercises = exercises;
    this.limits = limits;
    this.kit = kit;
  }

  /** Which tests this grades with. */
  public String kit() {
    return kit;
  }

  /**
   * What {@code from}, a folder or an archive, is, by what would be graded.
   *
   * @return its SHA-256, or nothing if there is nothing to grade in it
   */
  public String identity(Path from) {
    try {
      return Submission.read(from, exercises).sha256();
    } catch (IOException | SubmissionException unreadable) {
      return "";
    }
  }

  /**
   * The grade of {@code from}, a folder or an archive, not late.
   *
   * @param student whose it is; if empty, whom its manifest names, or else the name of the file
   * @throws IOException if there is no place to work in
   */
  public Grade grade(String student, Path from) throws IOException {
    long start = System.nanoTime();
    String fallback = student.isEmpty() ? "" + from.toAbsolutePath().getFileName() : student;
    Submission submission;
    try {
      submission = Submission.read(from, exercises);
    } catch (SubmissionException unusable) {
      return nothing(fallback, unusable.getMessage(), start);
    } catch (IOException unreadable) {
      return nothing(fallback, "what was handed in cannot be read: " + unreadable, start);
    }
    List<ExerciseGrade> grades = graded(submission);
    return new Grade(
        Clean.name(student.isEmpty() ? named(submission, fallback) : student),
        submission.sha256(),
        kit,
        grades,
        submission.notes().stream().map(Clean::line).toList(),
        Late.NOT,
        seconds(start));
  }

  private static String named(Submission submission, String fallback) {
    return submission.manifest().map(manifest -> manifest.name()).orElse(fallback);
  }

  private Grade nothing(String student, String why, long start) {
    List<ExerciseGrade> grades =
        exercises.stream().map(e -> ExerciseGrade.nothing(e, "not handed in", "")).toList();
    List<String> notes = List.of("nothing could be graded: " + Clean.line(why));
    return new Grade(Clean.name(student), "", kit, grades, notes, Late.NOT, seconds(start));
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }

  private List<ExerciseGrade> graded(Submission submission) throws IOException {
    RemoteCompiler idle = compilers.poll();
    RemoteCompiler compiler = idle == null ? new RemoteCompiler() : idle;
    try {
      return graded(submission, compiler);
    } finally {
      compilers.add(compiler);
    }
  }

  private List<ExerciseGrade> graded(Submission submission, RemoteCompiler compiler)
      throws IOException {
    Path course = Files.createTempDirectory("learn-grade");
    try (Sandbox sandbox = Sandbox.of(limits)) {
      submission.writeTo(course);
      Grader grader = new Grader(course, limits, compiler::compile);
      List<ExerciseGrade> grades = new ArrayList<>();
      for (Exercise exercise : exercises) {
        grades.add(graded(exercise, submission, grader, sandbox));
      }
      return grades;
    } finally {
      delete(course);
    }
  }

  private ExerciseGrade graded(
      Exercise exercise, Submission submission, Grader grader, Sandbox sandbox) {
    Piece piece =
        submission.pieces().stream()
            .filter(each -> each.exercise().equals(exercise))
            .findFirst()
            .orElse(null);
    if (piece == null) {
      return ExerciseGrade.nothing(exercise, "not here yet", "");
    }
    return switch (piece.state()) {
      case MISSING -> ExerciseGrade.nothing(exercise, "not handed in", piece.problem());
      case REFUSED -> ExerciseGrade.nothing(exercise, "not readable", piece.problem());
      case WELL ->
          known.computeIfAbsent(
              piece.exercise().id() + " " + piece.sha256(),
              text -> ExerciseGrade.of(scored(exercise, grader, sandbox)));
    };
  }

  /** A fault of the grader's costs the exercise, and is named, so that the others are graded. */
  private static ExerciseScore scored(Exercise exercise, Grader grader, Sandbox sandbox) {
    try {
      return grader.grade(exercise, sandbox);
    } catch (RuntimeException | LinkageError | VirtualMachineError fault) {
      String line = exercise.starterFile() + ": could not be graded: " + fault;
      return new ExerciseScore(exercise, List.of(), List.of(line));
    }
  }

  /** Ends the processes that are kept for the next submission. */
  @Override
  public void close() {
    compilers.forEach(RemoteCompiler::close);
    compilers.clear();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
