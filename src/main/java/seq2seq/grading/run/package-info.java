/**
 * Runs graded tests, always in this JVM ({@link seq2seq.grading.run.GradedRun}): on a subject
 * beside them, or, for a score that counts ({@link seq2seq.grading.run.Grader}), on one in a
 * process of its own that may hang, exit or run out of memory without harm ({@link
 * seq2seq.grading.remote}).
 *
 * <p>The list of tests is the grader's: a test without a result scores 0.
 */
package seq2seq.grading.run;
