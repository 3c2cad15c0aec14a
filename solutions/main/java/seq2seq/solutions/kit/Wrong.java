package seq2seq.solutions.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A known wrong solution, which must fail exactly these tests, whatever the seed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Wrong {

  /** What somebody who writes this is thinking. */
  String idea();

  /** The graded tests it must fail; it must pass all others. */
  String[] fails();

  /** Words that the feedback must contain, so that it names the mistake; empty if it cannot. */
  String feedback() default "";

  /** Whether it does not come to an end, so that it can be tried in a process of its own only. */
  boolean endless() default false;
}
