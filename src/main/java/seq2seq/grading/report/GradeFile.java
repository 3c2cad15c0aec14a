package seq2seq.grading.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/** A grade on disk: what makes a killed run go on where it was. */
final class GradeFile {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

  private static final Gson ALL = new GsonBuilder().serializeNulls().create();

  private GradeFile() {}

  static String text(Grade grade) {
    return JSON.toJson(grade) + "\n";
  }

  /** Empty if there is none, or it is damaged. */
  static Optional<Grade> read(Path file) {
    try {
      return Files.exists(file) ? whole(TextFile.read(file, "a grade")) : Optional.empty();
    } catch (FileException | JsonParseException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Whatever is missing would be read as null or 0, so a grade is what is written as it was read.
   */
  private static Optional<Grade> whole(String text) {
    JsonElement json = JsonParser.parseString(text);
    if (!json.isJsonObject() || hasNull(json)) {
      return Optional.empty();
    }
    Grade grade = JSON.fromJson(json, Grade.class);
    return Optional.of(grade).filter(read -> ALL.toJsonTree(read).equals(json));
  }

  private static boolean hasNull(JsonElement json) {
    if (json.isJsonArray()) {
      return json.getAsJsonArray().asList().stream().anyMatch(GradeFile::hasNull);
    }
    return json.isJsonNull()
        || json.isJsonObject()
            && json.getAsJsonObject().asMap().values().stream().anyMatch(GradeFile::hasNull);
  }
}
