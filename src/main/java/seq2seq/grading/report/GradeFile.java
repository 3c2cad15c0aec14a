package seq2seq.grading.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/** A grade on disk: what makes a killed run go on where it was. */
final class GradeFile {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

  private GradeFile() {}

  static String text(Grade grade) {
    return JSON.toJson(grade) + "\n";
  }

  /** Empty if there is none, or it is damaged. */
  static Optional<Grade> read(Path file) {
    try {
      Grade grade =
          Files.exists(file) ? JSON.fromJson(TextFile.read(file, "a grade"), Grade.class) : null;
      return Optional.ofNullable(grade).filter(GradeFile::isWhole);
    } catch (FileException | JsonParseException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(Grade grade) {
    return grade.student() != null
        && grade.submission() != null
        && grade.fingerprint() != null
        && grade.exercises() != null
        && grade.notes() != null
        && grade.late() != null;
  }
}
