package seq2seq.grading.run;

import java.time.Duration;

/**
 * What a grading JVM may use.
 *
 * @param start wall-clock time until its first test starts
 * @param test wall-clock time for each test
 * @param heapMegabytes its heap
 */
public record Limits(Duration start, Duration test, int heapMegabytes) {
  /** Generous for any exercise of the course, and short enough to wait for. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), 256);
}
