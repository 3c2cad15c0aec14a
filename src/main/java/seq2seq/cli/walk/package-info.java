/**
 * The commands that run chapters: {@code walk}, {@code jshell} and {@code export}.
 *
 * <p>{@link seq2seq.cli.walk.Walk} is the walk itself, told what was typed and telling a {@link
 * seq2seq.cli.walk.Console} what to show; consoles are a terminal with line editing (the only class
 * that sees JLine) and plain lines for pipes.
 */
package seq2seq.cli.walk;
