package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import seq2seq.files.AtomicFile;
import seq2seq.grading.report.ClassReport;
import seq2seq.grading.report.CsvReport;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.GradescopeReport;
import seq2seq.grading.report.JunitReport;
import seq2seq.grading.report.Roster.Student;
import seq2seq.grading.report.StudentPage;
import seq2seq.plot.Picture;

/** Writes reports into a folder. */
final class Reports {
  private final Path out;
  private final Set<Format> formats;
  private final List<Path> written = new ArrayList<>();

  Reports(Path out, Set<Format> formats) {
    this.out = out;
    this.formats = formats;
  }

  /** Writes those of one submission, and returns their files. */
  List<Path> of(Grade grade) throws IOException {
    if (formats.contains(Format.GRADESCOPE)) {
      put("results.json", GradescopeReport.of(grade));
    }
    if (formats.contains(Format.JUNIT)) {
      put("junit.xml", JunitReport.of(grade));
    }
    if (formats.contains(Format.CSV)) {
      put("grades.csv", CsvReport.of(List.of(grade)));
    }
    if (formats.contains(Format.HTML)) {
      put("student.html", StudentPage.of(grade));
    }
    return written;
  }

  /** Writes those of a class, and returns the files that are about all. */
  List<Path> of(List<Student> students, List<Grade> grades) throws IOException {
    for (int i = 0; i < grades.size(); i++) {
      String name = students.get(i).fileName();
      if (formats.contains(Format.GRADESCOPE)) {
        put("gradescope/" + name + ".json", GradescopeReport.of(grades.get(i)));
      }
      if (formats.contains(Format.JUNIT)) {
        put("junit/" + name + ".xml", JunitReport.of(grades.get(i)));
      }
      if (formats.contains(Format.HTML)) {
        put(page(students.get(i)), StudentPage.of(grades.get(i)));
      }
    }
    written.clear();
    if (formats.contains(Format.CSV)) {
      put("grades.csv", CsvReport.of(grades));
    }
    if (formats.contains(Format.HTML)) {
      classPage(students, grades);
    }
    return written;
  }

  private void classPage(List<Student> students, List<Grade> grades) throws IOException {
    ClassReport report = new ClassReport(grades);
    report.distribution().save(out.resolve("points.png"));
    List<String> pictures = new ArrayList<>();
    for (Picture picture : report.exercises()) {
      pictures.add("exercises-" + (pictures.size() + 1) + ".png");
      picture.save(out.resolve(pictures.get(pictures.size() - 1)));
    }
    List<String> pages = students.stream().map(Reports::page).toList();
    put("class.html", report.page("points.png", pictures, pages));
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
