/**
 * The commands for the exercises: {@code check} scores them, {@code hint} helps with one, {@code
 * submit} packs them.
 */
package seq2seq.cli.check;
