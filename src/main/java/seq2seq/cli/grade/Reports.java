package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import seq2seq.cli.Home;
import seq2seq.files.AtomicFile;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.ClassReport;
import seq2seq.grading.report.CsvReport;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.GradescopeReport;
import seq2seq.grading.report.JunitReport;
import seq2seq.grading.report.Roster;
import seq2seq.grading.report.Roster.Student;
import seq2seq.grading.report.SimilarPage;
import seq2seq.grading.report.StudentPage;
import seq2seq.grading.similar.Similarity;
import seq2seq.grading.submission.Submission;
import seq2seq.grading.submission.SubmittedFile;
import seq2seq.plot.Picture;

/** Writes reports into a folder. */
final class Reports {
  private final Path out;
  private final List<Format> formats;
  private final ClassOptions options;
  private final UnaryOperator<String> section;
  private final List<Path> written = new ArrayList<>();

  Reports(Path out, List<Format> formats, ClassOptions options) {
    this.out = out;
    this.formats = formats;
    this.options = options;
    this.section = ClassList.sections(options.list());
  }

  /** Writes those of one submission, and returns their files. */
  List<Path> of(Grade grade, Path work) throws IOException {
    if (formats.contains(Format.GRADESCOPE)) {
      put("results.json", GradescopeReport.of(grade));
    }
    if (formats.contains(Format.JUNIT)) {
      put("junit.xml", JunitReport.of(grade));
    }
    if (formats.contains(Format.CSV)) {
      put("grades.csv", options.mark() + CsvReport.of(List.of(grade)));
    }
    if (formats.contains(Format.HTML)) {
      put("student.html", StudentPage.of(grade, sources(work)));
    }
    return written;
  }

  /** Writes those of a class, and returns the files that are about all. */
  List<Path> of(List<Student> students, List<Grade> grades) throws IOException {
    for (int i = 0; i < grades.size(); i++) {
      ofStudent(students.get(i), grades.get(i));
    }
    written.clear();
    ofClass("", students, grades, "");
    if (formats.contains(Format.CANVAS)) {
      ClassList list = options.listFor(Format.CANVAS);
      put("canvas.csv", options.mark() + list.canvas(grades, options.column()));
    }
    if (formats.contains(Format.MOODLE)) {
      put("moodle.csv", options.mark() + options.listFor(Format.MOODLE).moodle(grades));
    }
    if (formats.contains(Format.SIMILAR)) {
      similar(students);
    }
    if (options.bySection()) {
      bySection(students, grades);
    }
    return written;
  }

  private void ofStudent(Student student, Grade grade) throws IOException {
    if (formats.contains(Format.GRADESCOPE)) {
      put("gradescope/" + student.fileName() + ".json", GradescopeReport.of(grade));
    }
    if (formats.contains(Format.JUNIT)) {
      put("junit/" + student.fileName() + ".xml", JunitReport.of(grade));
    }
    if (formats.contains(Format.HTML)) {
      put(page(student), StudentPage.of(grade, sources(student.work())));
    }
  }

  /** The classes that were handed in; none where nothing can be read, which the grade says. */
  private static Map<String, String> sources(Path work) {
    Map<String, String> sources = new HashMap<>();
    try {
      Submission.read(work, Exercises.all()).files().stream()
          .filter(SubmittedFile::isAccepted)
          .forEach(file -> sources.put(file.exercise().id(), file.text()));
    } catch (IOException | RuntimeException unreadable) {
      sources.clear();
    }
    return sources;
  }

  private void similar(List<Student> students) throws IOException {
    List<Map<String, String>> texts =
        students.stream().map(student -> sources(student.work())).toList();
    put(
        "similar.html",
        SimilarPage.of(
            new Similarity(texts, starters()),
            students.stream().map(Student::name).toList(),
            students.stream().map(Reports::page).toList()));
  }

  /** What everybody was given, as far as nobody has worked on it here. */
  private static Map<String, String> starters() {
    Map<String, String> starters = new HashMap<>();
    Path folder = Home.directory().resolve("exercises").resolve("starters");
    sources(folder)
        .forEach(
            (id, text) -> {
              if (text.contains("throw new Todo(")) {
                starters.put(id, text);
              }
            });
    return starters;
  }

  private void bySection(List<Student> students, List<Grade> grades) throws IOException {
    Set<String> names = new TreeSet<>();
    grades.forEach(grade -> names.add(section.apply(grade.student())));
    names.remove("");
    for (String name : names) {
      List<Integer> members =
          IntStream.range(0, grades.size())
              .filter(i -> section.apply(grades.get(i).student()).equals(name))
              .boxed()
              .toList();
      ofClass(
          "sections/" + Roster.fileName(name) + "/",
          members.stream().map(students::get).toList(),
          members.stream().map(grades::get).toList(),
          "../../");
    }
  }

  /**
   * Writes what is about these students.
   *
   * @param folder where, below the folder of all reports
   * @param up from there to the folder of all reports
   */
  private void ofClass(String folder, List<Student> students, List<Grade> grades, String up)
      throws IOException {
    if (formats.contains(Format.CSV)) {
      put(folder + "grades.csv", options.mark() + CsvReport.of(grades, section));
    }
    if (!formats.contains(Format.HTML)) {
      return;
    }
    ClassReport report = new ClassReport(grades, section);
    Files.createDirectories(out.resolve(folder));
    report.distribution().save(out.resolve(folder + "points.png"));
    List<String> pictures = new ArrayList<>();
    for (Picture picture : report.exercises()) {
      pictures.add("exercises-" + (pictures.size() + 1) + ".png");
      picture.save(out.resolve(folder + pictures.get(pictures.size() - 1)));
    }
    List<String> pages = students.stream().map(student -> up + page(student)).toList();
    put(folder + "class.html", report.page("points.png", pictures, pages));
  }

  private static String page(Student student) {
    return "students/" + student.fileName() + ".html";
  }

  private void put(String name, String text) throws IOException {
    Path file = out.resolve(name);
    AtomicFile.write(file, text);
    written.add(file);
  }
}
