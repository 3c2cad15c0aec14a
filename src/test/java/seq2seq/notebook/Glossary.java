package seq2seq.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.language.ChineseTypography;
import seq2seq.notebook.markdown.Markdown;

/**
 * The English terms that the glossary translates, and where a Chinese page uses one all the same.
 */
final class Glossary {
  private static final Pattern ROW = Pattern.compile("\\|\\s*([^|]+?)\\s*\\|\\s*([^|]+?)\\s*\\|.*");

  /** Terms that are also names of code or of functions, and so stay as they are. */
  private static final List<String> NAMES = List.of("English", "Output", "State", "tanh");

  /** Each English term as a pattern, the longest first; a plural is the same term. */
  private final Map<String, Pattern> terms =
      new TreeMap<>(
          Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  private Glossary() {}

  static Glossary read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Glossary parse(String page) {
    Glossary glossary = new Glossary();
    boolean isIn = false;
    for (String line : page.split("\n", -1)) {
      isIn = line.startsWith("## ") ? line.equals("## Glossary") : isIn;
      Matcher row = ROW.matcher(line);
      if (isIn && row.matches() && ChineseTypography.isChinese(row.group(2))) {
        glossary.add(row.group(1), row.group(2));
      }
    }
    if (glossary.terms.isEmpty()) {
      throw new IllegalArgumentException("a page without a glossary");
    }
    return glossary;
  }

  /** A term whose Chinese name has the English one in it stays English. */
  private void add(String english, String chinese) {
    for (String term : english.split(",\\s*|\\s*\\(|\\)")) {
      boolean isName = chinese.contains(term) || term.isBlank() || NAMES.contains(term);
      if (!isName) {
        String words = Pattern.quote(term).replace(" ", "\\E\\s+\\Q");
        terms.put(term, Pattern.compile("(?i)(?<![A-Za-z_-])" + words + "(?:s|es)?(?![A-Za-z_-])"));
      }
    }
  }

  /** Where {@code page} says a term in English, outside code and but for once in parentheses. */
  List<String> faults(Markdown page) {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> first = new TreeMap<>();
    for (ChineseProse.Piece piece : ChineseProse.of(page)) {
      String text = ChineseTypography.isChinese(piece.text()) ? piece.text() : "";
      for (Map.Entry<String, Pattern> term : terms.entrySet()) {
        Matcher found = term.getValue().matcher(text);
        find(term.getKey(), found, new ChineseProse.Piece(text, piece.line()), first, faults);
        text = found.reset().replaceAll("x"); // "gradient" is not said in "gradient descent"
      }
    }
    return faults;
  }

  private static void find(
      String term,
      Matcher found,
      ChineseProse.Piece piece,
      Map<String, Integer> first,
      List<String> faults) {
    while (found.find()) {
      if (!isInParentheses(piece.text(), found)) {
        faults.add("line " + piece.line() + ": " + found.group() + " stays English");
      } else if (first.putIfAbsent(term, piece.line()) != null) {
        faults.add(
            "line "
                + piece.line()
                + ": "
                + found.group()
                + " again, as in line "
                + first.get(term));
      }
    }
  }

  private static boolean isInParentheses(String text, Matcher found) {
    int open = text.lastIndexOf('（', found.start());
    return open >= 0 && text.lastIndexOf('）', found.start()) < open;
  }
}
