package seq2seq.ch09_architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import seq2seq.ch09_architectures.Task.Example;
import seq2seq.data.PaddedBatch;
import seq2seq.engine.Generator;

/** Each task's examples follow its rule, found by another way. */
class TasksTest {
  private static List<String> shown(Task task) {
    return task.examples(300, Generator.seeded(1)).stream().map(task::show).toList();
  }

  private static String[] halves(String shown) {
    return shown.split(" → ");
  }

  @Test
  void anEchoSaysWhatWasReadBefore() {
    assertThat(shown(Tasks.echo(2)))
        .allSatisfy(
            line -> {
              String[] half = halves(line);
              assertThat("- - " + half[0]).startsWith(half[1]);
              assertThat(half[1]).hasSameSizeAs(half[0]);
            });
  }

  @Test
  void parityCountsTheOnesSoFar() {
    assertThat(shown(Tasks.parity()))
        .allSatisfy(
            line -> {
              String bits = halves(line)[0].replace(" ", "");
              String said = halves(line)[1].replace(" ", "");
              assertThat(said).hasSameSizeAs(bits);
              for (int t = 0; t < bits.length(); t++) {
                int ones = bits.substring(0, t + 1).replace("0", "").length();
                assertThat(said.charAt(t)).isEqualTo(ones % 2 == 0 ? 'e' : 'o');
              }
            });
  }

  @Test
  void theLargestDigitStandsInTheSourceAndNoneIsLarger() {
    assertThat(shown(Tasks.largest()))
        .allSatisfy(
            line -> {
              String[] half = halves(line);
              assertThat(half[1]).hasSize(1);
              assertThat(half[0])
                  .contains(half[1])
                  .doesNotContainPattern("[" + (char) (half[1].charAt(0) + 1) + "-9]");
            });
  }

  @Test
  void aLetterComesAgainIfItDoes() {
    assertThat(shown(Tasks.comesAgain()))
        .allSatisfy(
            line -> {
              String letters = halves(line)[0].replace(" ", "");
              String said = halves(line)[1].replace(" ", "");
              for (int t = 0; t < letters.length(); t++) {
                boolean again = letters.indexOf(letters.charAt(t), t + 1) > 0;
                assertThat(said.charAt(t)).isEqualTo(again ? '+' : '.');
              }
            });
  }

  @Test
  void runsAreWrittenOnce() {
    Pattern run = Pattern.compile("([abcd])( \\1)*");
    assertThat(shown(Tasks.runs()))
        .allSatisfy(
            line ->
                assertThat(run.matcher(halves(line)[0]).replaceAll("$1"))
                    .isEqualTo(halves(line)[1])
                    .endsWith("<eos>"));
    assertThat(shown(Tasks.runs()))
        .anyMatch(line -> halves(line)[0].length() > halves(line)[1].length());
  }

  @Test
  void aCaptionSaysWhichRowAndColumnAreFull() {
    for (boolean exam : new boolean[] {false, true}) {
      assertThat(shown(Tasks.captions(exam)))
          .allSatisfy(line -> assertThat(caption(halves(line)[0])).isEqualTo(halves(line)[1]));
    }
  }

  private static String caption(String picture) {
    String[] rows = picture.split(" ");
    List<String> parts = new ArrayList<>();
    for (int r = 0; r < 5; r++) {
      if (rows[r].equals("#####")) {
        parts.add("row " + (r + 1));
      }
    }
    for (int c = 0; c < 5; c++) {
      int at = c;
      if (Arrays.stream(rows).allMatch(row -> row.charAt(at) == '#')) {
        parts.add("column " + (c + 1));
      }
    }
    return (String.join(" and ", parts) + " <eos>").strip();
  }

  @Test
  void noPictureOfTheExamIsShownInPractice() {
    List<String> practice = shown(Tasks.captions(false)).stream().distinct().toList();
    List<String> exam = shown(Tasks.captions(true)).stream().distinct().toList();
    assertThat(practice).hasSize(31).doesNotContainAnyElementsOf(exam);
    assertThat(exam).hasSize(5);
  }

  @Test
  void bothCasesAreRightAndAMixtureIsNot() {
    Task task = Tasks.oneCase();
    Example example = new Example(new int[] {4, 6}, new int[] {4, 6});
    assertThat(task.judge().test(example, new int[] {4, 6})).isTrue();
    assertThat(task.judge().test(example, new int[] {8, 10})).isTrue();
    assertThat(task.judge().test(example, new int[] {4, 10})).isFalse();
    assertThat(task.judge().test(example, new int[] {8, 9})).isFalse();
    assertThat(task.judge().test(example, new int[] {4})).isFalse();
    long capitals =
        shown(task).stream().filter(line -> !halves(line)[0].equals(halves(line)[1])).count();
    assertThat(capitals).isBetween(120L, 180L);
  }

  @Test
  void lengthsDifferWithinABatchAndTheSameSeedGivesTheSameBatch() {
    PaddedBatch batch = Tasks.echo(2).batch(32, Generator.seeded(9));
    assertThat(Arrays.stream(batch.sourceLengths()).distinct().count()).isEqualTo(5);
    assertThat(batch.targetLengths()).isEqualTo(batch.sourceLengths());
    assertThat(Tasks.echo(2).batch(32, Generator.seeded(9))).isEqualTo(batch);
    assertThat(Tasks.echo(2).batch(32, Generator.seeded(8))).isNotEqualTo(batch);
  }
}
