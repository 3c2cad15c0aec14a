package seq2seq.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.grading.Exercise;
import seq2seq.grading.Hints;

class HintsTest {
  /** Shorter lines, such as {@code return sum;}, give nothing away. */
  private static final int TELLING = 24;

  static List<Exercise> exercises() {
    return Rooms.here();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void thereAreThreeAtLeastAndNoTwoAreAlike(Exercise exercise) {
    assertThat(Hints.of(exercise)).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(Hints.of(exercise)).allMatch(hint -> hint.length() > TELLING);
  }

  /** The lines of the answer that its starter does not have, notes included, without blanks. */
  @ParameterizedTest
  @MethodSource("exercises")
  void noneHoldsALineOfTheAnswer(Exercise exercise) throws IOException {
    String starter = packed(Rooms.starter(exercise));
    List<String> answer =
        Rooms.solution(exercise)
            .lines()
            .map(HintsTest::packed)
            .filter(line -> line.length() >= TELLING && !starter.contains(line))
            .filter(line -> !line.startsWith("//") && !line.startsWith("package"))
            .toList();
    assertThat(answer).isNotEmpty();
    for (String hint : Hints.of(exercise)) {
      String packed = packed(hint);
      assertThat(answer).noneMatch(packed::contains);
    }
  }

  private static String packed(String text) {
    return text.replaceAll("\\s", "");
  }
}
