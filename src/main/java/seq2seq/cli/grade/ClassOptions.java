package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import seq2seq.cli.UsageError;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercises;

/** What the command line says of a class. */
final class ClassOptions {
  @Option(
      names = "--only",
      paramLabel = "N|N.M",
      split = ",",
      description = "Grades these again, and leaves all others as an earlier run graded them.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--students",
      paramLabel = "FILE",
      description =
          "Who is in the class: what Canvas or Moodle exports, or a CSV file with the columns"
              + " student and section.")
  private Path students;

  @Option(
      names = "--sections",
      description = "Reports on each section, too, in sections/NAME; needs --students.")
  private boolean sections;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      defaultValue = "",
      description = "For canvas: the assignment, as the gradebook names it.")
  private String column;

  @Option(
      names = "--excel",
      description = "Begins CSV files with the mark by which Excel knows UTF-8.")
  private boolean excel;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description = "Grades only every N-th student, from the K-th; other machines do the rest.")
  private String shard;

  @Option(
      names = "--merge",
      paramLabel = "DIR",
      arity = "1..*",
      description = "Takes the grades from the --out folders of all shards, and reports.")
  private List<Path> merge = new ArrayList<>();

  private Optional<ClassList> list = Optional.empty();
  private Set<String> again = Set.of();

  /**
   * Checks the options, and reads the list of students, before anything is graded.
   *
   * @param formats the forms of report that are asked for
   * @throws UsageError if they do not fit together
   * @throws UserError if the list cannot be read
   */
  void check(boolean isRoster, List<Format> formats) throws IOException {
    boolean any =
        !only.isEmpty() || students != null || sections || shard != null || !merge.isEmpty();
    if (any && !isRoster) {
      throw new UsageError(
          "--only, --students, --sections, --shard and --merge belong to --roster");
    }
    if (sections && students == null) {
      throw new UsageError("--sections needs --students, which says who is in which");
    }
    if (shard != null && !merge.isEmpty()) {
      throw new UsageError("--shard and --merge: first grade all shards, then merge");
    }
    shard();
    Set<String> ids = new LinkedHashSet<>();
    for (String asked : only) {
      Exercises.asked(asked.strip()).forEach(exercise -> ids.add(exercise.id()));
    }
    again = ids;
    list = students == null ? Optional.empty() : Optional.of(ClassList.read(students));
    for (Format format : List.of(Format.CANVAS, Format.MOODLE)) {
      if (isRoster && formats.contains(format)) {
        listFor(format);
      }
    }
  }

  /** The numbers of the exercises that are graded again; none: whatever is not graded yet. */
  Set<String> again() {
    return again;
  }

  /** Which part of the class is graded here; if nothing, all of it. */
  Optional<Shard> shard() {
    return Optional.ofNullable(shard).map(Shard::parse);
  }

  /** The folders of the shards to merge; none: nothing is merged. */
  List<Path> merge() {
    return merge;
  }

  /** Who is in the class. */
  Optional<ClassList> list() {
    return list;
  }

  /**
   * The table of the students.
   *
   * @throws UsageError if none was given
   */
  ClassList listFor(Format format) {
    return list.orElseThrow(
        () ->
            new UsageError(
                "--report "
                    + format.name().toLowerCase(Locale.ROOT)
                    + " needs --students, the table that the platform exports"));
  }

  boolean bySection() {
    return sections;
  }

  String column() {
    return column;
  }

  /** What a CSV file begins with. */
  String mark() {
    return excel ? "\ufeff" : "";
  }
}
