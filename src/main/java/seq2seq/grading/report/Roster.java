package seq2seq.grading.report;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2seq.files.AtomicFile;
import seq2seq.files.Sha256;

/**
 * A class: a folder with one folder or archive for each student, and the grades so far.
 *
 * <p>Each grade is a file, written whole once it is there. A run that was killed finds them again,
 * and grades only the rest, and what has changed since.
 */
public final class Roster {
  private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{8}$");
  private static final String ARCHIVE = "(?i)\\.zip$";

  private static final char UNREADABLE = '\ufffd';

  private final Path folder;
  private final Path results;

  /**
   * One student.
   *
   * @param name as the folder or archive is called
   * @param work what was handed in
   * @param fileName the name for files about this student, which no other one of the class has
   */
  public record Student(String name, Path work, String fileName) {}

  /**
   * The class in this folder.
   *
   * @param results where the grades are kept
   */
  public Roster(Path folder, Path results) {
    this.folder = folder;
    this.results = results;
  }

  /**
   * The students by name. Hidden files, symbolic links and our own results are nobody's work.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<Student> students() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> works =
          all.filter(this::isWork).sorted(Comparator.comparing(Roster::spelling)).toList();
      Map<String, Long> taken =
          works.stream().collect(Collectors.groupingBy(Roster::bareKey, Collectors.counting()));
      Set<String> files = new HashSet<>();
      return works.stream()
          .map(work -> student(work, taken.get(bareKey(work)) == 1, files))
          .sorted(Comparator.comparing(Student::name))
          .toList();
    }
  }

  private boolean isWork(Path path) {
    String name = path.getFileName().toString();
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    boolean isArchive =
        Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && name.toLowerCase(Locale.ROOT).endsWith(".zip");
    return !name.startsWith(".") && (isFolder || isArchive) && !isOurs(path);
  }

  /** True of the folder that the results are written to. */
  private boolean isOurs(Path path) {
    return results.toAbsolutePath().normalize().startsWith(path.toAbsolutePath().normalize());
  }

  private static Student student(Path work, boolean isAlone, Set<String> files) {
    String whole = name(work);
    String name = isAlone && !Files.isDirectory(work) ? whole.replaceFirst(ARCHIVE, "") : whole;
    String file = fileName(name);
    while (!files.add(file.toLowerCase(Locale.ROOT))) {
      file = fileName(file + "\n" + spelling(work));
    }
    return new Student(name, work, file);
  }

  /** Where big and small letters are the same, these are one file. */
  private static String bareKey(Path work) {
    return name(work).replaceFirst(ARCHIVE, "").toLowerCase(Locale.ROOT);
  }

  /** A name that is not in the encoding of this system is read as Western European. */
  private static String name(Path work) {
    String name = work.getFileName().toString();
    return name.indexOf(UNREADABLE) < 0
        ? name
        : URLDecoder.decode(spelling(work).replace("+", "%2B"), StandardCharsets.ISO_8859_1);
  }

  /** The bytes of the name, spelled in letters that every system has. */
  private static String spelling(Path work) {
    return work.getFileName().toUri().getRawPath().replaceFirst("/$", "").replaceFirst(".*/", "");
  }

  /** The grade of an earlier run, if the work and the tests are still the same. */
  public Optional<Grade> kept(Student student, SubmissionGrader grader) {
    return earlier(student, grader)
        .filter(grade -> grade.fingerprint().equals(grader.fingerprint()));
  }

  /** The grade of an earlier run, if the work is still the same, whatever tests graded it. */
  public Optional<Grade> earlier(Student student, SubmissionGrader grader) {
    return GradeFile.read(file(student))
        .map(grade -> grade.worth(grader.exercises()))
        .filter(grade -> grade.isGraded() && !grade.submission().isEmpty())
        .filter(grade -> grade.student().equals(Sanitizer.name(student.name())))
        .filter(grade -> grade.submission().equals(grader.identity(student.work())));
  }

  /**
   * Keeps a grade for the next run, unless there is none yet.
   *
   * @throws IOException if it cannot be written
   */
  public void keep(Student student, Grade grade) throws IOException {
    if (grade.isGraded()) {
      AtomicFile.write(file(student), GradeFile.text(grade));
    }
  }

  private Path file(Student student) {
    return results.resolve(student.fileName() + ".json");
  }

  /**
   * A file's name for any student's name: letters, digits, dots and hyphens stay; if anything else
   * was there, or it could be taken for such a name, eight digits of its SHA-256 keep two students
   * apart.
   */
  public static String fileName(String student) {
    String safe = student.replaceAll("[^A-Za-z0-9.-]", "_").replaceFirst("^\\.", "_");
    String cut = safe.length() > 80 ? safe.substring(0, 80) : safe;
    boolean same = cut.equals(student) && !cut.isEmpty() && !DIGEST.matcher(cut).find();
    byte[] bytes = student.getBytes(StandardCharsets.UTF_8);
    return same ? cut : cut + "-" + Sha256.of(bytes).substring(0, 8);
  }
}
