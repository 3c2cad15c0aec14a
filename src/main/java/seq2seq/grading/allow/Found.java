package seq2seq.grading.allow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import seq2seq.grading.Exercise;

/** What was found to be used and is not allowed: the first use of a line is enough. */
final class Found {
  private static final int MOST = 10;

  private final Exercise exercise;
  private final List<String> source;
  private final Map<Integer, String> byLine = new TreeMap<>();

  Found(Exercise exercise, List<String> source) {
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
    String simple = used.substring(used.lastIndexOf('.') + 1);
    Pattern word = Pattern.compile("\\b" + Pattern.quote(simple) + "\\b");
    return IntStream.range(0, source.size())
        .filter(i -> word.matcher(source.get(i)).find())
        .map(i -> i + 1)
        .findFirst()
        .orElse(1);
  }

  /** In the order of the source. */
  List<String> lines() {
    return byLine.entrySet().stream()
        .map(each -> exercise.starterFile() + ":" + each.getKey() + ": " + each.getValue())
        .limit(MOST)
        .toList();
  }
}
