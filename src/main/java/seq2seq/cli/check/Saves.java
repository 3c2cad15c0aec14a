package seq2seq.cli.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seq2seq.grading.Exercise;
import seq2seq.grading.report.ScoreBook;

/**
 * Tells which starters were saved with another text.
 *
 * <p>What counts is the text: saving what was there before is no change. A save is waited out,
 * since many editors write a file in several steps or put a new one in its place.
 */
final class Saves {
  private static final long QUIET_MILLISECONDS = 120;
  private static final int LONGEST_SAVE = 20;

  private final Path course;
  private final ScoreBook book;
  private final List<Exercise> exercises;
  private final FileWatcher watcher;
  private Map<Exercise, String> seen;

  /** Watches the files of {@code exercises}, as they are now, in the course in this folder. */
  Saves(Path course, List<Exercise> exercises, FileWatcher watcher) {
    this.course = course;
    this.book = new ScoreBook(course);
    this.exercises = exercises;
    this.watcher = watcher;
    this.seen = look();
  }

  /**
   * Waits for the next save.
   *
   * @return the exercises whose files have another text than when this was called last
   * @throws InterruptedException if the thread is interrupted
   */
  List<Exercise> next() throws InterruptedException {
    while (true) {
      Map<Exercise, String> now = look();
      if (!now.equals(seen)) {
        return changes(settled(now));
      }
      watcher.await(folders());
    }
  }

  private List<Exercise> changes(Map<Exercise, String> now) {
    Map<Exercise, String> before = seen;
    seen = now;
    return exercises.stream().filter(e -> !now.get(e).equals(before.get(e))).toList();
  }

  /** What is there once nothing moves any more, or at last. */
  private Map<Exercise, String> settled(Map<Exercise, String> first) throws InterruptedException {
    Map<Exercise, String> last = first;
    for (int i = 0; i < LONGEST_SAVE; i++) {
      Thread.sleep(QUIET_MILLISECONDS);
      Map<Exercise, String> now = look();
      if (now.equals(last)) {
        return now;
      }
      last = now;
    }
    return last;
  }

  private Map<Exercise, String> look() {
    Map<Exercise, String> texts = new LinkedHashMap<>();
    exercises.forEach(exercise -> texts.put(exercise, book.sha256(exercise)));
    return texts;
  }

  private Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    exercises.forEach(exercise -> folders.add(course.resolve(exercise.starterFile()).getParent()));
    return folders;
  }
}
