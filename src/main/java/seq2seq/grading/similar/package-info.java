/**
 * Which submissions are closer to each other than the class is: {@link
 * seq2seq.grading.similar.Tokens} reads code so that other names and layout make no difference,
 * {@link seq2seq.grading.similar.Winnowing} makes fingerprints of it, and {@link
 * seq2seq.grading.similar.Similarity} compares those of a class.
 *
 * <p>What comes out is a place to look, not a verdict.
 */
package seq2seq.grading.similar;
