package seq2seq.grading;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the course lies on disk, as far as grading needs it. */
public final class CourseFolder {
  private static final String STARTERS = "exercises/starters";

  private CourseFolder() {}

  /**
   * The top folder of the checkout: what {@code seq2seq.home} says, else the nearest folder at or
   * above the current one that holds {@code exercises/starters}, so that Maven and an IDE find it.
   *
   * @throws IllegalStateException if there is none
   */
  public static Path find() {
    Path from = Path.of(System.getProperty("seq2seq.home", "")).toAbsolutePath().normalize();
    for (Path folder = from; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(STARTERS))) {
        return folder;
      }
    }
    throw new IllegalStateException("no " + STARTERS + " at or above " + from);
  }
}
