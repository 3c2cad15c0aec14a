package seq2seq.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.TextFile;

/** Reads a vocabulary's file and says at which line it is damaged. */
final class VocabularyFile {
  private final TextFile lines;
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();

  private VocabularyFile(TextFile lines) {
    this.lines = lines;
  }

  /** The tokens of {@code file}, the first of which must be the {@code reserved} ones. */
  static List<String> tokens(Path file, List<String> reserved) {
    try (TextFile lines = TextFile.open(file, "a vocabulary")) {
      return tokens(file.toString(), lines, reserved);
    }
  }

  /** The tokens of a {@code text} that stood at the place called {@code name}. */
  static List<String> tokens(String name, String text, List<String> reserved) {
    return tokens(name, TextFile.of(name, text.getBytes(StandardCharsets.UTF_8)), reserved);
  }

  private static List<String> tokens(String name, TextFile lines, List<String> reserved) {
    VocabularyFile reader = new VocabularyFile(lines);
    while (lines.advance()) {
      reader.add(lines.text(), reserved);
    }
    reader.requireAll(name, reserved);
    return reader.tokens;
  }

  private void add(String token, List<String> reserved) {
    if (tokens.size() < reserved.size() && !token.equals(reserved.get(tokens.size()))) {
      throw lines.fault(reserved.get(tokens.size()), TextFile.shown(token));
    }
    if (token.isEmpty()) {
      throw lines.fault("a token", "an empty line");
    }
    if (!lines.isComplete()) {
      throw lines.fault("a line feed after the last token", "a file cut off in " + quote(token));
    }
    Integer earlier = lineOf.putIfAbsent(token, lines.number());
    if (earlier != null) {
      throw lines.fault("each token once", quote(token) + " again, as in line " + earlier);
    }
    tokens.add(token);
  }

  private static String quote(String token) {
    return TextFile.shown(token);
  }

  private void requireAll(String file, List<String> reserved) {
    if (tokens.size() < reserved.size()) {
      throw new DataException(
          file + ": expected " + reserved.get(tokens.size()) + ", found the end of the file");
    }
  }
}
