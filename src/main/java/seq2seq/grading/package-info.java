/**
 * Scores exercises: which there are, whose implementation a graded test gets, and what a failure
 * says.
 *
 * <p>A graded test is an ordinary JUnit 5 test. {@link seq2seq.grading.Graded} says how many points
 * it is worth, {@link seq2seq.grading.Subjects} which implementation it is given, {@link
 * seq2seq.grading.Situation} puts a failure into words. {@code seq2seq.grading.run} runs them.
 *
 * <p>May import the engine, data, plot and JUnit.
 */
package seq2seq.grading;
