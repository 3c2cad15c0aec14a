package seq2seq.data;

import static seq2seq.data.Vocabulary.RESERVED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/** Reads a vocabulary's file and says at which line it is damaged. */
final class VocabularyFile {
  private VocabularyFile() {}

  /** The tokens of {@code file}, the first of which must be the reserved ones. */
  static List<String> tokens(Path file) {
    try (TextFile lines = TextFile.open(file, "a vocabulary")) {
      return tokens(file.toString(), lines);
    }
  }

  /** The tokens of a {@code text} that stood at the place called {@code name}. */
  static List<String> tokens(String name, String text) {
    return tokens(name, TextFile.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> tokens(String name, TextFile lines) {
    Map<String, Integer> lineOf = new LinkedHashMap<>();
    while (lines.advance()) {
      add(lines, lineOf);
    }
    if (lineOf.size() < RESERVED.size()) {
      throw new FileException(
          name + ": expected " + RESERVED.get(lineOf.size()) + ", found the end of the file");
    }
    return List.copyOf(lineOf.keySet());
  }

  private static void add(TextFile lines, Map<String, Integer> lineOf) {
    String token = lines.text();
    String shown = TextFile.shown(token);
    int id = lineOf.size();
    if (id < RESERVED.size() && !token.equals(RESERVED.get(id))) {
      throw lines.fault(RESERVED.get(id), shown);
    }
    if (token.isEmpty()) {
      throw lines.fault("a token", "an empty line");
    }
    if (!lines.isComplete()) {
      throw lines.fault("a line feed after the last token", "a file cut off in " + shown);
    }
    Integer earlier = lineOf.putIfAbsent(token, lines.number());
    if (earlier != null) {
      throw lines.fault("each token once", shown + " again, as in line " + earlier);
    }
  }
}
