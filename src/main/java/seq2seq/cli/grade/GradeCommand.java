package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import seq2seq.cli.Children;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercises;
import seq2seq.grading.report.Grade;
import seq2seq.grading.report.GraderFingerprint;
import seq2seq.grading.report.SubmissionGrader;
import seq2seq.grading.run.Limits;

/** Grades what students handed in. */
@CommandLine.Command(
    name = "grade",
    description = "Grades what students handed in.",
    footer = {
      "",
      "What counts, for how many points and until when, says course.tsv at the top of",
      "the course; --late and --due are for a course without that file.",
      "",
      "Exit status 0 once everything has its grade, whatever that is; 1 if something",
      "could not be graded, which is said. docs/grading.md says what each form of",
      "report is for, and how course.tsv and the tables are written.",
      "",
      "Examples:",
      "  ./learn grade --submission ada.zip --report html",
      "  ./learn grade --roster class/ --report csv,html --out grades/",
      "  ./learn grade --roster class/ --students gradebook.csv --report canvas",
      "  ./learn grade --roster class/ --only 5.1 --out grades/",
      "  ./learn grade --roster class/ --shard 2/4 --out shards/2",
      "  ./learn grade --roster class/ --merge shards/1 shards/2 shards/3 shards/4",
      "  ./learn grade --autograder autograder.zip"
    })
public final class GradeCommand implements Command {
  @Option(
      names = "--submission",
      paramLabel = "DIR|ARCHIVE",
      description = "What ./learn submit made, or a folder.")
  private Path submission;

  @Option(
      names = "--roster",
      paramLabel = "DIR",
      description = "A folder with a folder or archive for each student.")
  private Path rosterFolder;

  @Option(
      names = "--autograder",
      paramLabel = "FILE",
      description = "Writes the archive with which Gradescope grades by itself.")
  private Path autograder;

  @Option(
      names = "--report",
      paramLabel = "FORMAT",
      split = ",",
      description = "Any of ${COMPLETION-CANDIDATES}; for a class csv,html if not given.")
  private List<Format> formats = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "grades",
      description = "Where reports go; grades/ if not given.")
  private Path out;

  @Option(
      names = "--student",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Whose submission it is; if not given, its manifest says.")
  private String student;

  @Option(
      names = "--jobs",
      paramLabel = "K",
      description = "Students at a time; as many as there are cores if not given.")
  private Integer jobs;

  @Mixin private ClassOptions ofClass;

  @Mixin private LateOptions late;

  /**
   * Grades.
   *
   * @throws UsageError if the options do not fit together
   * @throws UserError if there is no such file or folder
   */
  @Override
  public Integer call() throws IOException {
    if (Stream.of(submission, rosterFolder, autograder).filter(Objects::nonNull).count() != 1) {
      throw new UsageError("give one of --submission, --roster and --autograder");
    }
    if (jobs != null && jobs < 1) {
      throw new UsageError("--jobs: at least 1; got " + jobs);
    }
    ofClass.check(rosterFolder != null, formats);
    if (autograder != null) {
      new Autograder(Home.directory()).write(autograder);
      System.out.println(autograder.toAbsolutePath().normalize());
      System.out.println("set the assignment to " + Exercises.points() + " points");
      return ExitStatus.DONE;
    }
    late.check(rosterFolder != null);
    Children.endWithUs();
    try (SubmissionGrader grader =
        new SubmissionGrader(Exercises.all(), Limits.USUAL, GraderFingerprint.sha256())) {
      return submission != null ? one(grader) : all(grader);
    }
  }

  private int one(SubmissionGrader grader) throws IOException {
    if (!Files.exists(submission)) {
      throw new UserError("there is no file or folder " + submission);
    }
    Grade grade = late.applyTo(grader.grade(student, submission));
    GradeText.lines(grade).forEach(System.out::println);
    new Reports(out, formats, ofClass).of(grade, submission).forEach(System.out::println);
    return end(grade.isGraded() ? List.of() : List.of("this is not graded, try it again"));
  }

  private int all(SubmissionGrader grader) throws IOException {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    List<Format> asked = formats.isEmpty() ? List.of(Format.CSV, Format.HTML) : formats;
    return end(new ClassRun(rosterFolder, out, ofClass, late).with(grader, threads, asked));
  }

  private static int end(List<String> troubles) {
    troubles.forEach(trouble -> System.err.println("learn: " + trouble));
    return troubles.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
