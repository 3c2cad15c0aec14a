package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A LaTeX formula as Unicode text: {@code h_t = \tanh(x_t W_{xh})} is {@code hₜ = tanh(xₜ Wₓₕ)}.
 *
 * <p>A displayed formula may be several lines high where it holds a matrix; within a sentence a
 * matrix is written {@code [a b; c d]}. A command that is not known is shown by its name.
 */
public final class MathText {
  private static final String BINARY = "+-−×·⊙⊕⊗÷±∗∘∪∩";
  private final String tex;
  private final boolean display;
  private int at;

  private MathText(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  /** The formula {@code tex}, which stands within a sentence, on one line. */
  public static String inline(String tex) {
    return tidy(new MathText(tex, false).sequence("")).lines().get(0).strip();
  }

  /** The displayed formula {@code tex}, a line an entry. */
  public static List<String> display(String tex) {
    List<String> lines = new ArrayList<>();
    for (List<TextBlock> row : new MathText(tex, true).rows()) {
      TextBlock box = TextBlock.of("");
      for (TextBlock part : row) {
        box = box.beside(part);
      }
      box.lines().stream().map(String::stripTrailing).forEach(lines::add);
    }
    return lines;
  }

  /** Rows separated by {@code \\}, cells by {@code &}, up to {@code \end} or the end. */
  private List<List<TextBlock>> rows() {
    List<List<TextBlock>> rows = new ArrayList<>();
    List<TextBlock> row = new ArrayList<>();
    while (true) {
      row.add(tidy(sequence("&")));
      if (at < tex.length() && tex.charAt(at) == '&') {
        at++;
        continue;
      }
      rows.add(row);
      row = new ArrayList<>();
      if (tex.startsWith("\\\\", at)) {
        at += 2;
        continue;
      }
      if (tex.startsWith("\\end", at)) {
        at = Math.max(at + 4, tex.indexOf('}', at) + 1);
      }
      rows.removeIf(r -> r.stream().allMatch(box -> box.width() == 0));
      return rows;
    }
  }

  /** Blanks at the ends of a flat box go. */
  private static TextBlock tidy(TextBlock box) {
    return box.isFlat() ? TextBlock.of(box.lines().get(0).strip()) : box;
  }

  /** What follows, up to {@code \\}, {@code \end}, a closing brace or one of {@code stops}. */
  private TextBlock sequence(String stops) {
    TextBlock all = TextBlock.of("");
    StringBuilder flat = new StringBuilder();
    while (at < tex.length() && !isStop(stops)) {
      TextBlock part = next(flat);
      if (part.isFlat()) {
        append(flat, part.lines().get(0));
      } else {
        all = all.beside(TextBlock.of(flat.toString())).beside(part);
        flat.setLength(0);
      }
    }
    return all.beside(TextBlock.of(flat.toString()));
  }

  private boolean isStop(String stops) {
    char c = tex.charAt(at);
    boolean ends = tex.startsWith("\\\\", at) || tex.startsWith("\\end{", at);
    return c == '}' || stops.indexOf(c) >= 0 || ends;
  }

  private static void append(StringBuilder flat, String text) {
    boolean blankBefore = flat.length() == 0 || flat.charAt(flat.length() - 1) == ' ';
    flat.append(
        blankBefore && text.startsWith(" ") && flat.length() > 0 ? text.substring(1) : text);
  }

  /** The next atom with its sub- and superscripts; {@code before} tells a sign from an operator. */
  private TextBlock next(StringBuilder before) {
    char c = tex.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
      return TextBlock.of(separates(before) ? " " : "");
    }
    if (c == '^' || c == '_') {
      return TextBlock.of(script());
    }
    if (c == '\'') {
      at++;
      return TextBlock.of("′");
    }
    if (c == '&' || c == '~') {
      at++;
      return TextBlock.of(c == '~' ? " " : "");
    }
    if (c == '{') {
      return group();
    }
    if (c == '\\') {
      return command(before);
    }
    at += Character.charCount(tex.codePointAt(at));
    String atom = tex.substring(at - Character.charCount(tex.codePointBefore(at)), at);
    return TextBlock.of(
        isOperator(c) ? operator(c == '-' ? "−" : atom, before) : c == ',' ? ", " : atom);
  }

