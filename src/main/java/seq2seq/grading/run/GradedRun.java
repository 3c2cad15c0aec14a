package seq2seq.grading.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import seq2seq.grading.Exercise;
import seq2seq.grading.GraderTrouble;
import seq2seq.grading.SubjectResolver;
import seq2seq.grading.Subjects;
import seq2seq.grading.run.GradedTests.GradedTest;
import seq2seq.grading.run.TestResult.Status;

/** Runs graded tests in this JVM, with JUnit. */
public final class GradedRun {
  private GradedRun() {}

  /**
   * Runs all tests of {@code exercise}.
   *
   * @param subject whose implementation they get, as {@link Subjects} reads it
   * @param seed seeds their inputs
   * @return one result a test, in the order of {@link GradedTests#of}
   * @throws GraderTrouble if a test could not be run as it should
   */
  public static List<TestResult> of(Exercise exercise, String subject, long seed) {
    return GradedTests.of(exercise).stream().map(test -> run(test, subject, seed)).toList();
  }

  /** As {@link #of}, but ends with the first test that does not pass. */
  public static List<TestResult> toFirstFailure(Exercise exercise, String subject, long seed) {
    List<TestResult> results = new ArrayList<>();
    for (GradedTest test : GradedTests.of(exercise)) {
      results.add(run(test, subject, seed));
      if (results.get(results.size() - 1).status() != Status.PASSED) {
        return results;
      }
    }
    return results;
  }

  private static TestResult run(GradedTest test, String subject, long seed) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(test.method().getDeclaringClass(), test.method()))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .configurationParameter(Subjects.PROPERTY, subject)
            .configurationParameter(SubjectResolver.SEED, Long.toString(seed))
            .build();
    List<TestExecutionResult> ends = new ArrayList<>();
    LauncherFactory.create(onlyOurs()).execute(request, new Listener(ends));
    if (ends.isEmpty()) {
      throw new GraderTrouble("JUnit gave no result for " + test.name());
    }
    ends.get(0).getThrowable().ifPresent(GradedRun::refuseTrouble);
    return new TestResult(test.name(), test.points(), status(ends.get(0)), message(ends.get(0)));
  }

  /** No listener of the build around us. */
  private static LauncherConfig onlyOurs() {
    return LauncherConfig.builder()
        .enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .build();
  }

  /** What no subject can have thrown: from its process come data, and exceptions as data. */
  private static void refuseTrouble(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof GraderTrouble
          || each instanceof LinkageError
          || each instanceof OutOfMemoryError
          || each instanceof ServiceConfigurationError
          || each instanceof IOException
          || each instanceof JUnitException) {
        throw GraderTrouble.of(each);
      }
    }
  }

  /** Keeps how the one method ended, or why it did not begin. */
  private record Listener(List<TestExecutionResult> ends) implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier id, TestExecutionResult result) {
      boolean isMethod = id.getSource().filter(MethodSource.class::isInstance).isPresent();
      if (isMethod || result.getStatus() == TestExecutionResult.Status.FAILED) {
        ends.add(result);
      }
    }
  }

  private static Status status(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> Status.PASSED;
      case ABORTED -> Status.WAITING;
      case FAILED -> Status.FAILED;
    };
  }

  private static String message(TestExecutionResult result) {
    return result
        .getThrowable()
        .map(thrown -> thrown.getMessage() == null ? thrown.toString() : thrown.getMessage())
        .map(text -> text.replaceAll("\\s*\\R\\s*", " "))
        .orElse("");
  }
}
