package seq2seq.cli.check;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import seq2seq.cli.Children;
import seq2seq.cli.Command;
import seq2seq.cli.ExitStatus;
import seq2seq.cli.Home;
import seq2seq.cli.Terminal;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.ScoreTable;
import seq2seq.notebook.text.Ink;

/** Scores the learner's exercises. */
@CommandLine.Command(
    name = "check",
    description = "Scores your exercises.",
    footer = {
      "",
      "Exit status 0 if everything asked for has full points, else 1.",
      "",
      "Examples:",
      "  ./learn check              all exercises",
      "  ./learn check 6            those of chapter 6",
      "  ./learn check 6.2 --watch  one of them, again each time you save it"
    })
public final class CheckCommand implements Command {
  @Parameters(
      paramLabel = "N|N.M",
      arity = "0..1",
      defaultValue = "",
      descriptionKey = "asked",
      description = "A chapter or an exercise; none: all.")
  private String asked;

  @Option(
      names = {"-w", "--watch"},
      description = "Scores again what you save; h hint, n next, l list, q quit.")
  private boolean watch;

  @Override
  public boolean speaksChinese() {
    return true;
  }

  @Override
  public Integer call() {
    List<Exercise> exercises = ExerciseHelp.exercises(asked);
    Children.endWithUs();
    Scoring scoring = new Scoring(Home.directory());
    return (watch ? watched(scoring, exercises) : scored(scoring, exercises))
        ? ExitStatus.DONE
        : ExitStatus.FAILED;
  }

  private static boolean scored(Scoring scoring, List<Exercise> exercises) {
    List<ExerciseScore> scores = scoring.of(exercises);
    ScoreTable.lines(scores).forEach(System.out::println);
    new NextStep(Home.directory()).lines(scores).forEach(System.out::println);
    return scores.stream().allMatch(ExerciseScore::isFull);
  }

  private static boolean watched(Scoring scoring, List<Exercise> exercises) {
    List<Exercise> here = exercises.stream().filter(Exercise::isHere).toList();
    if (here.isEmpty()) {
      throw new UserError(ExerciseHelp.TEXTS.get("no.file"));
    }
    Terminal terminal = Terminal.current();
    try (FileWatcher watcher = FileWatcher.listening();
        Screen screen =
            terminal.in() && terminal.out() ? Screen.Keyed.system() : new Screen.Pipe(System.out)) {
      Saves saves = new Saves(Home.directory(), here, watcher);
      return watch(scoring, saves, screen, new Ink(terminal.colour())).run(exercises);
    }
  }

  private static Watch watch(Scoring scoring, Saves saves, Screen screen, Ink ink) {
    WatchEvents events = new WatchEvents();
    events.add("saves", () -> WatchEvent.saved(saves.next()));
    if (screen.hasKeys()) {
      events.add("keys", () -> WatchEvent.key(screen.key()));
    }
    return new Watch(
        scoring::of,
        id -> ExerciseHelp.hint(id, Terminal.columns()),
        new NextStep(Home.directory()),
        events,
        screen,
        ink,
        Clock.systemDefaultZone());
  }
}
