package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import seq2seq.ch11_capstone.Assembly;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.ch11_capstone.CourseParts;
import seq2seq.ch11_capstone.Part;
import seq2seq.ch11_capstone.PartException;
import seq2seq.graded.capstone.LearnerParts;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercises;
import seq2seq.solutions.kit.Pool;

/** The worked answers, and the known wrong ones, as parts of chapter 11's translator. */
class CapstoneTest {
  private static final int FEW = 2;
  private static Capstone.Result course;

  @BeforeAll
  static void trainWithTheCoursesParts() {
    course = Capstone.run(new CourseParts(), FEW, line -> {});
  }

  private static Object create(String name) {
    try {
      var constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<Part, Object> worked() {
    Map<Part, Object> answers = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      answers.put(part, create(exercise(part).solution()));
    }
    return answers;
  }

  private static Exercise exercise(Part part) {
    return Exercises.find(part.exercise());
  }

  private static Capstone.Result run(Map<Part, Object> classes, int epochs) {
    return Capstone.run(
        new Assembly(new LearnerParts(classes), classes.keySet()), epochs, line -> {});
  }

  private static void assertSame(Capstone.Result mine, Capstone.Result courses) {
    assertThat(mine.heldOutLoss()).isCloseTo(courses.heldOutLoss(), within(1e-4));
    assertThat(mine.trainLoss()).isCloseTo(courses.trainLoss(), within(1e-4));
    assertThat(mine.greedyBleu()).isCloseTo(courses.greedyBleu(), within(1e-9));
    assertThat(mine.beamBleu()).isCloseTo(courses.beamBleu(), within(1e-9));
    assertThat(written(mine)).isEqualTo(written(courses));
  }

  private static String written(Capstone.Result result) {
    return Arrays.deepToString(result.translations().toArray());
  }

  @Test
  void theWorkedAnswersEndWhereTheCourseEnds() {
    assertSame(run(worked(), FEW), course);
  }

  @Tag("slow")
  @Test
  void theyDoSoAfterTheWholeTraining() {
    Capstone.Result whole = Capstone.run(new CourseParts(), line -> {});
    Capstone.Result mine = run(worked(), Capstone.EPOCHS);
    assertSame(mine, whole);
  }

  /** One of each kind: on the way forward, on the way back, a judge, a loop. */
  @ParameterizedTest
  @EnumSource(names = {"MASK", "GRU_STEP", "LOOKUP_GRADIENT", "EIGHT_STEPS"})
  void aWrongPartIsSeenOrNamedAndNothingElseHappens(Part part) {
    check(part, Pool.wrong(exercise(part)).subList(0, 1));
  }

  /** Some wrong answers change nothing here, such as one for sizes that do not occur. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Part.class)
  void soIsOneOfTheKnownWrongAnswersForEachPart(Part part) {
    check(part, Pool.wrong(exercise(part)));
  }

  private static void check(Part part, List<Class<?>> wrong) {
    assertThat(wrong.stream().anyMatch(each -> !what(part, each).isEmpty()))
        .as("%s: a wrong answer changes something", part)
        .isTrue();
  }

  /** The fault, or what is different; empty if nothing is. */
  private static String what(Part part, Class<?> wrong) {
    try {
      Capstone.Result mine = run(Map.of(part, create(wrong.getName())), FEW);
      boolean isSame =
          mine.toString().equals(course.toString()) && written(mine).equals(written(course));
      return isSame ? "" : mine.toString();
    } catch (PartException failed) {
      assertThat(failed.part()).isEqualTo(part);
      return failed.getMessage();
    }
  }
}
