package seq2seq.cli.check;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.Grader;
import seq2seq.grading.run.Limits;
import seq2seq.grading.run.ScoreTable;

/** Scores the learner's exercises. */
@CommandLine.Command(
    name = "check",
    description = "Scores your exercises.",
    footer = {
      "",
      "Exit status 0 if everything asked for has full points, else 1.",
      "",
      "Examples:",
      "  ./learn check        all exercises",
      "  ./learn check 6      those of chapter 6",
      "  ./learn check 6.2    one of them"
    })
public final class CheckCommand implements Command {
  @Parameters(
      paramLabel = "N|N.M",
      arity = "0..1",
      defaultValue = "",
      description = "A chapter or an exercise; none: all.")
  private String asked;

  @Override
  public int place() {
    return 40;
  }

  @Override
  public Integer call() {
    List<Exercise> exercises = Asked.exercises(asked);
    Grader grader = new Grader(Home.directory(), Limits.USUAL);
    List<ExerciseScore> scores = exercises.stream().map(grader::grade).toList();
    ScoreTable.lines(scores).forEach(System.out::println);
    return scores.stream().allMatch(ExerciseScore::isFull) ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
