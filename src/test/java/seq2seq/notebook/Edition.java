package seq2seq.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import seq2seq.notebook.markdown.Heading;
import seq2seq.notebook.markdown.InlineMath;
import seq2seq.notebook.markdown.Link;
import seq2seq.notebook.markdown.Markdown;

/**
 * What a page and its translation have in common, and where they differ.
 *
 * @param name the page from the top of the course, as findings name it
 * @param text what it says
 */
record Edition(String name, Markdown text) {
  private static final Path COURSE = Path.of("..");

  /** Something that both editions have: what it is, and on which line it begins. */
  private record Part(String what, int line) {}

  static Edition of(String name) throws IOException {
    return new Edition(name, Markdown.parse(Files.readString(COURSE.resolve(name))));
  }

  /** Each place in which {@code chinese} is not this page with other words, both named. */
  List<String> differences(Edition chinese) {
    return Stream.of(
            differences("fences", chinese, Edition::fences),
            differences("levels of headings", chinese, Edition::headings),
            differences("pictures", chinese, Edition::pictures),
            differences("comments", chinese, Edition::comments),
            differences("formulas of a paragraph", chinese, Edition::formulas),
            links(chinese))
        .flatMap(List::stream)
        .toList();
  }

  /** Of fences alone: for pages whose words are arranged otherwise. */
  List<String> fenceDifferences(Edition chinese) {
    return differences("fences", chinese, Edition::fences);
  }

  private List<String> differences(
      String what, Edition chinese, Function<Edition, List<Part>> parts) {
    List<Part> ours = parts.apply(this);
    List<Part> theirs = parts.apply(chinese);
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      Part a = ours.get(i);
      Part b = theirs.get(i);
      if (!a.what().equals(b.what())) {
        int line = firstDifference(a.what(), b.what());
        return List.of(
            at(a.line() + line)
                + " and "
                + chinese.at(b.line() + line)
                + ": other "
                + what
                + ": `"
                + line(a.what(), line)
                + "` and `"
                + line(b.what(), line)
                + "`");
      }
    }
    String counts = ": " + what + ": " + ours.size() + " and " + theirs.size();
    return ours.size() == theirs.size()
        ? List.of()
        : List.of(surplus(ours, theirs) + " and " + chinese.surplus(theirs, ours) + counts);
  }

  /** The page, with the line of the first part that the other page has not. */
  private String surplus(List<Part> ours, List<Part> theirs) {
    return ours.size() > theirs.size() ? at(ours.get(theirs.size()).line()) : name;
  }

  private String at(int line) {
    return name + ":" + line;
  }

  private static int firstDifference(String a, String b) {
    int line = 0;
    while (line(a, line).equals(line(b, line))) {
      line++;
    }
    return line;
  }

  private static String line(String text, int line) {
    return text.lines().skip(line).findFirst().orElse("(nothing)");
  }

  /** Every fence as it stands, its marks and every blank of it. */
  private List<Part> fences() {
    List<Part> fences = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock fence) {
            int line = Markdown.lineOf(fence);
            List<String> lines = text.lines().subList(line - 1, Markdown.lastLineOf(fence));
            fences.add(new Part(String.join("\n", lines), line));
          }
        });
    return fences;
  }

  private List<Part> headings() {
    return text.headings().stream().map(Edition::level).toList();
  }

  private static Part level(Heading heading) {
    return new Part("#".repeat(heading.level()), heading.line());
  }

  private List<Part> pictures() {
    return text.links().stream()
        .filter(Link::isPicture)
        .map(picture -> new Part(picture.target(), picture.line()))
        .toList();
  }

  private List<Part> comments() {
    List<Part> comments = new ArrayList<>();
    visit(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            comments.add(new Part(html.getLiteral().strip(), Markdown.lineOf(html)));
          }

          @Override
          public void visit(HtmlInline html) {
            comments.add(new Part(html.getLiteral().strip(), Markdown.lineOf(html)));
          }
        });
    return comments;
  }

  /** Those of each block sorted: within a sentence, another language has another order. */
  private List<Part> formulas() {
    List<Part> formulas = new ArrayList<>();
    for (Node block : text.blocks()) {
      List<String> within = new ArrayList<>();
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
              if (node instanceof InlineMath math) {
                within.add(math.tex());
              }
              visitChildren(node);
            }
          });
      within.sort(Comparator.naturalOrder());
      if (!within.isEmpty()) {
        formulas.add(new Part(String.join(" ; ", within), Markdown.lineOf(block)));
      }
    }
    return formulas;
  }

  private List<String> links(Edition chinese) {
    long ours = text.links().stream().filter(link -> !link.isPicture()).count();
    long theirs = chinese.text.links().stream().filter(link -> !link.isPicture()).count();
    return ours == theirs
        ? List.of()
        : List.of(name + " and " + chinese.name + ": links: " + ours + " and " + theirs);
  }

  private void visit(AbstractVisitor visitor) {
    text.blocks().forEach(block -> block.accept(visitor));
  }
}
