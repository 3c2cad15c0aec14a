package seq2seq.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test that is worth points.
 *
 * <p>The method may ask for two parameters: the subject, whose type is the interface of the
 * exercise, and a {@link seq2seq.engine.Generator} for its inputs. {@link SubjectResolver} provides
 * both.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(SubjectResolver.class)
public @interface Graded {

  /** The number of the exercise, such as {@code 6.2}. */
  String exercise();

  /** What passing is worth; there is no part of it. */
  int points();
}
