/**
 * The learner's exercises as parts of chapter 11's translator, and the process in which it trains.
 *
 * <p>May import the interfaces of the exercises, {@code seq2seq.ch11_capstone} and the engine.
 */
package seq2seq.graded.capstone;
