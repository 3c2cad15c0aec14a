package seq2seq.cli.grade;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import seq2seq.cli.Children;
import seq2seq.cli.Each;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.Roster;
import seq2seq.grading.report.Roster.Student;
import seq2seq.grading.report.SubmissionGrader;

/** Grades a class, several students at a time, and says how far it is. */
final class RosterRun {
  private static final int STEP = 10;

  private final Roster roster;
  private final SubmissionGrader grader;
  private final Set<String> again;
  private final PrintStream err;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private final List<String> notKept = new ArrayList<>();
  private int done;
  private int kept;

  /**
   * A run.
   *
   * @param again the numbers of the exercises that are graded again, though there is a grade; none
   *     if a grade that is there is good
   * @param err where progress is told; on a terminal in one line that changes
   */
  RosterRun(
      Roster roster,
      SubmissionGrader grader,
      Set<String> again,
      PrintStream err,
      boolean isTerminal) {
    this.roster = roster;
    this.grader = grader;
    this.again = again;
    this.err = err;
    this.isTerminal = isTerminal;
  }

  /** The grades of {@code students}, in their order; {@code jobs} at a time. */
  List<Grade> of(List<Student> students, int jobs) {
    return Each.inParallel(students, jobs, student -> grade(student, students.size()));
  }

  private Grade grade(Student student, int all) {
    Optional<Grade> kept = again.isEmpty() ? roster.kept(student, grader) : Optional.empty();
    Grade grade = kept.orElseGet(() -> fresh(student));
    tell(kept.isPresent(), all);
    return grade;
  }

  private Grade fresh(Student student) {
    Optional<Grade> earlier = again.isEmpty() ? Optional.empty() : roster.earlier(student, grader);
    Grade grade =
        earlier
            .map(before -> grader.regrade(before, student.work(), again))
            .orElseGet(() -> grader.grade(student.name(), student.work()));
    if (Children.areEnding()) {
      throw new CancellationException("the run is ending");
    }
    keep(student, grade);
    return grade;
  }

  /** A grade that cannot be kept is still a grade. */
  private synchronized void keep(Student student, Grade grade) {
    try {
      roster.keep(student, grade);
    } catch (IOException unwritable) {
      notKept.add(student.name() + ": " + unwritable.getMessage());
    }
  }

  /** The grades that a next run will not find, one line each, and why. */
  List<String> notKept() {
    return List.copyOf(notKept);
  }

  private synchronized void tell(boolean isKept, int all) {
    done++;
    kept += isKept ? 1 : 0;
    boolean last = done == all;
    if (isTerminal) {
      err.print("\r" + line(all) + (last ? "\n" : ""));
      err.flush();
    } else if (done % STEP == 0 || last) {
      err.println(line(all));
    }
  }

  private String line(int all) {
    double minutes = Math.max(1e-3, (System.nanoTime() - start) / 60e9);
    String line =
        String.format(
            Locale.ROOT, "%d of %d graded, %.0f a minute", done, all, (done - kept) / minutes);
    return kept == 0 ? line : line + ", " + kept + " of them in an earlier run";
  }
}
