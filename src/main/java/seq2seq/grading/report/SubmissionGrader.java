package seq2seq.grading.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import seq2seq.grading.Exercise;
import seq2seq.grading.StarterFile;
import seq2seq.grading.remote.RemoteCompiler;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.submission.Submission;
import seq2seq.grading.submission.SubmissionException;
import seq2seq.grading.submission.SubmittedFile;

/**
 * Grades what somebody handed in. Whatever it is, the answer is a grade, or a word about what kept
 * us from grading it.
 */
public final class SubmissionGrader implements AutoCloseable {
  private final List<Exercise> exercises;
  private final Limits limits;
  private final String fingerprint;

  /**
   * The same text gets the same grade, so a starter that nobody has touched is graded once. What
   * failed did so in a process that no other exercise had used.
   */
  private final Map<String, ExerciseGrade> known = new ConcurrentHashMap<>();

  /** One for each submission that is graded at the same time; warm from the one before. */
  private final Queue<RemoteCompiler> compilers = new ConcurrentLinkedQueue<>();

  /**
   * Grades these exercises.
   *
   * @param fingerprint which tests these are, for the grade
   */
  public SubmissionGrader(List<Exercise> exercises, Limits limits, String fingerprint) {
    this.exercises = exercises;
    this.limits = limits;
    this.fingerprint = fingerprint;
  }

  /** What this grades, with the points that it is worth. */
  public List<Exercise> exercises() {
    return exercises;
  }

  /** Which tests this grades with. */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * What {@code from}, a folder or an archive, is, by what would be graded.
   *
   * @return its SHA-256, or nothing if there is nothing to grade in it
   */
  public String identity(Path from) {
    try {
      return Submission.read(from, exercises).sha256();
    } catch (IOException | RuntimeException | Error unreadable) {
      return ""; // then it is graded, and that says why
    }
  }

  /**
   * The grade of {@code from}, a folder or an archive, not late.
   *
   * @param student whose it is; if empty, whom its manifest names, or else the name of the file
   */
  public Grade grade(String student, Path from) {
    return grade(student, from, Map.of());
  }

  /**
   * The grade of {@code from}, of which only some exercises are graded now.
   *
   * @param earlier its grade from before
   * @param again the numbers of the exercises that are graded anew; all others stay as they were
   */
  public Grade regrade(Grade earlier, Path from, Set<String> again) {
    Map<String, ExerciseGrade> known = new HashMap<>();
    earlier.exercises().stream()
        .filter(exercise -> !again.contains(exercise.id()))
        .forEach(exercise -> known.put(exercise.id(), exercise));
    return grade(earlier.student(), from, known);
  }

  private Grade grade(String student, Path from, Map<String, ExerciseGrade> known) {
    long start = System.nanoTime();
    String fallback = student.isEmpty() ? "" + from.toAbsolutePath().getFileName() : student;
    try {
      return graded(student, fallback, Submission.read(from, exercises), known, start);
    } catch (SubmissionException unusable) {
      String why = "nothing could be graded: " + Sanitizer.line(unusable.getMessage());
      return without(fallback, "not handed in", why, start);
    } catch (IOException unreadable) {
      return without(fallback, ExerciseGrade.NOT_GRADED, "cannot be read: " + unreadable, start);
    } catch (RuntimeException | Error trouble) {
      return without(fallback, ExerciseGrade.NOT_GRADED, "" + trouble, start);
    }
  }

  private Grade graded(
      String student,
      String fallback,
      Submission submission,
      Map<String, ExerciseGrade> known,
      long start) {
    return new Grade(
        Sanitizer.name(student.isEmpty() ? named(submission, fallback) : student),
        submission.sha256(),
        fingerprint,
        graded(submission, known),
        submission.notes().stream().map(Sanitizer::line).toList(),
        LatePenalty.NOT,
        seconds(start));
  }

  private static String named(Submission submission, String fallback) {
    return submission.manifest().map(manifest -> manifest.name()).orElse(fallback);
  }

  /** A grade of nothing, all exercises in this state. */
  private Grade without(String student, String state, String why, long start) {
    List<ExerciseGrade> grades =
        exercises.stream().map(e -> ExerciseGrade.nothing(e, state, "")).toList();
    List<String> notes = List.of(Sanitizer.line(why));
    return new Grade(
        Sanitizer.name(student), "", fingerprint, grades, notes, LatePenalty.NOT, seconds(start));
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }

  private List<ExerciseGrade> graded(Submission submission, Map<String, ExerciseGrade> done) {
    RemoteCompiler idle = compilers.poll();
    RemoteCompiler compiler = idle == null ? new RemoteCompiler() : idle;
    Map<Exercise, SubmittedFile> files = new HashMap<>();
    submission.files().forEach(submitted -> files.put(submitted.exercise(), submitted));
    Grader grader = new Grader(e -> StarterFile.of(files.get(e).text()), limits, compiler::compile);
    try (Sandbox sandbox = Sandbox.of(limits)) {
      return exercises.stream()
          .map(
              e ->
                  done.containsKey(e.id())
                      ? done.get(e.id())
                      : graded(e, files.get(e), grader, sandbox))
          .toList();
    } finally {
      compilers.add(compiler);
    }
  }

  private ExerciseGrade graded(
      Exercise exercise, SubmittedFile submitted, Grader grader, Sandbox sandbox) {
    if (submitted == null) {
      return ExerciseGrade.nothing(exercise, "not here yet", "");
    }
    return switch (submitted.state()) {
      case MISSING -> ExerciseGrade.nothing(exercise, "not handed in", submitted.problem());
      case REFUSED -> ExerciseGrade.nothing(exercise, "not readable", submitted.problem());
      case ACCEPTED -> known(exercise, submitted, grader, sandbox);
    };
  }

  private ExerciseGrade known(
      Exercise exercise, SubmittedFile submitted, Grader grader, Sandbox sandbox) {
    String text = exercise.id() + " " + submitted.sha256();
    ExerciseGrade before = known.get(text);
    if (before != null) {
      return before;
    }
    ExerciseGrade grade = ExerciseGrade.of(grader.grade(exercise, sandbox));
    if (grade.isGraded()) {
      known.put(text, grade);
    }
    return grade;
  }

  /** Ends the processes that are kept for the next submission. */
  @Override
  public void close() {
    compilers.forEach(RemoteCompiler::close);
    compilers.clear();
  }
}
