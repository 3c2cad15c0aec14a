package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.ExerciseGrade;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.SubmissionGrader;
import seq2seq.grading.run.Limits;

/** What goes wrong on the grader's side costs no student a point. */
class GraderTroubleTest {
  private static final Exercise MASK = Exercises.find("5.1");
  private static final Exercise ATTENTION = Exercises.find("5.2");

  private final SubmissionGrader grader =
      new SubmissionGrader(Exercises.all(), Limits.USUAL, "these tests");

  @TempDir Path folder;

  @AfterEach
  void noProcessIsLeftBehind() {
    grader.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private void write(Exercise exercise, String text) throws IOException {
    Path file = folder.resolve(exercise.starterFile());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String answer(Exercise exercise) throws IOException {
    return Rooms.solution(exercise).replace("seq2seq.solutions", "seq2seq.starters");
  }

  private static ExerciseGrade of(Grade grade, Exercise exercise) {
    return grade.exercises().stream()
        .filter(e -> e.id().equals(exercise.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Kills processes that this JVM starts, as the system does when it runs out of memory. */
  private static final class Killer implements AutoCloseable {
    private final Set<Long> killed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left;
    private final Thread thread = new Thread(this::kill, "killer");

    Killer(int most) {
      left = new AtomicInteger(most);
      thread.setDaemon(true);
      thread.start();
    }

    private void kill() {
      while (!Thread.currentThread().isInterrupted()) {
        ProcessHandle.current()
            .descendants()
            .filter(child -> !killed.contains(child.pid()) && left.get() > 0)
            .forEach(
                child -> {
                  killed.add(child.pid());
                  left.decrementAndGet();
                  child.destroyForcibly();
                });
      }
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void processesThatAreKilledNowAndThenCostNothing() throws Exception {
    write(MASK, answer(MASK));
    write(ATTENTION, answer(ATTENTION));
    try (Killer killer = new Killer(2)) {
      Grade grade = grader.grade("Ada", folder);
      assertThat(killer.killed).hasSize(2);
      assertThat(of(grade, MASK).reasons()).isEmpty();
      assertThat(grade.earned()).isEqualTo(MASK.points() + ATTENTION.points());
    }
  }

  @Test
  void whereEveryProcessIsKilledNothingIsGraded() throws Exception {
    write(MASK, answer(MASK));
    try (Killer killer = new Killer(1000)) {
      Grade grade = grader.grade("Ada", folder);
      assertThat(killer.killed).isNotEmpty();
      assertThat(of(grade, MASK).state()).isEqualTo("not graded");
      assertThat(of(grade, MASK).reasons().get(0)).containsAnyOf("exit status 137", "signal: 9");
    }
    Grade again = grader.grade("Ada", folder);
    assertThat(of(again, MASK).earned()).as("the trouble is not kept").isEqualTo(MASK.points());
  }

  /**
   * A class of Java's whose first use overflows the stack is broken for as long as its process
   * lives, and nobody sees the error that was caught.
   */
  @Test
  void aClassOfJavasThatOneExerciseBrokeIsWholeForTheNext() throws IOException {
    String dive =
        """
          /** Loaded, but not made yet. */
          private static final String LOADED =
              java.math.BigDecimal.class.getName()
                  + java.math.BigInteger.class.getName()
                  + java.math.MathContext.class.getName();

          private static boolean hasDived;

          /** Once is enough, and some hundred thousand calls take their time. */
          static void dive() {
            if (!hasDived) {
              hasDived = true;
              LOADED.length();
              broken(0);
            }
          }

          static int[][] broken(int depth) {
            try {
              return broken(depth + 1);
            } catch (StackOverflowError deep) {
              try {
                new java.math.BigDecimal("1.5").pow(3).toString();
              } catch (StackOverflowError again) {
                throw again;
              } catch (NoClassDefFoundError caught) {
                return null;
              }
              return null;
            }
          }
        }
        """;
    write(
        MASK,
        answer(MASK)
            .replaceFirst("(int\\[\\]\\[\\] mask\\(.*\\{)", "$1 dive();")
            .replaceFirst("}\\s*$", dive));
    write(
        ATTENTION,
        answer(ATTENTION)
            .replaceFirst(
                "(?m)^(  public .*\\{)$", "$1 new java.math.BigDecimal(\"1.5\").pow(3);"));
    Grade grade = grader.grade("Ada", folder);
    assertThat(of(grade, MASK).reasons()).isEmpty();
    assertThat(of(grade, ATTENTION).reasons()).isEmpty();
    assertThat(grade.earned()).isEqualTo(MASK.points() + ATTENTION.points());
  }

  /** What javac says of the type would be four million letters. */
  @Test
  void aFileWhoseErrorsAreLongIsToldWhatIsWrong() throws IOException {
    write(
        MASK,
        "class MyLengthMask { static <A> java.util.Map<A, A> d(A a) { return null; }\n"
            + "void m() { String x = "
            + "d(".repeat(17)
            + "1"
            + ")".repeat(17)
            + "; } }");
    Grade grade = grader.grade("Ada", folder);
    assertThat(of(grade, MASK).state()).isEqualTo("does not compile");
    assertThat(of(grade, MASK).reasons().get(0)).contains(":2: ").contains("incompatible types");
  }
}
