package seq2seq.cli.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercises;

/** Writes the edition for students. */
@CommandLine.Command(
    name = "publish",
    description = "For teachers: writes an edition for students, without answers.",
    footer = {
      "",
      "The folder is ready to commit: the course without the answers, the known wrong",
      "ones, the tools of its makers and its history, with a workflow by which GitHub",
      "grades each push. course.tsv, at the top of the course, says which exercises",
      "count, for how many points and until when; docs/grading.md says how it is",
      "written.",
      "",
      "Example:",
      "  ./learn publish ../course-for-students"
    })
public final class PublishCommand implements Command {
  @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder;

  /**
   * Publishes.
   *
   * @throws UserError if the folder holds something, lies within the course, or a starter is no
   *     longer the one that was given out
   */
  @Override
  public Integer call() throws IOException {
    Path course = Home.directory().toAbsolutePath().normalize();
    Path to = folder.toAbsolutePath().normalize();
    if (to.startsWith(course)) {
      throw new UserError(folder + ": lies in the course itself; give a folder outside of it");
    }
    if (Files.exists(to) && !isEmpty(to)) {
      throw new UserError(folder + ": holds something already; give a new or an empty folder");
    }
    int files = new StudentEdition(course, Exercises.terms()).write(to);
    System.out.println(files + " files, " + Exercises.points() + " points, in " + to);
    System.out.println(
        "next: cd " + quoted(to) + " && git init && git add . && git commit -m Course");
    return ExitStatus.DONE;
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private static boolean isEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }
}
