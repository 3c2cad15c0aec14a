package seq2seq.grading;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a learner's class, or why there is none to grade.
 *
 * @param text empty if there is a problem
 * @param problem why it is not read, in one line; empty if it is
 */
public record StarterFile(String text, String problem) {
  private static final long LARGEST = 256 * 1024;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** A text that is there. Some editors begin a file with a mark that javac takes for a letter. */
  public static StarterFile of(String text) {
    return new StarterFile(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text, "");
  }

  /**
   * The file of {@code exercise} below {@code course}.
   *
   * @throws GraderTrouble if it is there and the system does not let us read it
   */
  public static StarterFile read(Path course, Exercise exercise) {
    Path file = course.resolve(exercise.starterFile());
    try {
      String unfit = unfit(course, file);
      return unfit.isEmpty() ? of(Files.readString(file)) : new StarterFile("", unfit);
    } catch (CharacterCodingException otherwise) {
      return new StarterFile("", "the file is not UTF-8 text; save it as UTF-8");
    } catch (IOException unreadable) {
      throw new GraderTrouble("cannot read " + file + ": " + unreadable, unreadable);
    }
  }

  private static String unfit(Path course, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "the file is missing";
    }
    if (!file.toRealPath().startsWith(course.toRealPath())) {
      return "the file is a link to somewhere outside the course";
    }
    return Files.size(file) > LARGEST ? "the file is larger than " + LARGEST / 1024 + " KB" : "";
  }

  /** True if it looks as if nobody has begun it: then a process would be started for nothing. */
  public boolean looksUntouched() {
    return text.contains("throw new Todo(");
  }
}
