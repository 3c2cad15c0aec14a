package seq2seq.grading.allow;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line about types and their members.
 *
 * @param type the types it stands for
 * @param members those it names
 * @param without true if all members but those are allowed
 * @param allowsNothing true if none is
 */
record Rule(Pattern type, List<Pattern> members, boolean without, boolean allowsNothing) {
  private static final String NOT = "not ";

  static Rule parse(String line) {
    if (line.startsWith(NOT)) {
      return new Rule(pattern(line.substring(NOT.length())), List.of(), false, true);
    }
    String[] part = line.split(":", 2);
    String named = part.length == 1 ? "-" : part[1].strip();
    boolean without = named.startsWith("-");
    List<Pattern> members =
        Arrays.stream(named.substring(without ? 1 : 0).split("\\s+"))
            .filter(member -> !member.isEmpty())
            .map(Rule::pattern)
            .toList();
    return new Rule(pattern(part[0]), members, without, false);
  }

  /** A star stands for any characters but a dot. */
  private static Pattern pattern(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^.]*")));
  }

  boolean isFor(String name) {
    return type.matcher(name).matches();
  }

  boolean allows(String member) {
    boolean named = members.stream().anyMatch(pattern -> pattern.matcher(member).matches());
    return named != without;
  }

  boolean allowsAll() {
    return without && members.isEmpty();
  }
}
