package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import seq2seq.notebook.Expected.Varies;
import seq2seq.notebook.markdown.Markdown;

/**
 * Tells a page's cells from its narrative.
 *
 * <ul>
 *   <li>A fence marked {@code java}, at the start of a line, is a cell; marked {@code java error},
 *       a cell that must throw or fail to compile.
 *   <li>A {@code text} fence right after it (only blank lines and the mark-up below may stand
 *       between) is the cell's output.
 *   <li>{@code <!-- output: time -->} or {@code <!-- output: path -->} on a line between the two
 *       lets {@code …} in the output stand for anything within a line.
 *   <li>A comment that starts {@code <!-- notebook} holds the chapter's settings, a {@code key:
 *       value} a line: {@code imports}, {@code minutes}, {@code needs}.
 *   <li>Everything else is narrative: other fences, pictures, other comments.
 * </ul>
 */
final class NotebookParser {
  private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*output:\\s*(\\S+)\\s*-->\\s*");
  private static final Pattern SETTINGS =
      Pattern.compile("\\s*<!--\\s*notebook\\b(.*?)-->.*", Pattern.DOTALL);

  private final String file;
  private final Markdown page;
  private final List<Block> blocks = new ArrayList<>();
  private Settings settings = Settings.NONE;
  private int cells;

  /** The line on which narrative goes on that no block holds yet. */
  private int open = 1;

  NotebookParser(String file, String markdown) {
    this.file = file;
    this.page = Markdown.parse(markdown);
  }

  Notebook parse() {
    page.blocks().forEach(block -> block.accept(new Closed()));
    for (Node block : page.blocks()) {
      read(block);
    }
    keepProse(page.lines().size() + 1);
    return new Notebook(file, settings, blocks, page);
  }

  private void read(Node block) {
    if (Markdown.lineOf(block) < open) {
      return; // the output of a cell
    }
    if (block instanceof FencedCodeBlock fence && fence.getFenceIndent() == 0) {
      readFence(fence, fence.getInfo().strip());
    } else if (block instanceof HtmlBlock html) {
      readComment(html);
    }
  }

  private void readFence(FencedCodeBlock fence, String info) {
    if (info.equals("java") || info.equals("java error")) {
      readCell(fence, info.endsWith("error"));
    } else if (info.startsWith("java")) {
      throw error(fence, "a cell is marked `java` or `java error`, not `" + info + "`");
    }
  }

  private void readCell(FencedCodeBlock fence, boolean fails) {
    int line = Markdown.lineOf(fence);
    keepProse(line);
    open = Markdown.lastLineOf(fence) + 1;
    blocks.add(new CodeCell(++cells, line, inside(fence), fails, readExpected(fence.getNext())));
  }

  /** The output that follows a cell, if any; moves past it. */
  private Optional<Expected> readExpected(Node after) {
    Varies varies = Varies.NOTHING;
    Node block = after;
    while (block instanceof HtmlBlock html && MARK.matcher(html.getLiteral()).matches()) {
      varies = varies(html);
      block = block.getNext();
    }
    if (block instanceof FencedCodeBlock fence && fence.getInfo().strip().equals("text")) {
      open = Markdown.lastLineOf(fence) + 1;
      return Optional.of(new Expected(Markdown.lineOf(fence), inside(fence), varies));
    }
    if (varies != Varies.NOTHING) {
      throw error(after, "`output:` mark-up must be followed by a text fence");
    }
    return Optional.empty();
  }

  /** The lines between a fence's first line and its last. */
  private List<String> inside(FencedCodeBlock fence) {
    return page.lines().subList(Markdown.lineOf(fence), Markdown.lastLineOf(fence) - 1);
  }

  private Varies varies(HtmlBlock mark) {
    Matcher word = MARK.matcher(mark.getLiteral());
    return switch (word.matches() ? word.group(1) : "") {
      case "time" -> Varies.TIME;
      case "path" -> Varies.PATH;
      default -> throw error(mark, "`output:` is `time` or `path`, not `" + word.group(1) + "`");
    };
  }

  private void readComment(HtmlBlock html) {
    Matcher found = SETTINGS.matcher(html.getLiteral());
    if (MARK.matcher(html.getLiteral()).matches()) {
      throw error(html, "`output:` mark-up must stand between a cell and its text fence");
    } else if (found.matches()) {
      int line = Markdown.lineOf(html);
      for (String entry : found.group(1).split("\n", -1)) {
        if (!entry.isBlank()) {
          set(line, entry.strip());
        }
        line++;
      }
    }
  }

  private void set(int line, String entry) {
    int colon = entry.indexOf(':');
    String key = colon < 0 ? entry : entry.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = colon < 0 ? "" : entry.substring(colon + 1).strip();
    if (key.equals("imports")) {
      settings = new Settings(names(value));
    } else if (key.equals("minutes") && !value.matches("\\d{1,4}")) {
      throw error(line, "`minutes` is a whole number, not `" + value + "`");
    } else if (!key.equals("minutes") && !key.equals("needs")) {
      throw error(line, "settings are `imports`, `minutes`, `needs`; not `" + key + "`");
    }
  }

  private List<String> names(String value) {
    List<String> names = new ArrayList<>(settings.imports());
    for (String name : value.split(",")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }

  /** Keeps the narrative up to, and without, line {@code end}. */
  private void keepProse(int end) {
    if (page.lines().subList(open - 1, end - 1).stream().anyMatch(line -> !line.isBlank())) {
      blocks.add(new Prose(page.part(open, end)));
    }
  }

  private NotebookException error(Node block, String problem) {
    return error(Markdown.lineOf(block), problem);
  }

  private NotebookException error(int line, String problem) {
    return new NotebookException(file, line, problem);
  }

  /** Refuses what Markdown lets run to the end of the page: a fence or a comment never closed. */
  private final class Closed extends AbstractVisitor {
    @Override
    public void visit(FencedCodeBlock fence) {
      if (fence.getClosingFenceLength() == null) {
        String ticks = fence.getFenceCharacter().repeat(fence.getOpeningFenceLength());
        throw error(fence, "this fence is never closed: a line `" + ticks + "` is missing");
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      String text = html.getLiteral();
      if (text.stripLeading().startsWith("<!--") && !text.contains("-->")) {
        throw error(html, "this comment is never closed: `-->` is missing");
      }
    }
  }
}
