package seq2seq.grading.run;

import java.time.Duration;

/**
 * What the process of a learner's class may use.
 *
 * @param start wall-clock time until it is there
 * @param test wall-clock time for each test
 * @param processor processor time for each test
 * @param exercise wall-clock time for all tests of an exercise
 * @param heapMegabytes its heap
 * @param printedKilobytes what a test may print
 */
public record Limits(
    Duration start,
    Duration test,
    Duration processor,
    Duration exercise,
    int heapMegabytes,
    int printedKilobytes) {
  /** Generous for any exercise of the course, and short enough to wait for. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          256,
          1024);
}
