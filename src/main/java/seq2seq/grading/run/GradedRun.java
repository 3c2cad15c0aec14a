package seq2seq.grading.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.platform.engine.DiscoverySelector;
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
   */
  public static List<TestResult> of(Exercise exercise, String subject, long seed) {
    Map<String, TestResult> results = new LinkedHashMap<>();
    List<GradedTest> tests = GradedTests.of(exercise);
    run(exercise, tests, subject, seed, test -> {}, (test, r) -> results.put(test.method(), r));
    return tests.stream().map(test -> results.getOrDefault(test.method(), noResult(test))).toList();
  }

  static TestResult noResult(GradedTest test) {
    return new TestResult(test.method(), test.points(), Status.FAILED, "the test gave no result");
  }

  /** Runs {@code tests} in their order, and tells of each when it starts and when it has ended. */
  static void run(
      Exercise exercise,
      List<GradedTest> tests,
      String subject,
      long seed,
      Consumer<GradedTest> started,
      BiConsumer<GradedTest, TestResult> ended) {
    // No listener of the build around us: only ours.
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();
    for (GradedTest test : tests) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(method(exercise, test))
              .filters(EngineFilter.includeEngines("junit-jupiter"))
              .configurationParameter(Subjects.PROPERTY, subject)
              .configurationParameter(SubjectResolver.SEED, Long.toString(seed))
              .build();
      started.accept(test);
      List<TestResult> only = new ArrayList<>();
      LauncherFactory.create(config).execute(request, new Listener(test, only));
      ended.accept(test, only.isEmpty() ? noResult(test) : only.get(0));
    }
  }

  private static DiscoverySelector method(Exercise exercise, GradedTest test) {
    Class<?> type = GradedTests.testClass(exercise);
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(test.method())) {
        return selectMethod(type, method);
      }
    }
    throw new IllegalStateException("no graded test " + test.method());
  }

  /** Keeps what JUnit says of the one method. */
  private record Listener(GradedTest test, List<TestResult> into) implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier id, TestExecutionResult result) {
      boolean isMethod = id.getSource().filter(MethodSource.class::isInstance).isPresent();
      if (isMethod || result.getStatus() == TestExecutionResult.Status.FAILED) {
        into.add(new TestResult(test.method(), test.points(), status(result), message(result)));
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
}
