package seq2seq.grading.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.Sha256;
import seq2seq.files.TextFile;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;

/**
 * The last score of each of the learner's classes, and the text that earned it, kept between runs
 * in {@code .learn/scores.json}.
 *
 * <p>The file is a convenience and no proof: whoever hands in is graded again.
 */
public final class ScoreBook {
  private static final int FORMAT = 1;
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

  /**
   * A score that is kept.
   *
   * @param earned points
   * @param state how the exercise stood, in a word or two
   * @param sha256 of the file that was graded; empty if there was none
   */
  public record Kept(int earned, String state, String sha256) {
    private boolean isWell() {
      return state != null && sha256 != null;
    }
  }

  /** What the file holds. */
  private record Page(int format, TreeMap<String, Kept> scores) {}

  private final Path course;
  private final Path file;

  /** The scores of the course in this folder. */
  public ScoreBook(Path course) {
    this.course = course;
    this.file = course.resolve(".learn").resolve("scores.json");
  }

  /** The scores by the number of their exercise; none if the file is missing or damaged. */
  public Map<String, Kept> read() {
    try {
      Page page =
          Files.exists(file) ? JSON.fromJson(TextFile.read(file, "scores"), Page.class) : null;
      return isWell(page) ? page.scores : new TreeMap<>();
    } catch (FileException | JsonParseException damaged) {
      return new TreeMap<>();
    }
  }

  private static boolean isWell(Page page) {
    return page != null
        && page.format == FORMAT
        && page.scores != null
        && page.scores.values().stream().allMatch(kept -> kept != null && kept.isWell());
  }

  /**
   * Keeps one score beside the others, also while another {@code learn} does the same.
   *
   * @param sha256 what {@link #sha256} said before the exercise was graded
   * @throws IOException if it cannot be written
   */
  public synchronized void keep(ExerciseScore score, String sha256) throws IOException {
    Files.createDirectories(file.getParent());
    Path lock = file.resolveSibling("scores.lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      Map<String, Kept> scores = read();
      scores.put(score.exercise().id(), new Kept(score.earned(), score.state(), sha256));
      AtomicFile.write(file, JSON.toJson(new Page(FORMAT, new TreeMap<>(scores))) + "\n");
    }
  }

  /** The SHA-256 of the learner's file as it is now; empty if there is none to read. */
  public String sha256(Exercise exercise) {
    try {
      return Sha256.of(Files.readAllBytes(course.resolve(exercise.starterFile())));
    } catch (IOException missing) {
      return "";
    }
  }
}
