package seq2seq.cli;

import java.util.concurrent.Callable;

/**
 * One command of {@code learn}: {@code call} does the work and returns the exit status.
 *
 * <p>To add one, write a class with a public constructor without parameters, annotate it with
 * picocli's {@code @Command(name = ..., description = ...)} and its fields with {@code @Option},
 * and name it in {@code META-INF/services/seq2seq.cli.Command} of the module it lives in. The help
 * lists it last, unless {@link Main} names its place. Declare no {@code --help} and no {@code
 * --debug}: every command gets both.
 *
 * <p>Every start of {@code learn} makes one object of each command, to list them, so constructors
 * do nothing. A mistake of the user's is an exception with a one-line message: {@link UsageError}
 * (exit status 2) when the command line itself is wrong, {@link UserError}, an {@link
 * IllegalArgumentException} or an {@link java.io.IOException} (exit status 1) otherwise.
 */
public interface Command extends Callable<Integer> {
  /** Whether it speaks Chinese too, and so has the option {@code --language}. */
  default boolean speaksChinese() {
    return false;
  }

  /**
   * Whether its arguments are a user's sentences: then one that begins with a dash and is no option
   * of the command is a sentence too.
   */
  default boolean takesTexts() {
    return false;
  }
}
