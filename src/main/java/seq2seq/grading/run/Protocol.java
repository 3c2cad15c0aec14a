package seq2seq.grading.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import seq2seq.grading.run.GradedTests.GradedTest;
import seq2seq.grading.run.TestResult.Status;

/**
 * The lines in which the grading JVM tells its parent how far it is: a test's start, and its end.
 * Anything else on that stream comes from the JVM itself.
 */
final class Protocol {
  private static final String START = "#started ";
  private static final String END = "#ended ";

  private Protocol() {}

  static String started(GradedTest test) {
    return START + test.method();
  }

  static String ended(TestResult result) {
    byte[] message = result.message().getBytes(StandardCharsets.UTF_8);
    return END
        + result.method()
        + " "
        + result.status()
        + " "
        + Base64.getEncoder().encodeToString(message);
  }

  static boolean isLine(String line) {
    return line.startsWith(START) || line.startsWith(END);
  }

  static boolean isStart(String line, GradedTest test) {
    return line.equals(started(test));
  }

  static boolean isEnd(String line, GradedTest test) {
    return line.startsWith(END + test.method() + " ");
  }

  static TestResult result(String line, GradedTest test) {
    String[] field = line.split(" ", -1);
    String message = new String(Base64.getDecoder().decode(field[3]), StandardCharsets.UTF_8);
    return new TestResult(test.method(), test.points(), Status.valueOf(field[2]), message);
  }
}
