/**
 * The {@code learn} command: finds the commands, runs one, and says in one line what went wrong.
 *
 * <p>A command is a class that implements {@link seq2seq.cli.Command}. The ones that need the
 * chapters live with the chapters and are found through {@link java.util.ServiceLoader}, so this
 * package never imports a chapter. Exit status: 0 done, 1 failed, 2 wrong usage.
 *
 * <p>May import every other package of this module; only here is picocli seen in it.
 */
package seq2seq.cli;
