package seq2seq.cli.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import seq2seq.cli.UserError;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.ScoreTable;
import seq2seq.language.Texts;
import seq2seq.notebook.text.Ink;

/** Scores exercises, and those whose file was saved again each time that happens. Mutable. */
final class Watch {
  private static final Texts TEXTS = Texts.of(Watch.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Where the saves and the keys come from. */
  interface Events {
    /** The next one; a save of nothing when there will be no more. */
    WatchEvent next() throws InterruptedException;
  }

  private final Function<List<Exercise>, List<ExerciseScore>> scoring;
  private final Function<String, List<String>> hints;
  private final NextStep nextStep;
  private final Events events;
  private final Screen screen;
  private final Ink ink;
  private final Clock clock;
  private final Map<Exercise, ExerciseScore> scores = new LinkedHashMap<>();

  /** The exercise that hints are for; the first that is not done until the reader asks for more. */
  private Optional<Exercise> current = Optional.empty();

  Watch(
      Function<List<Exercise>, List<ExerciseScore>> scoring,
      Function<String, List<String>> hints,
      NextStep nextStep,
      Events events,
      Screen screen,
      Ink ink,
      Clock clock) {
    this.scoring = scoring;
    this.hints = hints;
    this.nextStep = nextStep;
    this.events = events;
    this.screen = screen;
    this.ink = ink;
    this.clock = clock;
  }

  /**
   * Scores {@code exercises}, then goes on until the reader quits or has gone, or there are no more
   * events.
   *
   * @return true if all had full points at last
   */
  boolean run(List<Exercise> exercises) {
    score(exercises);
    list();
    try {
      boolean goesOn = true;
      while (goesOn && screen.isRead()) {
        foot(exercises);
        goesOn = obey(events.next());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return scores.values().stream().allMatch(ExerciseScore::isFull);
  }

  private void foot(List<Exercise> exercises) {
    String keys = TEXTS.get(screen.hasKeys() ? "watch.keys" : "watch.end");
    String foot = screen.hasKeys() ? "watch.foot.keys" : "watch.foot";
    screen.show(List.of("", TEXTS.get(foot, files(exercises), keys)));
  }

  /** Does what an event asks for; false if that is to end. */
  private boolean obey(WatchEvent event) {
    switch (event.key()) {
      case '\0' -> {
        return saved(event.saved());
      }
      case 'q' -> {
        return false;
      }
      case 'h' -> hint();
      case 'n' -> next();
      default -> list();
    }
    return true;
  }

  private boolean saved(List<Exercise> changed) {
    if (changed.isEmpty() || !screen.isRead()) {
      return false;
    }
    screen.clear();
    String time = LocalTime.now(clock).format(TIME);
    screen.show(List.of(ink.bold(TEXTS.get("watch.saved", time, names(changed)))));
    current = Optional.of(changed.get(0));
    score(changed);
    showAll();
    return true;
  }

  private void score(List<Exercise> exercises) {
    scoring.apply(exercises).forEach(score -> scores.put(score.exercise(), score));
  }

  private void list() {
    screen.clear();
    showAll();
  }

  /** All scores, so that what is on the screen is always the whole story. */
  private void showAll() {
    List<ExerciseScore> all = List.copyOf(scores.values());
    screen.show(ScoreTable.lines(all));
    current
        .map(scores::get)
        .filter(ExerciseScore::isFull)
        .ifPresentOrElse(
            done -> screen.show(nextStep.lines(List.of(done))),
            () -> screen.show(nextStep.lines(all)));
  }

  private void hint() {
    unfinished(0)
        .ifPresentOrElse(
            exercise -> screen.show(hintFor(exercise)),
            () -> screen.show(List.of("", TEXTS.get("watch.full"))));
  }

  private List<String> hintFor(Exercise exercise) {
    List<String> lines = new java.util.ArrayList<>(List.of(""));
    try {
      lines.addAll(hints.apply(exercise.id()));
    } catch (UserError none) {
      lines.add(none.getMessage());
    }
    return lines;
  }

  /** Goes to the next exercise that is not done, and shows it alone. */
  private void next() {
    Optional<Exercise> next = unfinished(1);
    screen.clear();
    if (next.isEmpty()) {
      showAll();
      return;
    }
    current = next;
    screen.show(ScoreTable.lines(List.of(scores.get(next.get()))));
    screen.show(List.of("", TEXTS.get("watch.its.file", next.get().starterFile())));
  }

  /** The first exercise without full points, from {@code steps} behind the current one on. */
  private Optional<Exercise> unfinished(int steps) {
    List<Exercise> all = List.copyOf(scores.keySet());
    int from = current.map(exercise -> all.indexOf(exercise) + steps).orElse(0);
    for (int i = 0; i < all.size(); i++) {
      Exercise exercise = all.get((from + i) % all.size());
      if (exercise.isHere() && !scores.get(exercise).isFull()) {
        return Optional.of(exercise);
      }
    }
    return Optional.empty();
  }

  private static String files(List<Exercise> exercises) {
    long here = exercises.stream().filter(Exercise::isHere).count();
    return here == 1 ? TEXTS.get("watch.file") : TEXTS.get("watch.files", here);
  }

  private static String names(List<Exercise> changed) {
    return changed.stream()
        .map(exercise -> Path.of(exercise.starterFile()).getFileName().toString())
        .collect(Collectors.joining(", "));
  }
}
