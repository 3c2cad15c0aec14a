package seq2seq.cli;

import picocli.CommandLine;

/** Prints the class path of the course, for those who start a jshell or a JVM of their own. */
@CommandLine.Command(
    name = "classpath",
    description = "Prints the class path, for a JVM that you start yourself.",
    footer = {"", "Example:", "  jshell --class-path \"$(./learn classpath)\""})
public final class ClasspathCommand implements Command {

  @Override
  public Integer call() {
    System.out.println(System.getProperty("java.class.path"));
    return ExitStatus.DONE;
  }
}