  /**
   * A blank of the source means nothing in LaTeX, but between letters it keeps products legible:
   * {@code x_t W_{xh}}.
   */
  private boolean separates(StringBuilder before) {
    int i = at;
    while (i < tex.length() && Character.isWhitespace(tex.charAt(i))) {
      i++;
    }
    if (before.length() == 0 || i == tex.length()) {
      return false;
    }
    char left = before.charAt(before.length() - 1);
    char right = tex.charAt(i);
    boolean closes = ")]},;^_ '".indexOf(right) >= 0 || tex.startsWith("\\right", i);
    return "([{ ⟨∂∇".indexOf(left) < 0 && !closes;
  }

  private static boolean isOperator(char c) {
    return "+-=<>".indexOf(c) >= 0;
  }

  /** An operator between blanks; a sign right before its number. */
  private static String operator(String symbol, CharSequence before) {
    String left = before.toString().stripTrailing();
    boolean sign =
        BINARY.contains(symbol)
            && (left.isEmpty() || "([{,=<>≤≥≈→∈;+−×·".indexOf(left.charAt(left.length() - 1)) >= 0);
    return sign ? symbol : " " + symbol + " ";
  }

  private String script() {
    boolean high = tex.charAt(at++) == '^';
    String text = flat(argument()).replace(" ", "");
    return high ? MathSymbols.high(text) : MathSymbols.low(text);
  }

