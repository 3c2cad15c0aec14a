/**
 * The loops that do the engine's arithmetic, once in plain Java and once with SIMD instructions,
 * bit for bit the same.
 *
 * <p>{@link seq2seq.engine.kernel.Kernel} states the contract. Arrays are passed live, not copied.
 * May import the JDK only.
 */
package seq2seq.engine.kernel;
