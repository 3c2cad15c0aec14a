package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.GradedRun;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.run.ScoreTable;
import seq2seq.grading.run.TestResult;

/** What a learner's class can do to its grader: cost its own exercise, and be told why. */
class GraderTest {
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofSeconds(90),
          64,
          64);

  @TempDir private Path course;

  /** Where the learner's code was put. */
  private long line;

  @AfterEach
  void noProcessIsLeftBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private void write(String id, String body) throws IOException {
    Exercise exercise = Exercises.find(id);
    Path file = Rooms.writeStarter(exercise, course);
    String waiting = "throw new Todo(\"" + id + "\");";
    String text = Files.readString(file);
    assertThat(text).contains(waiting);
    line = text.substring(0, text.indexOf(waiting)).lines().count();
    Files.writeString(file, text.replace(waiting, body));
  }

  private ExerciseScore grade(String id) {
    return new Grader(course, SHORT).grade(Exercises.find(id));
  }

  private String said(ExerciseScore score) {
    return String.join("\n", score.reasons()).replace(".java:" + line, ".java:LINE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.1 | retrn null;                       | MyLengthMask.java:LINE: not a statement
          5.1 | return null;                      | returned null for valid lengths [1, 2] and T = 3.
          5.1 | return new int[lengths.length][]; | returned an array with a null row
          5.1 | return new int[][] {{1}, {1, 0}}; | returned rows of different length, 1 and 2
          5.1 | return new int[1][1];             | expected shape (2×3), got (1×1)
          5.1 | throw new IllegalStateException("no"); | threw IllegalStateException: no (MyLengthMask.java:LINE)
          5.1 | int[] none = null; return new int[none.length][0]; | threw NullPointerException
          5.1 | class Own extends RuntimeException { public String getMessage() { throw this; } } throw new Own(); | threw Own (MyLengthMask.java:LINE)
          5.1 | class Own extends ExceptionInInitializerError { public Throwable getCause() { throw new IllegalStateException(); } } throw new Own(); | threw Own (MyLengthMask.java:LINE)
          5.1 | while (true) System.out.write(new byte[0], 0, 0); | did not end within 1 s of processor time
          5.1 | while (true) System.out.print(""); | did not end within 1 s of processor time
          5.1 | interface Zero { int ONE = 1 / Integer.parseInt("0"); } return new int[Zero.ONE][0]; | threw ArithmeticException: / by zero (MyLengthMask.java:LINE)
          5.1 | return mask(lengths, steps);      | calls itself too deep (StackOverflowError) for valid lengths [1, 2] and T = 3: look for a method that calls itself without end, or too often
          5.1 | while (true) {}                   | did not end within 1 s of processor time for valid lengths [1, 2] and T = 3: look for a loop without end.
          5.1 | while (true) { try { while (true) {} } catch (Throwable all) {} } | did not end within 1 s of processor time
          5.1 | java.util.List<int[]> l = new java.util.ArrayList<>(); while (true) l.add(new int[1 << 20]); | ran out of memory; the limit is 64 MB
          5.1 | while (true) System.out.println("again"); | printed more than 64 KB
          5.1 | while (true) new Error().printStackTrace(); | printed more than 64 KB
          5.1 | lengths[0]++; return new int[2][3]; | changed its input number 1
          5.1 | class Kept { static int n; } return new int[][] {{++Kept.n, 0, 0}, {1, 1, 0}}; | the same call made twice gave two answers
          5.1 | return new int[][] {{1, 0, 0}, {1, 1, 0}}; | expected shape (4×6), got (2×3)
          6.1 | return logits; | returned an input's own array
          6.1 | double[][] r = logits.clone(); return r; | returned an input's own array
          6.2 | return Double.NaN; | expected 0.7000, got NaN for valid lengths [3, 1]
          """)
  void aFaultIsNamedAndEarnsNothing(String id, String body, String said) throws IOException {
    write(id, body);
    ExerciseScore score = grade(id);
    assertThat(score.earned()).isZero();
    assertThat(said(score)).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          System.exit(0);                        | uses java.lang.System.exit
          java.util.function.IntConsumer exit = System::exit; exit.accept(0); | uses java.lang.System.exit
          Runtime.getRuntime().halt(0);          | uses java.lang.Runtime
          new Thread(() -> {}).start();          | uses java.lang.Thread, which exercise 5.1 may not: an exercise runs in one thread
          java.util.stream.IntStream.range(0, 9).parallel().sum(); | uses java.util.stream.IntStream.parallel
          new java.util.Scanner(System.in).nextInt(); | uses java.util.Scanner
          try { System.in.read(); } catch (Exception none) {} | uses java.lang.System.in, which exercise 5.1 may not: inputs come as arguments
          seq2seq.ch05_mask.LengthMask.of(lengths, steps); | uses seq2seq.ch05_mask.LengthMask.of, which exercise 5.1 may not: that is the chapter's own class; write it yourself
          seq2seq.engine.Tensor.scalar(1);       | uses seq2seq.engine.Tensor.scalar, which exercise 5.1 may not: plain arrays are asked for here
          """)
  void whatAnExerciseMayNotUseIsNamedBeforeItRuns(String statement, String said)
      throws IOException {
    write("5.1", statement + " return null;");
    ExerciseScore score = grade("5.1");
    assertThat(score.state()).isEqualTo("not allowed");
    assertThat(score.earned()).isZero();
    assertThat(said(score)).contains("MyLengthMask.java:LINE: " + said);
  }

  /** What the check of the bytecode would have refused does no harm either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          System.exit(0);                        | ended the JVM (exit status 0)
          Runtime.getRuntime().halt(7);          | ended the JVM (exit status 7)
          new Thread(() -> { while (true) {} }).start(); | left threads running
          try { Thread.sleep(3600_000); } catch (InterruptedException e) {} | did not end within 2 s for
          try { new ProcessBuilder("sleep", "60").start().waitFor(); } catch (Exception e) { throw new Error(e); } | started another process for valid lengths [1, 2] and T = 3: an exercise computes, and no more.
          try { System.in.read(); } catch (Exception none) {} | NoClassDefFoundError: java/io/InputStream
          seq2seq.ch05_mask.LengthMask.of(lengths, steps); | NoClassDefFoundError
          java.lang.invoke.MethodHandles.lookup().lookupClass(); | NoClassDefFoundError: java/lang/invoke/MethodHandles
          org.junit.jupiter.api.Assertions.fail(); | NoClassDefFoundError
          new seq2seq.solutions.ch05.MyLengthMask(); | NoClassDefFoundError
          """)
  void itsProcessHoldsWithoutTheCheck(String statement, String said) throws IOException {
    write("5.1", statement + " return null;");
    Limits limits =
        new Limits(
            SHORT.start(), Duration.ofSeconds(2), Duration.ofSeconds(30), SHORT.exercise(), 64, 64);
    ExerciseScore score = Grader.unchecked(course, limits).grade(Exercises.find("5.1"));
    assertThat(score.earned()).isZero();
    assertThat(said(score)).contains(said);
  }

  /** Deeper than the stack of a thread that the JVM gives, and no deeper. */
  @Test
  void aDeepRecursionThatEndsIsNoLoop() throws IOException {
    write(
        "5.1",
        """
        class Deep { static int count(int n) { return n == 0 ? 0 : 1 + count(n - 1); } }
            int[][] mask = new int[lengths.length][steps];
            for (int n = 0; n < lengths.length; n++) {
              if (lengths[n] < 0 || lengths[n] > steps) {
                throw new IllegalArgumentException("length");
              }
              java.util.Arrays.fill(mask[n], 0, lengths[n], Deep.count(20_000) / 20_000);
            }
            return mask;
        """);
    assertThat(said(grade("5.1"))).isEmpty();
    assertThat(grade("5.1").earned()).isEqualTo(3);
  }

  @Test
  void aByteOrderMarkCostsNothing() throws IOException {
    Exercise mask = Exercises.find("5.1");
    Path file = Rooms.writeStarter(mask, course);
    Files.writeString(
        file, "\ufeff" + Rooms.solution(mask).replace("seq2seq.solutions", "seq2seq.starters"));
    assertThat(said(grade("5.1"))).isEmpty();
    assertThat(grade("5.1").earned()).isEqualTo(mask.points());
  }

  @Test
  void aBrokenExerciseCostsNoOther() throws IOException {
    write("5.1", "retrn null;");
    Exercise well = Exercises.find("5.2");
    Path file = Rooms.writeStarter(well, course);
    Files.writeString(
        file,
        Rooms.solution(well).replace("package seq2seq.solutions.", "package seq2seq.starters."));
    assertThat(grade("5.1").earned()).isZero();
    assertThat(grade("5.2").earned()).isEqualTo(well.points());
  }

  @Test
  void aFaultInOneTestCostsThatTestOnly() throws IOException {
    write(
        "5.1",
        """
        return new seq2seq.solutions.ch05.MyLengthMask().mask(lengths, steps);
        """);
    assertThat(grade("5.1").state()).isEqualTo("not allowed");
    write(
        "5.1",
        """
        int[][] mask = new int[lengths.length][steps];
            for (int n = 0; n < lengths.length; n++) {
              while (lengths[n] > steps) {}
              for (int t = 0; t < lengths[n]; t++) {
                mask[n][t] = 1;
              }
            }
            return mask;
        """);
    ExerciseScore score = grade("5.1");
    assertThat(score.earned()).isEqualTo(2);
    assertThat(said(score)).contains("did not end within 1 s of processor time");
  }

  @Test
  void whatIsPrintedIsShown() throws IOException {
    write("5.1", "System.out.println(\"lengths é \\u001b[2K\" + lengths.length); while (true) {}");
    ExerciseScore score = grade("5.1");
    assertThat(score.printed()).first().isEqualTo("lengths é [2K2");
    assertThat(ScoreTable.lines(List.of(score)))
        .contains("5.1 length mask printed, the first lines:", "  lengths é [2K2");
    write("5.1", "for (int i = 0; i < 1000; i++) System.err.println(i); return null;");
    assertThat(grade("5.1").printed()).hasSize(20).startsWith("0", "1", "2");
  }

  @Test
  void aStarterWaitsWithoutAProcess() throws IOException {
    Rooms.writeStarter(Exercises.find("5.1"), course);
    ExerciseScore score = grade("5.1");
    assertThat(score.state()).isEqualTo("waiting");
    assertThat(score.reasons()).isEmpty();
  }

  @Test
  void aClassThatDoesNotImplementTheInterfaceEarnsNothing() throws IOException {
    write("5.1", "throw new IllegalArgumentException();");
    Path file = course.resolve(Exercises.find("5.1").starterFile());
    String text = Files.readString(file);
    Files.writeString(
        file, text.replace(" implements LengthMask", "").replace("  @Override\n", ""));
    ExerciseScore score = grade("5.1");
    assertThat(score.earned()).isZero();
    assertThat(said(score)).contains("threw ClassCastException");
    Files.writeString(file, text.replace("public final class MyLengthMask", "final class Mine"));
    assertThat(said(grade("5.1"))).contains("holds no class seq2seq.starters.ch05.MyLengthMask");
  }

  @Test
  void whatIsOnlyTriedIsTriedUpToTheFirstTestThatFails() {
    Exercise mask = Exercises.find("5.1");
    String wrong = "seq2seq.solutions.ch05.LengthMaskPool$OneTooMany";
    List<TestResult> all = GradedRun.of(mask, wrong, 1);
    assertThat(all).hasSizeGreaterThan(1).noneMatch(each -> each.earned() > 0);
    assertThat(GradedRun.toFirstFailure(mask, wrong, 1)).isEqualTo(all.subList(0, 1));
    assertThat(GradedRun.toFirstFailure(mask, "solutions", 1))
        .isEqualTo(GradedRun.of(mask, "solutions", 1));
  }

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  /** The known answers of each exercise score the same here as in one JVM with the tests. */
  @ParameterizedTest
  @MethodSource("exercises")
  void aSolutionScoresInItsProcessWhatItScoresHere(Exercise exercise) throws IOException {
    Path file = Rooms.writeStarter(exercise, course);
    Files.writeString(
        file,
        Rooms.solution(exercise)
            .replace("package seq2seq.solutions.", "package seq2seq.starters."));
    ExerciseScore score = new Grader(course, Limits.USUAL).grade(exercise);
    assertThat(score.reasons()).isEmpty();
    assertThat(score.results()).isEqualTo(GradedRun.of(exercise, "solutions", 1));
  }
}