  /** A group in braces, or one atom. */
  private TextBlock argument() {
    while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
      at++;
    }
    if (at == tex.length()) {
      return TextBlock.of("");
    }
    return tex.charAt(at) == '{' ? group() : next(new StringBuilder());
  }

  private TextBlock group() {
    at++;
    TextBlock inside = sequence("");
    if (at < tex.length() && tex.charAt(at) == '}') {
      at++;
    }
    return inside;
  }

  private static String flat(TextBlock box) {
    return String.join(" ", box.lines()).strip();
  }

  private String name() {
    int start = at + 1;
    int end = start;
    while (end < tex.length() && Character.isLetter(tex.charAt(end)) && tex.charAt(end) < 128) {
      end++;
    }
    at = Math.min(tex.length(), Math.max(end, start + 1));
    return tex.substring(start, at);
  }

  private TextBlock command(StringBuilder before) {
    String name = name();
    if (MathSymbols.operator(name) != null) {
      return TextBlock.of(operator(MathSymbols.operator(name), before));
    }
    if (MathSymbols.named(name) != null) {
      return TextBlock.of(MathSymbols.named(name));
    }
    return switch (name) {
      case "frac", "dfrac", "tfrac" ->
          TextBlock.of(grouped(flat(argument())) + "/" + grouped(flat(argument())));
      case "sqrt" -> TextBlock.of("√" + grouped(flat(argument())));
      case "text", "mathrm", "operatorname", "textbf", "mathtt", "texttt", "textit" -> text();
      case "mathbf", "boldsymbol", "bm", "mathit", "mathsf", "displaystyle", "textstyle" ->
          argument();
      case "mathbb", "mathcal" -> TextBlock.of(MathSymbols.blackboard(flat(argument())));
      case "hat", "widehat" -> accent("\u0302");
      case "bar", "overline" -> accent("\u0304");
      case "tilde", "widetilde" -> accent("\u0303");
      case "vec" -> accent("\u20d7");
      case "dot" -> accent("\u0307");
      case "left",
          "right",
          "big",
          "Big",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "bigg",
          "Bigg",
          "limits" ->
          delimiter();
      case "underbrace", "overbrace" -> brace();
      case "xrightarrow" -> TextBlock.of(" ─" + flat(argument()) + "→ ");
      case "begin" -> environment();
      case ",", ":", ";", " ", "quad", "qquad" -> TextBlock.of(name.startsWith("q") ? "   " : " ");
      case "!" -> TextBlock.of("");
      case "tag" -> TextBlock.of("   (" + flat(argument()) + ")");
      default -> TextBlock.of(function(name, before));
    };
  }

  /** A function's name, {@code tanh}, apart from letters beside it; any unknown command. */
  private String function(String name, StringBuilder before) {
    boolean apart = before.length() > 0 && isWord(before.charAt(before.length() - 1));
    boolean follows = at < tex.length() && "([{^_ ".indexOf(tex.charAt(at)) < 0;
    return (apart ? " " : "") + name + (follows ? " " : "");
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '₎';
  }

  private static String grouped(String text) {
    return text.matches("[^ +−=<>/]*|[\\p{L}]+\\([^()]*\\)") ? text : "(" + text + ")";
  }

  /** Text in braces, as it stands. */
  private TextBlock text() {
    int open = tex.indexOf('{', at);
    if (open < 0 || !tex.substring(at, open).isBlank()) {
      return argument();
    }
    int close = tex.indexOf('}', open);
    at = close < 0 ? tex.length() : close + 1;
    return TextBlock.of(
        tex.substring(open + 1, close < 0 ? tex.length() : close).replace("\\_", "_"));
  }

  private TextBlock accent(String mark) {
    String base = flat(argument());
    return TextBlock.of(base.isEmpty() ? "" : base + mark);
  }

  /** {@code \left(} is {@code (}; {@code \left.} is nothing. */
  private TextBlock delimiter() {
    if (at < tex.length() && tex.charAt(at) == '.') {
      at++;
    }
    return TextBlock.of("");
  }

  private TextBlock brace() {
    TextBlock over = argument();
    if (at < tex.length() && (tex.charAt(at) == '_' || tex.charAt(at) == '^')) {
      at++;
      return over.beside(TextBlock.of(" [" + flat(argument()) + "]"));
    }
    return over;
  }

  private TextBlock environment() {
    String name = text().lines().get(0);
    if (name.equals("array") && at < tex.length() && tex.charAt(at) == '{') {
      text();
    }
    List<List<TextBlock>> rows = rows();
    String delimiters =
        switch (name) {
          case "bmatrix" -> "[";
          case "pmatrix" -> "(";
          case "cases" -> "{";
          default -> "";
        };
    return display
        ? TextBlock.matrix(joined(rows, name), delimiters)
        : TextBlock.of(onOneLine(rows, name));
  }

  /** In {@code aligned}, the cells of a row are one formula. */
  private static List<List<TextBlock>> joined(List<List<TextBlock>> rows, String name) {
    if (!name.startsWith("align") && !name.equals("split")) {
      return rows;
    }
    List<List<TextBlock>> joined = new ArrayList<>();
    int left = rows.stream().mapToInt(row -> row.get(0).width()).max().orElse(0);
    for (List<TextBlock> row : rows) {
      TextBlock line = TextBlock.of(" ".repeat(left - row.get(0).width())).beside(row.get(0));
      for (TextBlock part : row.subList(1, row.size())) {
        line = line.beside(TextBlock.of(" ")).beside(part);
      }
      joined.add(List.of(line));
    }
    return joined;
  }

  private static String onOneLine(List<List<TextBlock>> rows, String name) {
    List<String> lines = new ArrayList<>();
    for (List<TextBlock> row : rows) {
      lines.add(String.join(" ", row.stream().map(MathText::flat).toList()));
    }
    String inside = String.join("; ", lines);
    return name.equals("pmatrix") ? "(" + inside + ")" : "[" + inside + "]";
  }
}
