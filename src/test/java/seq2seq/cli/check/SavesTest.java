package seq2seq.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.Exercise;

/** The same with the file system's notices and without. */
class SavesTest {
  private static final Exercise A =
      new Exercise("5.1", 3, Exercise.Kind.REBUILD, "a", "LengthMask");
  private static final Exercise B =
      new Exercise("6.1", 3, Exercise.Kind.REBUILD, "b", "LogSoftmax");

  @TempDir Path course;

  static Stream<Named<Supplier<FileWatcher>>> bells() {
    return Stream.of(
        Named.of("notices", FileWatcher::listening), Named.of("polling", FileWatcher::polling));
  }

  @BeforeEach
  void write() throws IOException {
    save(A, "one");
    save(B, "one");
  }

  private Path file(Exercise exercise) {
    return course.resolve(exercise.starterFile());
  }

  private void save(Exercise exercise, String text) throws IOException {
    Files.createDirectories(file(exercise).getParent());
    Files.writeString(file(exercise), text);
  }

  private Saves saves(FileWatcher watcher) {
    return new Saves(course, List.of(A, B), watcher);
  }

  private static CompletableFuture<List<Exercise>> waiting(Saves saves) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return saves.next();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<Exercise> got(CompletableFuture<List<Exercise>> waiting) {
    try {
      return waiting.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no change was told", e);
    }
  }

  @ParameterizedTest
  @MethodSource("bells")
  void aSaveIsToldByItsExercise(Supplier<FileWatcher> kind) throws Exception {
    try (FileWatcher watcher = kind.get()) {
      Saves saves = saves(watcher);
      CompletableFuture<List<Exercise>> waiting = waiting(saves);
      Thread.sleep(100);
      assertThat(waiting).isNotDone();
      save(B, "two");
      assertThat(got(waiting)).containsExactly(B);
    }
  }

  @ParameterizedTest
  @MethodSource("bells")
  void aSaveBetweenTwoWaitsIsNotMissed(Supplier<FileWatcher> kind) throws Exception {
    try (FileWatcher watcher = kind.get()) {
      Saves saves = saves(watcher);
      save(A, "two");
      save(B, "two");
      assertThat(got(waiting(saves))).containsExactly(A, B);
      save(A, "three");
      assertThat(got(waiting(saves))).containsExactly(A);
    }
  }

  @ParameterizedTest
  @MethodSource("bells")
  void savingTheSameTextIsNoChange(Supplier<FileWatcher> kind) throws Exception {
    try (FileWatcher watcher = kind.get()) {
      CompletableFuture<List<Exercise>> waiting = waiting(saves(watcher));
      save(A, "one");
      Files.setLastModifiedTime(file(A), java.nio.file.attribute.FileTime.fromMillis(0));
      save(B, "two");
      assertThat(got(waiting)).containsExactly(B);
    }
  }

  /** As many editors do: away with the old file, then a new one in its place. */
  @ParameterizedTest
  @MethodSource("bells")
  void anEditorThatPutsANewFileInPlaceHasSavedOnce(Supplier<FileWatcher> kind) throws Exception {
    try (FileWatcher watcher = kind.get()) {
      Saves saves = saves(watcher);
      CompletableFuture<List<Exercise>> waiting = waiting(saves);
      Path backup = file(A).resolveSibling("MyLengthMask.java~");
      Files.move(file(A), backup, StandardCopyOption.REPLACE_EXISTING);
      Thread.sleep(20);
      Files.writeString(file(A), "");
      Thread.sleep(20);
      Files.writeString(file(A), "two");
      assertThat(got(waiting)).containsExactly(A);
      CompletableFuture<List<Exercise>> next = waiting(saves);
      Thread.sleep(400);
      assertThat(next).as("the parts of one save are one change").isNotDone();
      save(B, "two");
      assertThat(got(next)).containsExactly(B);
    }
  }

  @ParameterizedTest
  @MethodSource("bells")
  void aFolderThatIsReplacedIsStillWatched(Supplier<FileWatcher> kind) throws Exception {
    try (FileWatcher watcher = kind.get()) {
      Saves saves = saves(watcher);
      Files.delete(file(A));
      Files.delete(file(A).getParent());
      assertThat(got(waiting(saves))).containsExactly(A);
      save(A, "back");
      assertThat(got(waiting(saves))).containsExactly(A);
    }
  }
}
