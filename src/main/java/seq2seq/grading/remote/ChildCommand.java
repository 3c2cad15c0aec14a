package seq2seq.grading.remote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import seq2seq.grading.child.ChildMain;
import seq2seq.grading.run.Limits;

/** The command lines of the processes beside this one: JVMs of the same JDK, small and bounded. */
final class ChildCommand {
  /** Enough for javac, and for a file of 256 KB; in megabytes. */
  private static final int COMPILER_HEAP = 192;

  private ChildCommand() {}

  /** For a learner's classes: {@code jar} and nothing else is on the class path. */
  static List<String> learner(Path jar, Limits limits) {
    List<String> command = java(limits.heapMegabytes());
    command.add("-XX:MaxMetaspaceSize=64m");
    // Beside the jar: a name that every system can spell, wherever the temporary folder lies.
    command.addAll(List.of("-cp", "" + jar.getFileName(), ChildMain.class.getName()));
    return command;
  }

  /** For javac, with our own class path: it runs nothing of the learner's. */
  static List<String> compiler() {
    List<String> command = java(COMPILER_HEAP);
    String classPath = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classPath, CompilerMain.class.getName()));
    return command;
  }

  private static List<String> java(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Started often and gone soon: what makes a JVM start fast.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    // One processor: the engine starts no helpers, and two gradings share two processors well.
    command.add("-XX:ActiveProcessorCount=1");
    command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+ExitOnOutOfMemoryError"));
    // Standard output is the parent's; no file and no door is left open for others.
    command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-XX:-UsePerfData"));
    command.addAll(List.of("-XX:+DisableAttachMechanism", "-XX:-CreateCoredumpOnCrash"));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    // The same words and decimal points on every machine.
    command.addAll(List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"));
    return command;
  }

  /** A JVM reads the names of files in the encoding of the locale, so it must have this one's. */
  static void setLocale(Map<String, String> environment) {
    environment.put(
        "LC_ALL",
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(System::getenv)
            .filter(locale -> locale != null && locale.matches("(?i).*utf-?8.*"))
            .findFirst()
            .orElse("C.UTF-8"));
  }
}
