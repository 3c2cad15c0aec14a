package seq2seq.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import seq2seq.cli.Children;
import seq2seq.cli.Each;
import seq2seq.cli.Terminal;
import seq2seq.cli.Ticker;
import seq2seq.grading.Exercise;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.report.ScoreBook;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;

/** Grades the learner's exercises and keeps their scores for the next start of {@code learn}. */
public final class Scoring {
  private final Grader grader;
  private final ScoreBook book;
  private final AtomicBoolean isTold = new AtomicBoolean();

  /** Scores the starters of the course in this folder. */
  public Scoring(Path course) {
    grader = new Grader(course, Limits.USUAL);
    book = new ScoreBook(course);
  }

  /** The scores of {@code exercises}, in their order; as many at a time as there are cores. */
  public List<ExerciseScore> of(List<Exercise> exercises) {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean isSeen = Terminal.current().err();
    Queue<Sandbox> idle = new ConcurrentLinkedQueue<>();
    try (Ticker ticker =
        new Ticker(System.err, isSeen, ExerciseHelp.TEXTS.get("checking"), exercises.size())) {
      return Each.inParallel(exercises, cores, exercise -> score(exercise, idle, ticker));
    } finally {
      idle.forEach(Sandbox::close);
    }
  }

  private ExerciseScore score(Exercise exercise, Queue<Sandbox> idle, Ticker ticker) {
    Sandbox taken = idle.poll();
    Sandbox sandbox = taken == null ? Sandbox.of(Limits.USUAL) : taken;
    try {
      return score(exercise, sandbox);
    } finally {
      idle.add(sandbox);
      ticker.tick();
    }
  }

  private ExerciseScore score(Exercise exercise, Sandbox sandbox) {
    String text = book.sha256(exercise);
    ExerciseScore score = grader.grade(exercise, sandbox);
    if (exercise.isHere() && score.isGraded() && !Children.areEnding()) {
      keep(score, text);
    }
    return score;
  }

  /** Says once that scores cannot be kept. */
  private void keep(ExerciseScore score, String text) {
    try {
      book.keep(score, text);
    } catch (IOException unwritable) {
      if (!isTold.getAndSet(true)) {
        System.err.println(ExerciseHelp.TEXTS.get("not.kept", unwritable));
      }
    }
  }
}
