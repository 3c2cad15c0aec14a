package seq2seq.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.cli.Home;
import seq2seq.files.AtomicFile;
import seq2seq.files.FileException;
import seq2seq.files.TextFile;

/**
 * The folder {@code runs}: a folder for each corpus, and {@code latest}, which names the one whose
 * model was finished last. It is a symbolic link, or where those cannot be made a text file.
 *
 * @param runs that folder
 */
record Runs(Path runs) {
  private static final String LATEST = "latest";

  /** That of this course. */
  static Runs ofThisCourse() {
    return new Runs(Home.directory().resolve("runs"));
  }

  /** The folder of a corpus; a file's is called as the file without its ending. */
  RunFolder of(TrainSettings settings) {
    String name = settings.corpusName();
    String stem = settings.task() != null ? name : name.replaceFirst("(?<=.)\\.[^.]*$", "");
    return new RunFolder(runs.resolve(stem.equals(LATEST) ? "pairs-" + stem : stem));
  }

  /** The folder whose checkpoint is the newest. */
  Optional<RunFolder> newestCheckpoint() {
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(folder -> !Files.isSymbolicLink(folder))
          .map(RunFolder::new)
          .filter(run -> Files.isRegularFile(run.checkpoint()))
          .max(Comparator.comparing(Runs::time).thenComparing(run -> run.folder().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(RunFolder run) {
    try {
      return Files.getLastModifiedTime(run.checkpoint());
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /**
   * The folder whose model was finished last.
   *
   * @throws FileException if {@code latest} is a text file that names no folder beside it
   */
  RunFolder latest() {
    Path latest = runs.resolve(LATEST);
    if (!Files.isRegularFile(latest)) {
      return new RunFolder(latest);
    }
    String name = TextFile.read(latest, "the name of a run").strip();
    if (!name.matches("[^/\\\\\\p{Cntrl}]{1,200}") || name.matches("\\.+|" + LATEST)) {
      throw new FileException(
          latest + ": expected the name of a folder beside it, found " + TextFile.shown(name));
    }
    return new RunFolder(runs.resolve(name));
  }

  /** From now on {@code run}, a folder in {@code runs}, is the latest; others stay unknown. */
  void nameLatest(RunFolder run) {
    Path folder = run.folder().toAbsolutePath().normalize();
    if (!runs.equals(folder.getParent()) || folder.endsWith(LATEST)) {
      return;
    }
    try {
      keepEarlier();
      point(folder.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void point(Path name) throws IOException {
    Path latest = runs.resolve(LATEST);
    Path link = runs.resolve(".latest." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, name);
      Files.move(link, latest, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException noLinksHere) {
      Files.deleteIfExists(link);
      AtomicFile.write(latest, name + "\n");
    }
  }

  /** In the first edition {@code latest} was itself the folder of a run. */
  private void keepEarlier() throws IOException {
    Path latest = runs.resolve(LATEST);
    if (!Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    int n = 1;
    while (Files.exists(runs.resolve("earlier-" + n))) {
      n++;
    }
    Files.move(latest, runs.resolve("earlier-" + n));
  }
}
