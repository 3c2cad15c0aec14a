/** The commands for the exercises: {@code check} scores them, {@code hint} helps with one. */
package seq2seq.cli.check;
