package seq2seq.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import seq2seq.ch11_capstone.Part;
import seq2seq.cli.check.Scoring;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.StarterFile;
import seq2seq.grading.remote.CheckedStarter;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.language.Texts;

/** How the learner stands with each part, and the class files of those that can run. */
record CapstoneParts(Map<Part, Standing> standings) {
  /**
   * How one part stands.
   *
   * @param isPassed it has full points
   * @param canRun it compiles, uses nothing that it may not, and somebody has written something
   * @param state in a word or two
   */
  record Standing(boolean isPassed, boolean canRun, String state) {}

  private static final Texts TEXTS = CapstoneTexts.TEXTS;

  /**
   * Checks the learner's parts, and puts the class files of those that can run into a folder.
   *
   * @param course the top folder of the checkout
   */
  static CapstoneParts of(Path course, Path classes) {
    Map<Part, Standing> standings = new EnumMap<>(Part.class);
    List<Exercise> written = new ArrayList<>();
    for (Part part : Part.values()) {
      Exercise exercise = Exercises.find(part.exercise());
      Standing standing = look(course, exercise, classes);
      standings.put(part, standing);
      if (standing.canRun()) {
        written.add(exercise);
      }
    }
    for (ExerciseScore score : new Scoring(course).of(written)) {
      part(score.exercise().id()).ifPresent(part -> standings.put(part, scored(score)));
    }
    return new CapstoneParts(standings);
  }

  private static Standing look(Path course, Exercise exercise, Path classes) {
    StarterFile file = StarterFile.read(course, exercise);
    if (!file.problem().isEmpty()) {
      return new Standing(false, false, CapstoneTexts.said(file.problem()));
    }
    if (file.looksUntouched()) {
      return new Standing(false, false, TEXTS.get("waiting"));
    }
    CheckedStarter starter = CheckedStarter.of(exercise, file.text());
    if (!starter.errors().isEmpty()) {
      return new Standing(false, false, TEXTS.get("not.compiled"));
    }
    if (!starter.violations().isEmpty()) {
      return new Standing(false, false, TEXTS.get("not.allowed"));
    }
    if (starter.isUntouched()) {
      return new Standing(false, false, TEXTS.get("waiting"));
    }
    starter.classes().forEach((name, bytes) -> write(classes, name, bytes));
    return new Standing(false, true, TEXTS.get("not.graded"));
  }

  private static void write(Path classes, String name, byte[] bytes) {
    try {
      Path file = classes.resolve(name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Standing scored(ExerciseScore score) {
    String points = TEXTS.get("points", score.earned(), score.exercise().points());
    return new Standing(score.isFull(), true, points);
  }

  /** The part that this exercise asks for. */
  static Optional<Part> part(String exercise) {
    return Stream.of(Part.values()).filter(part -> part.exercise().equals(exercise)).findFirst();
  }

  Standing of(Part part) {
    return standings.get(part);
  }

  /** Those with full points. */
  List<Part> passed() {
    return Stream.of(Part.values()).filter(part -> of(part).isPassed()).toList();
  }

  /** Those that can run and have not full points. */
  List<Part> tried() {
    return Stream.of(Part.values())
        .filter(part -> of(part).canRun() && !of(part).isPassed())
        .toList();
  }
}
