package seq2seq.grading.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seq2seq.files.FileException;
import seq2seq.grading.Exercise;
import seq2seq.grading.Exercise.Kind;

class CourseTermsTest {
  private static final List<Exercise> ALL =
      List.of(exercise("5.1", 3), exercise("5.2", 3), exercise("6.1", 4), exercise("10.1", 3));

  @TempDir private Path course;

  private static Exercise exercise(String id, int points) {
    return new Exercise(id, points, Kind.REBUILD, "a title", "Name");
  }

  private CourseTerms terms(String... lines) throws IOException {
    Files.writeString(course.resolve(CourseTerms.FILE), String.join("\n", lines) + "\n");
    return CourseTerms.of(course, ALL);
  }

  @Test
  void withoutTheFileAllCountForTheirUsualPointsAndNoneIsDue() {
    CourseTerms terms = CourseTerms.of(course, ALL);
    assertThat(terms.exercises()).isEqualTo(ALL);
    assertThat(terms.possible()).isEqualTo(13);
    assertThat(terms.hasDates()).isFalse();
  }

  @Test
  void aChapterStandsForItsExercisesAndALaterLineReplacesAnEarlierOne() throws IOException {
    CourseTerms terms =
        terms(
            "# the autumn course",
            "late\t10% a day\tgrace 15 min\tat most 50%",
            "exercise\tpoints\tdue",
            "6\t\t2026-10-16T12:00Z",
            "5\t\t2026-10-09T12:00Z",
            "5.2\t10\t");
    assertThat(terms.exercises()).extracting(Exercise::id).containsExactly("5.1", "5.2", "6.1");
    assertThat(terms.exercises()).extracting(Exercise::points).containsExactly(3, 10, 4);
    assertThat(terms.possible()).isEqualTo(17);
    assertThat(terms.due())
        .containsOnlyKeys("5.1", "6.1")
        .containsEntry("5.1", Instant.parse("2026-10-09T12:00:00Z"));
    assertThat(terms.late()).isEqualTo(new LateRule(10, Duration.ofMinutes(15), 50));
    assertThat(terms.hasDates()).isTrue();
  }

  @Test
  void theNumberOfAChapterIsNoBeginningOfAnother() throws IOException {
    assertThatThrownBy(() -> terms("1"))
        .isInstanceOf(FileException.class)
        .hasMessage(
            course.resolve(CourseTerms.FILE) + ":1: there is no exercise and no chapter '1'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5<three     | points are 0 to 1000; got 'three'
          5<1001      | points are 0 to 1000; got '1001'
          5<-1        | points are 0 to 1000; got '-1'
          5<<someday  | 'someday' is no time such as 2026-12-01 23:59
          5<<<        | more cells than exercise, points and due
          late<ten    | 'ten' is none of '10% a day', 'grace 15 min' and 'at most 50%'
          late<101% a day | '101% a day': more than 100%
          # nothing   | names no exercise, so nothing would count
          """)
  void aLineThatMeansNothingIsNamed(String line, String says) {
    assertThatThrownBy(() -> terms(line.replace('<', '\t')))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(says)
        .hasMessageContaining(CourseTerms.FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "-60, 0, 0",
    "0, 0, 0",
    "900, 0, 0",
    "901, 1, 10",
    "86400, 1, 10",
    "86401, 2, 20",
    "864000, 10, 50"
  })
  void beingLateCostsADayBegunAfterTheGraceUpToTheMost(long seconds, int days, int percent) {
    LateRule rule = new LateRule(10, Duration.ofMinutes(15), 50);
    Instant due = Instant.parse("2026-10-09T12:00:00Z");
    assertThat(rule.days(due, due.plusSeconds(seconds))).isEqualTo(days);
    assertThat(rule.percent(days)).isEqualTo(percent);
  }
}
