package seq2seq.grading.allow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seq2seq.grading.Exercise;

/** What was found to be used and is not allowed: the first use of a line is enough. */
final class Violations {
  private static final int MOST = 10;
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Exercise exercise;
  private final List<String> source;
  private final Map<Integer, String> byLine = new TreeMap<>();
  private Map<String, Integer> firstLines;

  Violations(Exercise exercise, List<String> source) {
    this.exercise = exercise;
    this.source = source;
  }

  /**
   * Adds a use of {@code used}.
   *
   * @param line in the source; 0 if it is not known
   * @param instead what to do
   */
  void add(int line, String used, String instead) {
    String what = used.replace(".<init>", "").replace('$', '.');
    byLine.putIfAbsent(
        line > 0 ? line : search(what),
        "uses " + what + ", which exercise " + exercise.id() + " may not: " + instead);
  }

  /** The first line that has its simple name: a field's type has no line in a class file. */
  private int search(String used) {
    if (firstLines == null) {
      firstLines = firstLines();
    }
    return firstLines.getOrDefault(used.substring(used.lastIndexOf('.') + 1), 1);
  }

  private Map<String, Integer> firstLines() {
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < source.size(); i++) {
      Matcher word = WORD.matcher(source.get(i));
      while (word.find()) {
        lines.putIfAbsent(word.group(), i + 1);
      }
    }
    return lines;
  }

  /** In the order of the source. */
  List<String> lines() {
    return byLine.entrySet().stream()
        .map(each -> exercise.starterFile() + ":" + each.getKey() + ": " + each.getValue())
        .limit(MOST)
        .toList();
  }
}
