package seq2seq.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import seq2seq.notebook.markdown.Heading;
import seq2seq.notebook.markdown.Link;
import seq2seq.notebook.markdown.Markdown;

/** What holds for every page of the project, and for the notebooks made of them. */
class MarkdownFilesTest {
  private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> LEFT_OUT =
      List.of(".git", ".learn", "target", "runs", "grades", "node_modules");

  /** A text with links: a page, or a piece of narrative of a notebook. */
  private record Page(Path file, Markdown text) {
    String at(int line) {
      return COURSE.relativize(file) + ":" + line;
    }
  }

  private static List<Path> files(String extension) throws IOException {
    List<Path> files = new ArrayList<>();
    collect(COURSE, extension, files);
    return files;
  }

  private static void collect(Path folder, String extension, List<Path> files) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.sorted().toList()) {
        if (Files.isDirectory(path) && !LEFT_OUT.contains(path.getFileName().toString())) {
          collect(path, extension, files);
        } else if (path.toString().endsWith(extension)) {
          files.add(path);
        }
      }
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(".md")) {
      pages.add(new Page(file, Markdown.parse(read(file))));
    }
    return pages;
  }

  private static List<Page> narrativeOfNotebooks() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(".ipynb")) {
      JsonObject notebook = new Gson().fromJson(read(file), JsonObject.class);
      for (JsonElement cell : notebook.getAsJsonArray("cells")) {
        if (cell.getAsJsonObject().get("cell_type").getAsString().equals("markdown")) {
          StringBuilder source = new StringBuilder();
          cell.getAsJsonObject()
              .getAsJsonArray("source")
              .forEach(line -> source.append(line.getAsString()));
          pages.add(new Page(file, Markdown.parse(source.toString())));
        }
      }
    }
    return pages;
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    List<Page> pages = pages();
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(deadLinks(pages)).isEmpty();
  }

  @Test
  void everyRelativeLinkOfANotebookLeadsSomewhereFromItsOwnFolder() throws IOException {
    List<Page> pages = narrativeOfNotebooks();
    assertThat(pages).hasSizeGreaterThan(100);
    assertThat(deadLinks(pages)).isEmpty();
  }

  private static List<String> deadLinks(List<Page> pages) throws IOException {
    List<String> dead = new ArrayList<>();
    for (Page page : pages) {
      for (Link link : page.text().links()) {
        if (link.isRelative() && !leadsSomewhere(page.file(), link.target())) {
          dead.add(page.at(link.line()) + ": " + link.target());
        }
      }
    }
    return dead;
  }

  private static boolean leadsSomewhere(Path from, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = from.resolveSibling(parts[0]).normalize();
    if (parts.length == 1 || !file.toString().endsWith(".md")) {
      return Files.exists(file);
    }
    return Files.exists(file) && hasAnchor(Markdown.parse(read(file)), parts[1]);
  }

  private static boolean hasAnchor(Markdown page, String anchor) {
    return page.headings().stream().map(Heading::anchor).anyMatch(anchor::equals);
  }

  @Test
  void everyLinkWithinAPageLeadsToAHeading() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Page page : pages()) {
      for (Link link : page.text().links()) {
        if (link.target().startsWith("#") && !hasAnchor(page.text(), link.target().substring(1))) {
          dead.add(page.at(link.line()) + ": " + link.target());
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  /**
   * What GitHub spoils: {@code \\} between two dollar signs becomes {@code \}, and a row is lost.
   */
  @Test
  void noFormulaStandsBetweenBareDollarSigns() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Page page : pages()) {
      page.text().blocks().forEach(block -> block.accept(new BareDollars(page, bare)));
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void aBareFormulaWouldBeFound() {
    List<String> bare = new ArrayList<>();
    for (String text : List.of("a $x\\\\y$", "$$x$$", "$`x`$ and `$x$`", "```math\nx\n```")) {
      Page page = new Page(COURSE.resolve("a.md"), Markdown.parse(text));
      page.text().blocks().forEach(block -> block.accept(new BareDollars(page, bare)));
    }
    assertThat(bare).hasSize(2);
  }

  /** Dollar signs in text that is neither code nor a formula. */
  private static final class BareDollars extends AbstractVisitor {
    private final Page page;
    private final List<String> found;

    BareDollars(Page page, List<String> found) {
      this.page = page;
      this.found = found;
    }

    @Override
    public void visit(Text text) {
      if (text.getLiteral().matches("(?s).*\\$(?=\\S)[^$]*\\$.*")) {
        found.add(page.at(Markdown.lineOf(text)) + ": " + text.getLiteral());
      }
    }
  }
}
