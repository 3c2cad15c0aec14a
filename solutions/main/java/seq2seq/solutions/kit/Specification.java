package seq2seq.solutions.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The javadoc of an exercise's interface, as its starter carries it: that of the interface above
 * the class, that of each method above the method.
 *
 * @param whole the lines of the interface's javadoc, without its first and its last
 * @param methods the javadoc of each method, whole lines, by the method's name
 */
record Specification(List<String> whole, Map<String, List<String>> methods) {
  private static final Pattern METHOD = Pattern.compile("  [\\w\\[\\].]+ (\\w+)\\(.*");

  /** Reads the text of an interface; what stands in a type inside it is left there. */
  static Specification of(String text) {
    List<String> whole = List.of();
    Map<String, List<String>> methods = new LinkedHashMap<>();
    List<String> javadoc = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher method = METHOD.matcher(line);
      if (line.strip().startsWith("/**")) {
        javadoc = new ArrayList<>(List.of(line));
      } else if (line.strip().startsWith("*")) {
        javadoc.add(line);
      } else if (line.startsWith("public interface")) {
        whole = List.copyOf(javadoc.subList(1, javadoc.size() - 1));
      } else if (method.matches() && !line.startsWith("  record") && !javadoc.isEmpty()) {
        methods.put(method.group(1), List.copyOf(javadoc));
      }
    }
    return new Specification(whole, methods);
  }

  /** The text of a class with this specification in it. */
  String in(String starter) {
    List<String> lines = new ArrayList<>();
    List<String> all = starter.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).equals("/**")) {
        lines.add(all.get(i));
        lines.addAll(whole);
        lines.add(" *");
        i = next(all, i, " * <p>To try it: ") - 1;
      } else if (all.get(i).equals("  @Override")) {
        lines.addAll(methods.getOrDefault(name(all.get(i + 1)), List.of()));
        lines.add(all.get(i));
      } else {
        lines.add(all.get(i));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The first line from {@code i} on that starts so. */
  private static int next(List<String> lines, int i, String start) {
    return lines.get(i).startsWith(start) ? i : next(lines, i + 1, start);
  }

  /** The name in {@code public double[][] weights(}. */
  private static String name(String declaration) {
    return declaration.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
  }
}
