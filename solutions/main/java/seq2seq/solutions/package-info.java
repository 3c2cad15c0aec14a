/**
 * The worked answers, from which the starters are generated, and pools of known wrong and
 * differently written right ones.
 *
 * <p>Between {@code // BEGIN SOLUTION} and {@code // END SOLUTION} stands what a starter does not
 * have; {@link seq2seq.solutions.kit.StarterText} says how it is taken out.
 */
package seq2seq.solutions;
