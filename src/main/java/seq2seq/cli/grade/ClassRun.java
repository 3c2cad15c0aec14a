package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seq2seq.cli.Terminal;
import seq2seq.cli.UserError;
import seq2seq.files.AtomicFile;
import seq2seq.grading.report.ClassReport;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.Roster;
import seq2seq.grading.report.Roster.Student;
import seq2seq.grading.report.SubmissionGrader;

/** Grades a class, or a part of it, and reports. */
final class ClassRun {
  private static final int SHOWN = 5;

  private final Path folder;
  private final Path out;
  private final ClassOptions options;
  private final LateOptions late;
  private final List<String> troubles = new ArrayList<>();

  /**
   * A run.
   *
   * @param folder the class
   * @param out where grades and reports go
   */
  ClassRun(Path folder, Path out, ClassOptions options, LateOptions late) {
    this.folder = folder;
    this.out = out;
    this.options = options;
    this.late = late;
  }

  /**
   * Grades and reports.
   *
   * @param jobs how many students at a time
   * @param formats the forms of report
   * @return what went wrong, one line each
   * @throws UserError if there is nobody, or a merge lacks somebody
   */
  List<String> with(SubmissionGrader grader, int jobs, List<Format> formats) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("there is no folder " + folder);
    }
    Roster roster = new Roster(folder, out.resolve("results"));
    List<Student> all = roster.students();
    if (all.isEmpty()) {
      throw new UserError(folder + ": holds no folder and no archive of a student");
    }
    if (!options.merge().isEmpty()) {
      merge(roster, all, grader);
    }
    List<Student> students = options.shard().map(shard -> shard.of(all)).orElse(all);
    RosterRun run =
        new RosterRun(roster, grader, options.again(), System.err, Terminal.current().err());
    List<Grade> grades = new ArrayList<>(run.of(students, jobs));
    note(grades, run);
    if (options.shard().isPresent()) {
      System.out.println(
          "shard "
              + options.shard().get()
              + ": "
              + students.size()
              + " of "
              + all.size()
              + " students, in "
              + out.resolve("results"));
      return troubles;
    }
    report(students, grades, formats);
    return troubles;
  }

  private void note(List<Grade> grades, RosterRun run) {
    grades.stream()
        .filter(grade -> !grade.isGraded())
        .forEach(grade -> troubles.add(grade.student() + " is not graded, run this again"));
    run.notKept().forEach(each -> troubles.add("a grade could not be kept: " + each));
  }

  private void report(List<Student> students, List<Grade> grades, List<Format> formats)
      throws IOException {
    for (int i = 0; i < grades.size(); i++) {
      grades.set(i, late.applyTo(grades.get(i), students.get(i).name()));
    }
    late.missing().forEach(name -> troubles.add("no time for " + name + ", nothing taken off"));
    List<String> names = grades.stream().map(Grade::student).toList();
    List<String> strangers = options.list().map(list -> list.strangers(names)).orElse(List.of());
    strangers.forEach(name -> troubles.add("no row in --students for " + name));
    ClassReport report = new ClassReport(grades, ClassList.sections(options.list()));
    System.out.print(report.text());
    if (options.bySection()) {
      System.out.print(report.sections());
    }
    new Reports(out, formats, options).of(students, grades).forEach(System.out::println);
  }

  /** Copies the grades of the shards, and makes sure that nobody is missing. */
  private void merge(Roster roster, List<Student> all, SubmissionGrader grader) throws IOException {
    Set<String> ours =
        all.stream()
            .map(s -> s.fileName() + ".json")
            .collect(Collectors.toCollection(TreeSet::new));
    for (Path shard : options.merge()) {
      Path results = shard.resolve("results");
      if (!Files.isDirectory(results)) {
        throw new UserError(shard + ": holds no folder results, so no shard was graded there");
      }
      try (Stream<Path> files = Files.list(results)) {
        for (Path file : files.filter(f -> ours.contains("" + f.getFileName())).toList()) {
          AtomicFile.write(
              out.resolve("results").resolve(file.getFileName()), Files.readString(file));
        }
      }
    }
    List<Student> open = all.stream().filter(s -> roster.kept(s, grader).isEmpty()).toList();
    if (!open.isEmpty()) {
      boolean isOther = open.stream().anyMatch(s -> roster.earlier(s, grader).isPresent());
      throw new UserError(
          "of "
              + all.size()
              + " students "
              + open.size()
              + (isOther ? " were graded by another build of the course: " : " are not graded: ")
              + open.stream().limit(SHOWN).map(Student::name).collect(Collectors.joining(", "))
              + (open.size() > SHOWN ? ", ..." : "")
              + "; grade their shards again");
    }
  }
}
