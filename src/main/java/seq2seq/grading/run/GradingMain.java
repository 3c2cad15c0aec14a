package seq2seq.grading.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.GradedTests.GradedTest;

/** The grading JVM: runs some tests of one exercise and tells its parent about each. */
public final class GradingMain {
  private GradingMain() {}

  /**
   * Runs and exits, whatever threads are left.
   *
   * @param args the number of the exercise, the subject, the seed, and the names of the tests
   */
  public static void main(String[] args) {
    PrintStream parent = System.out;
    silence();
    Exercise exercise = Exercises.find(args[0]);
    List<String> asked = Arrays.asList(args).subList(3, args.length);
    List<GradedTest> tests =
        GradedTests.of(exercise).stream().filter(t -> asked.contains(t.method())).toList();
    GradedRun.run(
        exercise,
        tests,
        args[1],
        Long.parseLong(args[2]),
        test -> tell(parent, Protocol.started(test)),
        (test, result) -> tell(parent, Protocol.ended(result)));
    System.exit(0);
  }

  private static void tell(PrintStream parent, String line) {
    parent.print(line + "\n");
    parent.flush();
  }

  /** What the learner's class prints goes nowhere, so a flood of it costs nothing but time. */
  private static void silence() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }
}
