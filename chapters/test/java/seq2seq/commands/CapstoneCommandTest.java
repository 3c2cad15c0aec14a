package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import seq2seq.ch11_capstone.Capstone;
import seq2seq.language.Language;

/** What {@code train --mine} refuses, and how it words a difference. */
class CapstoneCommandTest {
  private static final Capstone.Result COURSE = result(0.9213, 0.5938, 0.227, 0.212, "je dors.");

  private static Capstone.Result result(
      double heldOut, double training, double bleu, double beam, String written) {
    List<String[]> samples = List.<String[]>of(new String[] {"i sleep.", written});
    return new Capstone.Result(heldOut, training, bleu, beam, samples, 1);
  }

  private static String difference(Capstone.Result mine) {
    return CapstoneDifference.of(new CapstoneProcess.Ended(mine, null, ""), COURSE);
  }

  private static void assertUsageError(String says, String... arguments) {
    Ended ended = Ended.learn(arguments);
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(says);
  }

  @Test
  void anotherOptionOfTrainIsRefused() {
    assertUsageError(
        "--mine trains as it is; it takes no --epochs", "train", "--mine", "--epochs", "3");
    assertUsageError("--keep-going goes with --mine", "train", "--keep-going");
  }

  @Test
  void whatIsDifferentIsSaidWithBothNumbers() {
    assertThat(difference(result(3.723, 0.5938, 0.227, 0.212, "je dors.")))
        .isEqualTo("the held-out loss is 3.7230 instead of 0.9213.");
    assertThat(difference(result(Double.NaN, 0.4, 0.227, 0.212, "je dors.")))
        .isEqualTo(
            "the held-out loss is NaN instead of 0.9213, the training loss is 0.4000 instead of"
                + " 0.5938.");
  }

  @Test
  void inChineseTheNumbersAreTheSame() {
    Capstone.Result mine = result(3.723, 0.4, 0.227, 0.212, "je dors.");
    assertThat(Language.CHINESE.speaking(() -> difference(mine)))
        .isEqualTo("留出集上的损失是 3.7230，不是 0.9213；训练损失是 0.4000，不是 0.5938。");
  }

  @Test
  void anotherTranslationIsADifferenceWhereNoNumberIs() {
    assertThat(difference(result(0.9213, 0.5938, 0.227, 0.212, "je chante.")))
        .isEqualTo("\"i sleep.\" becomes \"je chante.\" instead of \"je dors.\".");
  }

  @Test
  void whereNothingIsDifferentThatIsSaid() {
    assertThat(difference(COURSE)).startsWith("the same losses and BLEU.");
  }

  @Test
  void aFaultIsSaidAsItIs() {
    String fault = "your 6.2 masked loss returned a loss of NaN";
    assertThat(CapstoneDifference.of(new CapstoneProcess.Ended(null, null, fault), COURSE))
        .isEqualTo(fault + ".");
  }
}
