package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays out Markdown for a terminal: headings, paragraphs, lists, tables, code, formulas. */
public final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d+[.)])\\s+(.*)");
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,})\\s*(\\S*).*");
  private static final Pattern RULE = Pattern.compile("\\s*([-*_])(\\s*\\1){2,}\\s*");

  private final int width;
  private final Ink ink;
  private final Inline inline;
  private final List<String> out = new ArrayList<>();
  private List<String> lines = List.of();
  private int at;

  /** Lines of at most {@code width} columns, where words, code and formulas let them. */
  public MarkdownText(int width, Ink ink) {
    this(width, ink, name -> name);
  }

  /** As above; {@code pictures} says where the picture of a name lies. */
  public MarkdownText(int width, Ink ink, java.util.function.UnaryOperator<String> pictures) {
    this.width = Math.max(20, width);
    this.ink = ink;
    this.inline = new Inline(ink, pictures::apply);
  }

  /** A plain sentence in lines of at most {@code width} columns. */
  public static List<String> wrapped(String sentence, int width) {
    return Wrap.lines(sentence, Math.max(20, width), "", "");
  }

  /** {@code markdown} as lines for a terminal, without empty lines at either end. */
  public List<String> render(List<String> markdown) {
    lines = withoutComments(markdown);
    out.clear();
    at = 0;
    while (at < lines.size()) {
      block();
    }
    while (!out.isEmpty() && out.get(out.size() - 1).isBlank()) {
      out.remove(out.size() - 1);
    }
    return List.copyOf(out);
  }

  private static List<String> withoutComments(List<String> markdown) {
    String text = String.join("\n", markdown);
    return List.of(text.replaceAll("(?s)<!--.*?-->\n?", "").split("\n", -1));
  }

  private void block() {
    String line = lines.get(at);
    Matcher heading = HEADING.matcher(line);
    Matcher fence = FENCE.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      at++;
      blank();
    } else if (heading.matches()) {
      at++;
      heading(heading.group(1).length(), inline.text(heading.group(2)));
    } else if (fence.matches()) {
      fence(fence.group(1), fence.group(2));
    } else if (line.strip().startsWith("$$")) {
      formula();
    } else if (RULE.matcher(line).matches()) {
      at++;
      out.add("─".repeat(Math.min(width, 40)));
    } else if (line.contains("|") && at + 1 < lines.size() && Table.isRule(lines.get(at + 1))) {
      table();
    } else if (line.stripLeading().startsWith(">")) {
      quote();
    } else if (item.matches()) {
      item(item);
    } else {
      paragraph();
    }
  }

  private void blank() {
    if (!out.isEmpty() && !out.get(out.size() - 1).isBlank()) {
      out.add("");
    }
  }

  private void heading(int level, String text) {
    blank();
    List<String> wrapped = Wrap.lines(text, width, "", "");
    wrapped.forEach(line -> out.add(ink.bold(line)));
    if (level <= 2) {
      int longest = wrapped.stream().mapToInt(Width::of).max().orElse(0);
      out.add((level == 1 ? "═" : "─").repeat(longest));
    }
    out.add("");
  }

  private void fence(String ticks, String language) {
    at++;
    List<String> code = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).strip().startsWith(ticks)) {
      code.add(lines.get(at++));
    }
    at++;
    if (language.equals("math")) {
      MathText.display(String.join("\n", code)).forEach(line -> out.add("    " + line));
    } else {
      code.forEach(line -> out.add(("    " + line).stripTrailing()));
    }
  }

  private void formula() {
    StringBuilder tex = new StringBuilder(lines.get(at++).strip().substring(2));
    while (tex.indexOf("$$") < 0 && at < lines.size()) {
      tex.append('\n').append(lines.get(at++));
    }
    int end = tex.indexOf("$$");
    String formula = end < 0 ? tex.toString() : tex.substring(0, end);
    blank();
    MathText.display(formula.strip()).forEach(line -> out.add("    " + line));
    String after = end < 0 ? "" : tex.substring(end + 2).strip();
    if (!after.isEmpty()) {
      out.addAll(Wrap.lines(inline.text(after), width, "", ""));
    }
    blank();
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Table.cells(lines.get(at)).stream().map(inline::text).toList());
    at += 2;
    while (at < lines.size() && lines.get(at).contains("|")) {
      rows.add(Table.cells(lines.get(at++)).stream().map(inline::text).toList());
    }
    blank();
    out.addAll(new Table(rows, width, ink).lines());
    blank();
  }

  private void quote() {
    List<String> inside = new ArrayList<>();
    while (at < lines.size() && lines.get(at).stripLeading().startsWith(">")) {
      inside.add(lines.get(at++).replaceFirst("^\\s*>\\s?", ""));
    }
    List<String> quoted = new MarkdownText(width - 2, ink, name -> name).render(inside);
    quoted.forEach(line -> out.add(("│ " + line).stripTrailing()));
  }

  private void item(Matcher item) {
    at++;
    String indent = " ".repeat(item.group(1).length());
    boolean bullet = "-*+".contains(item.group(2));
    String first = indent + (bullet ? "•" : item.group(2)) + " ";
    String text = joined(item.group(3));
    out.addAll(Wrap.lines(inline.text(text), width, first, " ".repeat(Width.of(first))));
  }

  private void paragraph() {
    String text = joined(lines.get(at++).strip());
    String rendered = inline.text(text);
    if (!rendered.isBlank()) {
      out.addAll(Wrap.lines(rendered, width, "", ""));
    }
  }

  /** {@code first} and the lines that go on with the same paragraph. */
  private String joined(String first) {
    StringBuilder text = new StringBuilder(first);
    while (at < lines.size() && goesOn(lines.get(at))) {
      text.append('\n').append(lines.get(at++).strip());
    }
    return text.toString();
  }

  private static boolean goesOn(String line) {
    return !line.isBlank()
        && !HEADING.matcher(line).matches()
        && !FENCE.matcher(line).matches()
        && !ITEM.matcher(line).matches()
        && !line.strip().startsWith("$$")
        && !line.stripLeading().startsWith(">");
  }
}
