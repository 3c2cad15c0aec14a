package seq2seq.notebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.tool.JavaShellToolBuilder;
import seq2seq.files.TemporaryFolder;

/** The JDK's own jshell, with the class path, the imports and the flags of the course. */
public final class RealJshell {
  private RealJshell() {}

  /**
   * Runs jshell on this process's streams until the user leaves; its exit status.
   *
   * @param notebook the chapter whose cells run first, quietly; empty to start with the imports
   * @param flags flags of the JVM that runs the user's Java
   * @param isSeen whether somebody looks on, who is told which cell runs
   */
  public static int run(Optional<Notebook> notebook, List<String> flags, boolean isSeen)
      throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder("seq2seq-jshell")) {
      Path startup = folder.path().resolve("startup.jsh");
      Files.writeString(startup, startup(notebook, isSeen), StandardCharsets.UTF_8);
      List<String> arguments = new ArrayList<>();
      arguments.add("--class-path=" + System.getProperty("java.class.path"));
      arguments.add("--startup=DEFAULT");
      arguments.add("--startup=" + startup);
      flags.forEach(flag -> arguments.add("-R" + flag));
      return JavaShellToolBuilder.builder().start(arguments.toArray(String[]::new));
    }
  }

  /** The imports and the code of the cells that run to their end, as a script. */
  static String startup(Optional<Notebook> notebook, boolean isSeen) {
    Settings settings = notebook.map(Notebook::settings).orElse(Settings.NONE);
    StringBuilder script =
        new StringBuilder("java.util.Locale.setDefault(java.util.Locale.ROOT);\n");
    settings.importLines().forEach(line -> script.append(line).append('\n'));
    if (notebook.isPresent()) {
      script.append("var seq2seqOut = System.out;\n");
      script.append("System.setOut(new java.io.PrintStream(");
      script.append("java.io.OutputStream.nullOutputStream()));\n");
      for (CodeCell cell : notebook.get().cells()) {
        script.append(isSeen ? progress(cell, notebook.get().cells().size()) : "");
        script.append(cell.fails() ? "" : cell.source() + "\n");
      }
      script.append(isSeen ? "seq2seqOut.print(\"\\r\" + \" \".repeat(30) + \"\\r\");\n" : "");
      script.append("System.setOut(seq2seqOut);\n");
    }
    return script.toString();
  }

  /** One line that changes, and goes at the end. */
  private static String progress(CodeCell cell, int cells) {
    String where = "cell " + cell.number() + " of " + cells;
    return "seq2seqOut.print(\"\\r" + where + "\"); seq2seqOut.flush();\n";
  }
}
