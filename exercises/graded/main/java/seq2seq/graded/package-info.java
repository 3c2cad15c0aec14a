/**
 * The exercises, as a kit: for each an interface whose javadoc is its specification, a graded test,
 * and hints (beside it among the resources).
 *
 * <p>What crosses an interface is numbers, strings, arrays, records of those and value tensors.
 */
package seq2seq.graded;
