/**
 * The process in which a learner's class runs.
 *
 * <p>It has the engine, the interfaces of the exercises and the classes of this package and {@link
 * seq2seq.grading.wire}, and nothing else: no test, no JUnit, no chapter, no solution. It answers
 * calls of its parent and never learns whether an answer was right.
 */
package seq2seq.grading.child;
