package seq2seq.cli.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import seq2seq.language.Texts;
import seq2seq.language.Width;
import seq2seq.notebook.CodeCell;
import seq2seq.notebook.Notebook;
import seq2seq.notebook.markdown.Heading;
import seq2seq.notebook.markdown.Markdown;
import seq2seq.notebook.text.Ink;
import seq2seq.notebook.text.MarkdownText;

/** A chapter as lines for a terminal; {@code pictures} tells where one lies, once it is saved. */
record ChapterPage(
    Notebook notebook, Ink ink, int width, Function<String, Optional<Path>> pictures) {

  /** The narrative between the cell before {@code number} and it; behind the last one, the rest. */
  List<String> narrativeBefore(int number) {
    MarkdownText layout = new MarkdownText(width, ink, this::picture);
    return notebook.proseBefore(number).map(p -> layout.render(p.text())).orElse(List.of());
  }

  /**
   * The heading of the section that cell {@code number} is in; empty if the narrative right before
   * the cell shows it, or there is none.
   */
  String section(int number) {
    for (int cell = number; cell >= 1; cell--) {
      Optional<String> section =
          notebook.proseBefore(cell).flatMap(prose -> lastSection(prose.text()));
      if (section.isPresent()) {
        return cell == number ? "" : section.get();
      }
    }
    return "";
  }

  private static Optional<String> lastSection(Markdown text) {
    return text.headings().stream()
        .filter(heading -> heading.level() == 2)
        .map(Heading::text)
        .reduce((first, last) -> last);
  }

  private String picture(String name) {
    return pictures.apply(name).map(Path::toString).orElse(name);
  }

  /** The code of {@code cell}, set off from the narrative; what is too wide goes on after a dot. */
  List<String> code(CodeCell cell) {
    List<String> lines = new ArrayList<>();
    cell.code().forEach(line -> addCode(lines, line));
    if (cell.fails()) {
      lines.add("  │ " + ink.bold(Texts.of(ChapterPage.class).get("meant.to.fail")));
    }
    return lines;
  }

  private void addCode(List<String> lines, String code) {
    String rest = "  │ " + code;
    while (Width.of(rest) > width) {
      int most = Width.fitting(rest, width);
      int blank = rest.lastIndexOf(' ', most - 1);
      int cut = blank > most / 2 ? blank : most;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = "  ·     " + rest.substring(cut).strip();
    }
    lines.add(rest.stripTrailing());
  }
}
