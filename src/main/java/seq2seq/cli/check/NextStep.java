package seq2seq.cli.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.run.ExerciseScore;

/** What to do after full points: the worked answer to compare with, and the next exercise. */
record NextStep(Path course, List<Exercise> all) {
  NextStep(Path course) {
    this(course, Exercises.all());
  }

  /** A line or two below {@code scores}; none while points are missing. */
  List<String> lines(List<ExerciseScore> scores) {
    List<String> lines = new ArrayList<>();
    if (!scores.isEmpty() && scores.stream().allMatch(ExerciseScore::isFull)) {
      lines.add("");
      scores.forEach(score -> answer(score.exercise()).ifPresent(lines::add));
      after(scores.get(scores.size() - 1).exercise()).ifPresent(lines::add);
    }
    return lines;
  }

  private Optional<String> answer(Exercise exercise) {
    String answer =
        exercise
            .starterFile()
            .replace("exercises/starters/", "solutions/")
            .replace("/starters/", "/solutions/");
    return Files.exists(course.resolve(answer))
        ? Optional.of(ExerciseHelp.TEXTS.get("answer", exercise.id(), answer))
        : Optional.empty();
  }

  private Optional<String> after(Exercise exercise) {
    int next = all.indexOf(exercise) + 1;
    return next < 1 || next >= all.size()
        ? Optional.empty()
        : Optional.of(
            ExerciseHelp.TEXTS.get(
                "next", all.get(next).label(), "./learn check " + all.get(next).id() + " --watch"));
  }
}
