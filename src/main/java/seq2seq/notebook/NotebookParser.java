package seq2seq.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.notebook.Expected.Varies;

/**
 * Reads a chapter's Markdown, line by line.
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
  private static final Pattern FENCE = Pattern.compile("( {0,3})(`{3,}|~{3,})\\s*([^`]*)");
  private static final List<String> OUTPUT = List.of("text", "mermaid");
  private static final Pattern MARK = Pattern.compile("\\s*<!--\\s*output:\\s*(\\S+)\\s*-->\\s*");
  private static final Pattern SETTINGS = Pattern.compile("\\s*<!--\\s*notebook\\b(.*)");

  private final String file;
  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> prose = new ArrayList<>();
  private Settings settings = Settings.NONE;
  private String title;
  private int cells;

  /** The place of the next line to read, from 0. */
  private int at;

  NotebookParser(String file, String markdown) {
    this.file = file;
    this.lines = markdown.replace("\r\n", "\n").lines().toList();
    this.title = file;
  }

  Notebook parse() {
    while (at < lines.size()) {
      readLine(lines.get(at));
    }
    flushProse();
    return new Notebook(file, title, settings, blocks, lines);
  }

  private void readLine(String line) {
    Matcher fence = FENCE.matcher(line);
    if (fence.matches()) {
      readFence(fence);
    } else if (SETTINGS.matcher(line).matches()) {
      readSettings();
    } else if (MARK.matcher(line).matches()) {
      throw error(at, "`output:` mark-up must stand between a cell and its text fence");
    } else if (line.stripLeading().startsWith("<!--")) {
      readComment();
    } else {
      if (line.startsWith("# ")) {
        title = line.substring(2).strip();
      }
      keep();
    }
  }

  private void readFence(Matcher fence) {
    int close = closing(fence);
    String info = fence.group(3).strip();
    boolean cell = info.equals("java") || info.equals("java error");
    if (cell && fence.group(1).isEmpty()) {
      readCell(close, info.endsWith("error"));
    } else if (info.startsWith("java") && fence.group(1).isEmpty()) {
      throw error(at, "a cell is marked `java` or `java error`, not `" + info + "`");
    } else {
      while (at <= close) {
        keep();
      }
    }
  }

  private void readCell(int close, boolean fails) {
    flushProse();
    int open = at;
    List<String> code = lines.subList(open + 1, close);
    at = close + 1;
    Optional<Expected> expected = readExpected();
    blocks.add(new Cell(++cells, open + 1, code, fails, expected));
  }

  /** The output that follows a cell, if any; moves past it. */
  private Optional<Expected> readExpected() {
    Varies varies = Varies.NOTHING;
    for (int i = at; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      Matcher fence = FENCE.matcher(lines.get(i));
      if (mark.matches()) {
        varies = varies(i, mark.group(1));
      } else if (fence.matches() && OUTPUT.contains(fence.group(3).strip())) {
        return Optional.of(readText(i, fence, varies));
      } else if (!lines.get(i).isBlank()) {
        break;
      }
    }
    if (varies != Varies.NOTHING) {
      throw error(at, "`output:` mark-up must be followed by a text fence");
    }
    return Optional.empty();
  }

  private Expected readText(int open, Matcher fence, Varies varies) {
    at = open;
    int close = closing(fence);
    at = close + 1;
    return new Expected(open + 1, lines.subList(open + 1, close), varies);
  }

  private Varies varies(int index, String word) {
    return switch (word) {
      case "time" -> Varies.TIME;
      case "path" -> Varies.PATH;
      default -> throw error(index, "`output:` is `time` or `path`, not `" + word + "`");
    };
  }

  /** The index of the line that closes the fence opened on the current line. */
  private int closing(Matcher fence) {
    String ticks = fence.group(2);
    String closer = " {0,3}" + Pattern.quote(ticks) + ticks.charAt(0) + "*\\s*";
    for (int i = at + 1; i < lines.size(); i++) {
      if (lines.get(i).matches(closer)) {
        return i;
      }
    }
    throw error(at, "this fence is never closed: a line `" + ticks + "` is missing");
  }

  /** Keeps a comment as narrative, so that nothing in it is a cell; returns it. */
  private String readComment() {
    int start = at;
    StringBuilder comment = new StringBuilder();
    do {
      if (at == lines.size()) {
        throw error(start, "this comment is never closed: `-->` is missing");
      }
      comment.append(lines.get(at)).append('\n');
      keep();
    } while (!lines.get(at - 1).contains("-->"));
    return comment.toString();
  }

  private void readSettings() {
    int line = at;
    String comment = readComment();
    String body = comment.substring(comment.indexOf("notebook") + 8, comment.lastIndexOf("-->"));
    for (String entry : body.split("\n", -1)) {
      if (!entry.isBlank()) {
        set(line, entry.strip());
      }
      line++;
    }
  }

  private void set(int index, String entry) {
    int colon = entry.indexOf(':');
    String key = colon < 0 ? entry : entry.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = colon < 0 ? "" : entry.substring(colon + 1).strip();
    settings =
        switch (key) {
          case "imports" -> new Settings(names(value), settings.minutes(), settings.needs());
          case "minutes" ->
              new Settings(settings.imports(), minutes(index, value), settings.needs());
          case "needs" -> new Settings(settings.imports(), settings.minutes(), value);
          default ->
              throw error(index, "settings are `imports`, `minutes`, `needs`; not `" + key + "`");
        };
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

  private int minutes(int index, String value) {
    if (!value.matches("\\d{1,4}")) {
      throw error(index, "`minutes` is a whole number, not `" + value + "`");
    }
    return Integer.parseInt(value);
  }

  private void keep() {
    prose.add(lines.get(at++));
  }

  private void flushProse() {
    if (prose.stream().anyMatch(line -> !line.isBlank())) {
      blocks.add(new Prose(at - prose.size() + 1, prose));
    }
    prose.clear();
  }

  private NotebookException error(int index, String problem) {
    return new NotebookException(file, index + 1, problem);
  }
}
