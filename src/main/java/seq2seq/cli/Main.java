package seq2seq.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import seq2seq.language.Language;

/**
 * The entry of {@code learn}: finds the commands, runs the one that was named, and exits with its
 * status.
 */
public final class Main {
  /** The commands in the order in which the help lists them; any other comes last, by its name. */
  private static final List<String> ORDER =
      List.of(
          "walk",
          "jshell",
          "train",
          "translate",
          "bench",
          "bottleneck",
          "export-weights",
          "import-weights",
          "check",
          "hint",
          "submit",
          "book",
          "grade",
          "publish",
          "classpath",
          "export",
          "help");

  private Main() {}

  /** Runs one command and ends the JVM with its exit status. */
  public static void main(String[] args) {
    StandardStreams.useUtf8();
    Languages.ofUser(System.getProperty("seq2seq.locale", "")).speak();
    System.exit(written(run(args)));
  }

  /** The exit status, or {@link ExitStatus#FAILED} if some of the output went nowhere. */
  static int written(int status) {
    if (!System.out.checkError()) {
      return status;
    }
    System.err.println("learn: the output could not be written: the disk is full, or it is closed");
    return status == ExitStatus.DONE ? ExitStatus.FAILED : status;
  }

  /**
   * Runs one command, writing to {@code System.out} and {@code System.err}, and returns its exit
   * status: 0 done, 1 failed, 2 wrong usage.
   */
  public static int run(String... args) {
    return run(needed(args), args);
  }

  /** As {@link #run(String...)}, with these {@code commands} in place of the installed ones. */
  static int run(Iterable<Command> commands, String... args) {
    FailureReporter failures = new FailureReporter(System.err, asksForTraces(args), traceFile());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> failures.report(failure));
    try {
      return Languages.asked(args, Language.current())
          .speaking(() -> commandLine(commands, failures).execute(args));
    } catch (Error failure) {
      return failures.report(failure);
    }
  }

  static Iterable<Command> installed() {
    return ServiceLoader.load(Command.class);
  }

  /**
   * The command that {@code args} name, alone: to make the others and to read their annotations
   * takes longer than most of them run. All of them, if none is named or help is asked for.
   */
  static Iterable<Command> needed(String... args) {
    String first = Stream.of(args).filter(word -> !word.startsWith("-")).findFirst().orElse("");
    List<Command> named =
        ServiceLoader.load(Command.class).stream()
            .filter(one -> one.type().getSimpleName().equalsIgnoreCase(first + "Command"))
            .map(ServiceLoader.Provider::get)
            .filter(command -> name(command).equals(first) && !(command instanceof HelpCommand))
            .toList();
    return named.isEmpty() ? installed() : named;
  }

  static CommandLine commandLine(Iterable<Command> commands, FailureReporter failures) {
    CommandLine line = new CommandLine(new Learn());
    inOrder(commands).forEach(line::addSubcommand);
    CommonOptions.addTo(line.getCommandSpec(), true);
    line.getCommandSpec().version("learn " + CourseVersion.get() + ", JDK " + Runtime.version());
    line.getSubcommands().values().forEach(Main::prepare);
    line.setOut(writer(System.out)).setErr(writer(System.err));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi()));
    line.setUsageHelpWidth(80).setCaseInsensitiveEnumValuesAllowed(true);
    Languages.help().ifPresent(line::setResourceBundle);
    line.setExpandAtFiles(false); // "@home" is a text, not a file of arguments
    line.setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
    line.setParameterExceptionHandler((failure, args) -> wrongUsage(failure));
    return line;
  }

  private static void prepare(CommandLine line) {
    Command command = line.getCommand();
    CommonOptions.addTo(line.getCommandSpec(), command.speaksChinese());
    if (command.takesTexts()) {
      line.setUnmatchedOptionsArePositionalParams(true);
      line.setPosixClusteredShortOptionsAllowed(false); // "-hello" is not -h
    }
  }

  private static List<Command> inOrder(Iterable<Command> commands) {
    return StreamSupport.stream(commands.spliterator(), false)
        .sorted(Comparator.comparingInt(Main::place).thenComparing(Main::name))
        .toList();
  }

  private static int place(Command command) {
    int place = ORDER.indexOf(name(command));
    return place < 0 ? ORDER.size() : place;
  }

  private static String name(Command command) {
    return command.getClass().getAnnotation(CommandLine.Command.class).name();
  }

  private static int wrongUsage(ParameterException failure) {
    System.err.println("learn: " + UsageMessages.line(failure));
    System.err.println(UsageMessages.advice(failure.getCommandLine()));
    return ExitStatus.WRONG_USAGE;
  }

  private static boolean asksForTraces(String[] args) {
    return List.of(args).contains(CommonOptions.DEBUG);
  }

  private static Path traceFile() {
    return Home.directory().resolve(".learn").resolve("last-fault.txt");
  }

  private static Ansi ansi() {
    return Terminal.current().colour() ? Ansi.ON : Ansi.OFF;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true);
  }
}
