package seq2seq.grading.allow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table {@code /seq2seq/grading/allowed.txt}, which explains itself. */
final class Table {
  private static final String RESOURCE = "/seq2seq/grading/allowed.txt";

  private final List<Rule> rebuild;
  private final List<Rule> extend;
  private final List<Rule> never;
  private final List<String> compiler;
  private final Map<String, String> instead = new LinkedHashMap<>();

  private Table(Map<String, List<String>> sections) {
    rebuild = sections.get("[rebuild]").stream().map(Rule::parse).toList();
    extend =
        Stream.concat(sections.get("[extend]").stream().map(Rule::parse), rebuild.stream())
            .toList();
    never = sections.get("[never]").stream().map(Rule::parse).toList();
    compiler = sections.get("[compiler]");
    for (String line : sections.get("[instead]")) {
      String[] field = line.split("\\s+", 2);
      instead.put(field[0], field[1]);
    }
  }

  /** Reads it. */
  static Table read() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text().lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, name -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    return new Table(sections);
  }

  private static String text() {
    try (InputStream in = Table.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** True if a class may name this type, such as {@code java.util.Map$Entry}. */
  boolean allowsType(String type, boolean withEngine) {
    return rule(type, withEngine).isPresent();
  }

  /** True if a class may use this member of that type, unless nobody may. */
  boolean allowsMember(String type, String member, boolean withEngine) {
    return rule(type, withEngine).filter(rule -> rule.allows(member)).isPresent();
  }

  /** True if nobody may use a member of this name. */
  boolean isNever(String member) {
    return never.stream().anyMatch(rule -> rule.isFor(member));
  }

  private Optional<Rule> rule(String type, boolean withEngine) {
    Optional<Rule> first =
        (withEngine ? extend : rebuild).stream().filter(rule -> rule.isFor(type)).findFirst();
    if (first.isEmpty() && type.contains("$")) {
      String outer = type.substring(0, type.lastIndexOf('$'));
      return rule(outer, withEngine).filter(Rule::allowsAll);
    }
    return first.filter(rule -> !rule.allowsNothing());
  }

  /** True if the compiler links lambdas and the like with this method. */
  boolean isCompilers(String type, String member) {
    return compiler.contains(type + "." + member);
  }

  /** What to do instead of using {@code what}: the longest beginning in the table decides. */
  String instead(String what) {
    String best = "";
    for (String beginning : instead.keySet()) {
      if (what.startsWith(beginning) && beginning.length() > best.length()) {
        best = beginning;
      }
    }
    return instead.getOrDefault(best, "it belongs to no exercise");
  }
}
