package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import seq2seq.grading.Exercise;
import seq2seq.grading.run.ExerciseScore;
import seq2seq.grading.run.TestResult;
import seq2seq.grading.run.TestResult.Status;
import seq2seq.grading.terms.CourseTerms;
import seq2seq.grading.terms.LateRule;

/** What a teacher's terms make of a grade. */
class DeadlinesTest {
  private static final Instant DUE = Instant.parse("2026-10-09T12:00:00Z");
  private static final LateRule RULE = new LateRule(10, Duration.ofMinutes(15), 50);

  private static CourseTerms terms(Map<String, Instant> due) {
    return new CourseTerms(List.of(), due, RULE);
  }

  /** 3 of 3, 3 of 5, 0 of 3, 0 of 3. */
  private static Grade grade() {
    return Grades.mixed("Ada", "x");
  }

  @Test
  void eachExerciseLosesAShareOfItsOwnPointsAfterItsOwnDate() {
    CourseTerms terms = terms(Map.of("5.1", DUE, "6.2", DUE.plus(Duration.ofDays(2))));
    Instant submitted = DUE.plus(Duration.ofDays(2)).plusSeconds(1000);
    // 3 days of 10 % of 3 points, 1 day of 10 % of 5: 0.9 + 0.5, rounded down
    assertThat(Deadlines.late(terms, grade(), submitted)).isEqualTo(new LatePenalty(3, 1));
    assertThat(Deadlines.late(terms, grade(), DUE.plusSeconds(900))).isEqualTo(LatePenalty.NOT);
  }

  @Test
  void nothingLosesMoreThanItEarnedNorMoreThanTheMost() {
    Instant muchLater = DUE.plus(Duration.ofDays(100));
    // 50 % of 5 points, of which 3 were earned
    assertThat(Deadlines.late(terms(Map.of("6.2", DUE)), grade(), muchLater))
        .isEqualTo(new LatePenalty(100, 2));
    LateRule all = new LateRule(100, Duration.ZERO, 100);
    CourseTerms hard = new CourseTerms(List.of(), Map.of("6.2", DUE, "7.2", DUE), all);
    assertThat(Deadlines.late(hard, grade(), muchLater).points()).isEqualTo(3);
  }

  @Test
  void whatEarnedNothingIsNotLate() {
    assertThat(Deadlines.late(terms(Map.of("7.2", DUE)), grade(), DUE.plus(Duration.ofDays(9))))
        .isEqualTo(LatePenalty.NOT);
  }

  @Test
  void otherPointsTakeTheSameShareRoundedDown() {
    Exercise loss = new Exercise("6.2", 10, Exercise.Kind.REBUILD, "loss", "Loss");
    Grade weighed = grade().worth(List.of(loss));
    assertThat(weighed.exercises().get(1).earned()).isEqualTo(6);
    assertThat(weighed.possible()).isEqualTo(3 + 10 + 3 + 3);
    assertThat(grade().worth(List.of(loss.worth(1))).exercises().get(1).earned()).isZero();
    assertThat(grade().worth(List.of()).exercises()).isEqualTo(grade().exercises());
  }

  @Test
  void onlyAllTestsTogetherEarnFullPoints() {
    List<TestResult> most =
        List.of(
            new TestResult("a", 9, Status.PASSED, ""), new TestResult("b", 1, Status.FAILED, "x"));
    assertThat(ExerciseScore.earned(most, 10)).isEqualTo(9);
    assertThat(ExerciseScore.earned(most, 1)).isZero();
    assertThat(ExerciseScore.earned(most, 5)).isEqualTo(4);
    assertThat(ExerciseScore.earned(most.subList(0, 1), 5)).isEqualTo(5);
    assertThat(ExerciseScore.earned(List.of(), 5)).isZero();
  }
}
