package seq2seq.cli.walk;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.Home;
import seq2seq.cli.Terminal;
import seq2seq.language.Language;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.RealJshell;

/** The JDK's jshell, ready for the course. */
@CommandLine.Command(
    name = "jshell",
    description = "Starts jshell with the course on its class path.",
    footer = {"", "Example:", "  ./learn jshell 5"})
public final class JshellCommand implements Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "N",
      description = "Runs the cells of this chapter first, quietly.")
  private Integer number;

  @Override
  public Integer call() throws Exception {
    Optional<Notebook> notebook =
        Optional.ofNullable(number)
            .map(n -> Notebook.read(new ChapterFiles(Language.ENGLISH).chapter(n)));
    notebook.ifPresent(
        chapter -> System.out.println("Running the cells of " + chapter.file() + " first..."));
    boolean isSeen = Terminal.current().out();
    return RealJshell.run(notebook, flags(Home.directory().resolve(".learn")), isSeen);
  }

  /** The flags of this JVM that the JVM of the user's Java needs too. */
  private static List<String> flags(Path pictures) {
    List<String> flags = new ArrayList<>();
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (flag.startsWith("-X") || flag.startsWith("--add-modules")) {
        flags.add(flag);
      }
    }
    flags.add("-Dfile.encoding=UTF-8");
    flags.add("-Dseq2seq.pictures=" + pictures);
    flags.add("-D" + Language.PROPERTY + "=" + Language.current().tag());
    return flags;
  }
}
