/**
 * Runs graded tests: in this JVM ({@link seq2seq.grading.run.GradedRun}), on a subject in this JVM
 * or may hang, exit or run out of memory without harm ({@link seq2seq.grading.run.GradingProcess}).
 *
 * <p>The list of tests is the grader's: a test without a result scores 0.
 */
package seq2seq.grading.run;
