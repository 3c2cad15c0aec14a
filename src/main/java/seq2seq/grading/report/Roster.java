package seq2seq.grading.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.files.Sha256;

/**
 * A class: a folder with one folder or archive for each student, and the grades so far.
 *
 * <p>Each grade is a file, written whole once it is there. A run that was killed finds them again,
 * and grades only the rest, and what has changed since.
 */
public final class Roster {
  private static final String ARCHIVE = "(?i)\\.zip$";

  private final Path folder;
  private final Path results;

  /** One student: the name, and what was handed in. */
  public record Student(String name, Path work) {}

  /**
   * The class in this folder.
   *
   * @param results where the grades are kept
   */
  public Roster(Path folder, Path results) {
    this.folder = folder;
    this.results = results;
  }

  /** The students by name. Hidden files and symbolic links are nobody's work. */
  public List<Student> students() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Roster::isWork)
          .map(path -> new Student(name(path), path))
          .sorted(Comparator.comparing(Student::name))
          .toList();
    }
  }

  private static boolean isWork(Path path) {
    String name = path.getFileName().toString();
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    boolean isArchive =
        Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && name.toLowerCase(Locale.ROOT).endsWith(".zip");
    return !name.startsWith(".") && (isFolder || isArchive);
  }

  private static String name(Path path) {
    String name = path.getFileName().toString();
    String bare = name.replaceFirst(ARCHIVE, "");
    boolean isTaken = Files.exists(path.resolveSibling(bare));
    return Files.isDirectory(path) || isTaken ? name : bare;
  }

  /** The grade of an earlier run, if the work and the tests are still the same. */
  public Optional<Grade> kept(Student student, SubmissionGrader grader) {
    return GradeFile.read(file(student))
        .filter(grade -> grade.kit().equals(grader.kit()))
        .filter(grade -> !grade.submission().isEmpty())
        .filter(grade -> grade.submission().equals(grader.identity(student.work())));
  }

  /**
   * Keeps a grade for the next run.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void keep(Student student, Grade grade) {
    try {
      GradeFile.write(file(student), grade);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path file(Student student) {
    return results.resolve(fileName(student.name()) + ".json");
  }

  /**
   * A file's name for any student's name: letters, digits, dots and hyphens stay; if anything else
   * was there, eight digits of its SHA-256 keep two students apart.
   */
  public static String fileName(String student) {
    String safe = student.replaceAll("[^A-Za-z0-9.-]", "_").replaceFirst("^\\.", "_");
    String cut = safe.length() > 80 ? safe.substring(0, 80) : safe;
    boolean same = cut.equals(student) && !cut.isEmpty();
    byte[] bytes = student.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return same ? cut : cut + "-" + Sha256.of(bytes).substring(0, 8);
  }
}
