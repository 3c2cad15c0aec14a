package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePolicyTest {
  private static final LatePolicy POLICY = new LatePolicy(5, Instant.parse("2026-12-01T23:59:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T00:00:00Z, 0, 0",
    "2026-12-01T23:59:00Z, 0, 0",
    "2026-12-01T23:59:01Z, 1, 5",
    "2026-12-02T23:59:00Z, 1, 5",
    "2026-12-02T23:59:01Z, 2, 10",
    "2027-12-01T23:59:00Z, 365, 1825"
  })
  void eachDayBegunCosts(Instant submitted, int days, int points) {
    assertThat(POLICY.at(submitted)).isEqualTo(new LatePenalty(days, points));
  }

  @Test
  void thePointsNeverFallBelowNothing() {
    Grade grade = Grades.mixed("Ada", "");
    assertThat(grade.earned()).isEqualTo(6);
    assertThat(grade.with(new LatePenalty(1, 5)).total()).isEqualTo(1);
    assertThat(grade.with(new LatePenalty(2, 10)).total()).isZero();
    assertThat(grade.with(new LatePenalty(2, 10)).summary())
        .isEqualTo("0 of 14 (6 less 10 for 2 days late)");
    assertThat(grade.summary()).isEqualTo("6 of 14");
  }
}
