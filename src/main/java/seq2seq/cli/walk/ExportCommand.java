package seq2seq.cli.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Languages;
import seq2seq.cli.UsageError;
import seq2seq.language.Language;
import seq2seq.notebook.Chapters;

/** What a maintainer does after editing a chapter. */
@CommandLine.Command(
    name = "export",
    description = "Generates the jshell scripts and the Jupyter notebooks of the chapters.",
    footer = {
      "",
      "Examples, after a cell was edited in both editions:",
      "  ./learn export --accept 5",
      "  ./learn export --language zh --accept 5"
    })
public final class ExportCommand implements Command {
  @Parameters(paramLabel = "N", arity = "0..*", description = "The chapters; none: all.")
  private List<Integer> numbers = new ArrayList<>();

  @Option(names = "--accept", description = "First writes into each page what its cells print now.")
  private boolean accept;

  @Option(
      names = "--check",
      description = "Writes nothing: runs the cells and compares their outputs with the page.")
  private boolean check;

  @Option(
      names = Languages.OPTION,
      paramLabel = "LANGUAGE",
      converter = Languages.Converter.class,
      defaultValue = "en",
      description = "The edition: en (unless given) or zh.")
  private Language language;

  /**
   * Exports.
   *
   * @throws UsageError if both options are given, or there is no such chapter
   */
  @Override
  public Integer call() {
    if (accept && check) {
      throw new UsageError("--accept writes and --check must not: give one of them");
    }
    ChapterFiles chapters = new ChapterFiles(language);
    List<Path> files =
        numbers.isEmpty() ? chapters.all() : numbers.stream().map(chapters::chapter).toList();
    Chapters maintained = new Chapters(System.out);
    if (accept || check) {
      CompilerAdvice.giveSoon();
    }
    boolean well = true;
    for (Path file : files) {
      well &= check ? maintained.check(file) : exported(maintained, file);
    }
    return well ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private boolean exported(Chapters maintained, Path file) {
    boolean well = !accept || maintained.accept(file);
    return maintained.export(file) && well;
  }
}
