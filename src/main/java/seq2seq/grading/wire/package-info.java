/**
 * How the two processes of grading talk: frames of bytes, and values written by their declared
 * type.
 *
 * <p>Plain data only: numbers, truth values, texts, arrays, records and tensors by value, and
 * callbacks by number. The reader believes no length.
 *
 * <p>Imports the JDK and the engine, because the learner's process has nothing else.
 */
package seq2seq.grading.wire;
