/**
 * The commands of {@code learn} that need chapters: train, translate, bench.
 *
 * <p>May import every chapter, {@code src}, picocli and the progress bar. The command line finds
 * them through ServiceLoader.
 */
package seq2seq.commands;
