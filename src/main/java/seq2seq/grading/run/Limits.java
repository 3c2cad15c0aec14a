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
  /**
   * Generous for any exercise of the course, also on a busy machine, and short enough to wait for:
   * a loop without end uses up its processor time first.
   */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(120),
          256,
          1024);
}
