package seq2seq.cli;

import java.util.List;
import java.util.Map;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.ScoreBook;

/**
 * How a learner stands in one chapter.
 *
 * @param chapter which
 * @param isWalked true if some walk came to its end
 * @param cell the cell at which the next walk goes on; 0 if none stopped on the way
 * @param cells how many cells it has; 0 if not known
 * @param exercises its exercises, and how each stands
 */
record ChapterProgress(
    Contents.Chapter chapter, boolean isWalked, int cell, int cells, List<Work> exercises) {

  /**
   * How an exercise stands.
   *
   * @param exercise which
   * @param earned points at the last check
   * @param isChanged true if the learner's file is not the one that was checked last
   */
  record Work(Exercise exercise, int earned, boolean isChanged) {
    /** True if there is nothing to do. */
    boolean isDone() {
      return earned == exercise.points() && !isChanged;
    }
  }

  /** The progress in each of {@code chapters}, from what {@code .learn} keeps. */
  static List<ChapterProgress> of(List<Contents.Chapter> chapters) {
    ScoreBook book = new ScoreBook(Home.directory());
    Map<String, ScoreBook.Kept> scores = book.read();
    List<Exercise> exercises = Exercises.all();
    return chapters.stream().map(chapter -> of(chapter, exercises, scores, book)).toList();
  }

  private static ChapterProgress of(
      Contents.Chapter chapter,
      List<Exercise> exercises,
      Map<String, ScoreBook.Kept> scores,
      ScoreBook book) {
    WalkFile walk =
        new WalkFile(Home.directory().resolve(".learn").resolve("walk"), chapter.packageName());
    WalkFile.Place place = walk.place().orElse(new WalkFile.Place("", 0, 0));
    List<Work> works =
        exercises.stream()
            .filter(exercise -> exercise.chapter() == chapter.number())
            .map(exercise -> work(exercise, scores.get(exercise.id()), book))
            .toList();
    int cell = place.next() > 1 ? place.next() : 0;
    return new ChapterProgress(chapter, walk.isFinished(), cell, place.cells(), works);
  }

  private static Work work(Exercise exercise, ScoreBook.Kept kept, ScoreBook book) {
    return kept == null
        ? new Work(exercise, 0, false)
        : new Work(exercise, kept.earned(), !kept.sha256().equals(book.sha256(exercise)));
  }

  /** Points earned at the last check. */
  int earned() {
    return exercises.stream().mapToInt(Work::earned).sum();
  }

  /** Points that can be earned. */
  int points() {
    return exercises.stream().mapToInt(work -> work.exercise().points()).sum();
  }

  /** True if some exercise was edited since its last check. */
  boolean isChanged() {
    return exercises.stream().anyMatch(Work::isChanged);
  }
}
