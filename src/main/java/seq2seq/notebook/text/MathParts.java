package seq2seq.notebook.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formulas that stand beside each other in one display, parted by {@code \quad}. */
final class MathParts {
  private static final Pattern MARK =
      Pattern.compile("\\\\begin\\{|\\\\end\\{|\\\\q?quad\\b|\\\\[{}]|[{}]");

  private MathParts() {}

  /** Each by itself; a gap inside braces or an environment parts nothing. */
  static List<String> of(String tex) {
    List<String> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(tex);
    int depth = 0;
    int start = 0;
    while (mark.find()) {
      String found = mark.group();
      if (found.endsWith("quad") && depth == 0) {
        add(parts, tex.substring(start, mark.start()));
        start = mark.end();
      }
      depth += change(found);
    }
    add(parts, tex.substring(start));
    return parts;
  }

  /** The brace behind the name of an environment is closed too, at its beginning and its end. */
  private static int change(String found) {
    return switch (found) {
      case "{" -> 1;
      case "}" -> -1;
      case "\\begin{" -> 2;
      default -> 0; // the end of an environment: its brace opens, but something closes
    };
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
