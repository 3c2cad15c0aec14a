package seq2seq.grading;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import seq2seq.engine.Generator;

/** Gives a graded test its subject and its inputs' generator, and lets a waiting starter be. */
public final class SubjectResolver implements ParameterResolver, TestExecutionExceptionHandler {
  /** The name of the parameter that seeds the inputs; 1 if it is not given. */
  public static final String SEED = "seq2seq.seed";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Generator.class || type.getName().equals(exercise(test).specification());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    if (parameter.getParameter().getType() == Generator.class) {
      return generator(test);
    }
    String choice = test.getConfigurationParameter(Subjects.PROPERTY).orElse("starters");
    return Subjects.create(exercise(test), choice);
  }

  /** Each test has inputs of its own, whichever tests run before it. */
  private static Generator generator(ExtensionContext test) {
    long seed = test.getConfigurationParameter(SEED).map(Long::parseLong).orElse(1L);
    String name = test.getRequiredTestClass().getName() + test.getRequiredTestMethod().getName();
    return Generator.seeded(seed * 0x9E3779B97F4A7C15L + name.hashCode());
  }

  private static Exercise exercise(ExtensionContext test) {
    return Exercises.find(test.getRequiredTestMethod().getAnnotation(Graded.class).exercise());
  }

  /** A {@link Todo} shows as skipped. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    if (failure instanceof Todo waiting) {
      Assumptions.abort(waiting.getMessage());
    }
    throw failure;
  }
}
