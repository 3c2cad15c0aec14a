/**
 * The teacher's command, {@code grade}: one submission, a class, or the archive with which a
 * platform grades by itself.
 */
package seq2seq.cli.grade;
