package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.grading.Subjects;
import seq2seq.grading.allow.AllowList;
import seq2seq.grading.remote.CheckedStarter;
import seq2seq.grading.remote.RemoteExercise;
import seq2seq.grading.remote.Sandbox;
import seq2seq.grading.run.GradedRun;
import seq2seq.grading.run.Limits;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.wire.Crossing;
import seq2seq.solutions.kit.Pool;
import seq2seq.solutions.kit.Wrong;

/** An answer scores the same in a process of its own as beside its tests. */
class RemotePoolTest {
  /** As usual, but for the time that an endless answer is waited for. */
  private static final Limits SHORT =
      new Limits(
          Limits.USUAL.start(),
          Limits.USUAL.test(),
          Duration.ofSeconds(1),
          Limits.USUAL.exercise(),
          Limits.USUAL.heapMegabytes(),
          Limits.USUAL.printedKilobytes());

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void theInterfaceCanBeCalledThroughAProcess(Exercise exercise) throws ClassNotFoundException {
    assertThat(Crossing.problems(Class.forName(exercise.specification()))).isEmpty();
  }

  /**
   * The whole pool, so not in the everyday build, which grades the answers themselves both ways.
   */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("exercises")
  void eachKnownAnswerGetsTheSameResults(Exercise exercise) throws Exception {
    compare(exercise, answers(exercise));
  }

  /** The child's stack is larger than that of these tests, and no answer may hide in it. */
  @Test
  void recursionGoesNoDeeperThere() throws Exception {
    Exercise backward = Exercises.find("0.1");
    List<String> recursive =
        answers(backward).stream().filter(answer -> answer.endsWith("$Recursive")).toList();
    assertThat(recursive).hasSize(1);
    compare(backward, recursive);
  }

  private static void compare(Exercise exercise, List<String> answers) throws Exception {
    try (RemoteExercise remote = RemoteExercise.of(exercise, Sandbox.of(Limits.USUAL), true)) {
      String choice = Subjects.lend(remote::newSubject);
      for (String answer : answers) {
        remote.use(answer, classFiles(answer, ".*"), false);
        assertThat(words(GradedRun.of(exercise, choice, 1)))
            .as(answer)
            .isEqualTo(words(GradedRun.of(exercise, answer, 1)));
      }
      Subjects.takeBack(choice);
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void anEndlessAnswerLosesItsOwnTestsAndIsToldWhy(Exercise exercise) throws Exception {
    for (Class<?> endless : Pool.endless(exercise)) {
      Wrong wrong = endless.getAnnotation(Wrong.class);
      List<TestResult> failed =
          endless(exercise, endless).stream()
              .filter(result -> result.status() != TestResult.Status.PASSED)
              .toList();
      assertThat(failed).extracting(TestResult::method).containsExactlyInAnyOrder(wrong.fails());
      assertThat(failed.toString()).contains(wrong.feedback());
    }
  }

  private static List<TestResult> endless(Exercise exercise, Class<?> answer) throws Exception {
    try (RemoteExercise remote = RemoteExercise.of(exercise, Sandbox.of(SHORT), true)) {
      remote.use(answer.getName(), classFiles(answer.getName(), ".*"), false);
      String choice = Subjects.lend(remote::newSubject);
      try {
        return GradedRun.of(exercise, choice, 1);
      } finally {
        Subjects.takeBack(choice);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void noAnswerOfThePoolUsesWhatItMayNot(Exercise exercise) throws Exception {
    AllowList allowed = CheckedStarter.allowList(exercise);
    for (String answer : answers(exercise)) {
      String itself = answer.substring(answer.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
      assertThat(allowed.violations(classFiles(answer, itself + "(\\$.*)?"), List.of()))
          .filteredOn(line -> !line.contains(": uses seq2seq.solutions."))
          .as(answer)
          .isEmpty();
    }
  }

  private static List<String> answers(Exercise exercise) {
    List<String> answers = new ArrayList<>();
    answers.add(exercise.solution());
    Pool.right(exercise).forEach(type -> answers.add(type.getName()));
    Pool.wrong(exercise).forEach(type -> answers.add(type.getName()));
    return answers;
  }

  /** A line number stands for a file of another name there. */
  private static List<String> words(List<TestResult> results) {
    return results.stream()
        .map(result -> result.toString().replaceAll("\\(\\w+\\.java:", "(File.java:"))
        .toList();
  }

  /**
   * The class files of the package of {@code name} whose simple names match: a pool leans on
   * answers.
   */
  private static Map<String, byte[]> classFiles(String name, String matching)
      throws IOException, URISyntaxException {
    String prefix = name.substring(0, name.lastIndexOf('.') + 1);
    URL file = RemotePoolTest.class.getResource("/" + name.replace('.', '/') + ".class");
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(file.toURI()).getParent())) {
      for (Path each : files.toList()) {
        String simple = each.getFileName().toString().replaceFirst("\\.class$", "");
        if (simple.matches(matching)) {
          classes.put(prefix + simple, Files.readAllBytes(each));
        }
      }
    }
    return classes;
  }
}
