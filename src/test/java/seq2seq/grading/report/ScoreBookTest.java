package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;

class ScoreBookTest {
  @TempDir Path course;

  private static Exercise exercise(String id) {
    return new Exercise(id, 3, Exercise.Kind.REBUILD, "a title", "Name");
  }

  private static ExerciseScore score(String id, Status status) {
    TestResult result = new TestResult("works", 3, status, "");
    return new ExerciseScore(exercise(id), List.of(result), List.of());
  }

  @Test
  void aScoreIsThereAtTheNextStart() throws IOException {
    new ScoreBook(course).keep(score("5.1", Status.PASSED), "abc");
    new ScoreBook(course).keep(score("5.2", Status.FAILED), "def");
    assertThat(new ScoreBook(course).read())
        .containsEntry("5.1", new ScoreBook.Kept(3, "done", "abc"))
        .containsEntry("5.2", new ScoreBook.Kept(0, "tried", "def"))
        .hasSize(2);
  }

  @Test
  void theLastScoreCounts() throws IOException {
    ScoreBook book = new ScoreBook(course);
    book.keep(score("5.1", Status.PASSED), "abc");
    book.keep(score("5.1", Status.FAILED), "def");
    assertThat(book.read()).containsEntry("5.1", new ScoreBook.Kept(0, "tried", "def"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{\"format\": 1}",
        "{\"format\": 1, \"scores\": {\"5.1\": null}}",
        "{\"format\": 1, \"scores\": {\"5.1\": {\"earned\": 3}}}",
        "{\"format\": 1, \"scores\": {\"5.1\": {\"earned\": \"many\"}}}",
        "{\"format\": 2, \"scores\": {\"5.1\": {\"earned\": 3, \"state\": \"\", \"sha256\":"
            + " \"\"}}}",
        "{\"format\": 1, \"scores\": {\"5.1\": {\"earned\": 3, \"state\": \"done\""
      })
  void aDamagedFileCountsAsNoneAndIsReplaced(String text) throws IOException {
    Path file = course.resolve(".learn/scores.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    ScoreBook book = new ScoreBook(course);
    assertThat(book.read()).isEmpty();
    book.keep(score("5.1", Status.PASSED), "abc");
    assertThat(book.read()).hasSize(1);
  }

  @Test
  void nothingIsLostWhenSeveralKeepAtOnce() {
    ScoreBook book = new ScoreBook(course);
    IntStream.range(0, 8)
        .mapToObj(i -> keeping(book, "5." + i))
        .toList()
        .forEach(ScoreBookTest::join);
    assertThat(book.read()).hasSize(8);
  }

  private static Thread keeping(ScoreBook book, String id) {
    Thread thread =
        new Thread(
            () -> {
              try {
                book.keep(score(id, Status.PASSED), "abc");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theHashIsThatOfTheLearnersFile() throws IOException {
    ScoreBook book = new ScoreBook(course);
    assertThat(book.sha256(exercise("5.1"))).isEmpty();
    Path file = course.resolve(exercise("5.1").starterFile());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "abc");
    assertThat(book.sha256(exercise("5.1")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
