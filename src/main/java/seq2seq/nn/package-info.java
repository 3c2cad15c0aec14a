/**
 * What models are made of: named {@link seq2seq.nn.Parameter}s, a {@link seq2seq.nn.Linear} layer,
 * initial values, and the optimisers that change parameters.
 *
 * <p>May import {@code seq2seq.engine} and the JDK, nothing else. Parameters are the second of the
 * two homes of mutable state (the first is gradients).
 */
package seq2seq.nn;
