package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --attention}, {@code translate --plot} and {@code bottleneck}, in this JVM. */
class AttentionCommandTest {
  private static final List<String> TINY =
      List.of(
          "--task",
          "reverse",
          "--hidden",
          "16",
          "--embed",
          "8",
          "--batch",
          "256",
          "--steps",
          "9",
          "--quiet");

  @TempDir static Path folder;
  private static Path plain;
  private static Path attending;

  private static Ended learn(List<String> arguments) {
    return Ended.learn(arguments.toArray(String[]::new));
  }

  private static Ended train(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--out", out.toString()));
    arguments.addAll(TINY);
    arguments.addAll(List.of(more));
    return learn(arguments);
  }

  private static Ended translate(Path model, String... more) {
    List<String> arguments = new ArrayList<>(List.of("translate", "--model", model.toString()));
    arguments.addAll(List.of(more));
    return learn(arguments);
  }

  private static JsonObject metrics(Path run) throws IOException {
    return JsonParser.parseString(Files.readString(run.resolve("metrics.json"))).getAsJsonObject();
  }

  @BeforeAll
  static void trainOneOfEach() {
    plain = folder.resolve("plain");
    attending = folder.resolve("attending");
    assertThat(train(plain, "--epochs", "1").status()).isZero();
    assertThat(train(attending, "--epochs", "1", "--attention").status()).isZero();
  }

  @Test
  void theMetricsSayWhichKindOfAttentionItIs() throws IOException {
    assertThat(metrics(plain).get("attention").getAsString()).isEqualTo("none");
    assertThat(metrics(attending).get("attention").getAsString()).isEqualTo("additive");
    assertThat(metrics(attending).get("parameters").getAsInt())
        .isEqualTo(metrics(plain).get("parameters").getAsInt() + 2 * 16 * 8 + 8);
  }

  @Test
  void resumingEndsWithTheSameBitsAsARunThatWasNeverStopped() throws IOException {
    Path whole = folder.resolve("whole");
    Path cut = folder.resolve("cut");
    for (String kind : List.of("additive", "scaled-dot")) {
      train(whole, "--epochs", "2", "--attention", kind);
      train(cut, "--epochs", "1", "--attention", kind);
      Ended resumed = learn(List.of("train", "--out", cut.toString(), "--resume", "--epochs", "2"));
      assertThat(resumed.err()).isEmpty();
      assertThat(metrics(cut).get("weightsSha256")).isEqualTo(metrics(whole).get("weightsSha256"));
      assertThat(metrics(cut).get("attention").getAsString()).isEqualTo(kind);
    }
  }

  @Test
  void attentionIsNotAddedToAModelHalfWay() {
    Ended ended = learn(List.of("train", "--out", plain.toString(), "--resume", "--attention"));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("--resume goes on with the settings of the checkpoint");
  }

  @Test
  void thePlotIsSavedBesideTheTranslation() throws IOException {
    Path file = folder.resolve("alignment.png");
    Ended alone = translate(attending, "abcab");
    Ended ended = translate(attending, "--plot", file.toString(), "abcab");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEqualTo(alone.out());
    assertThat(ended.err()).isEqualTo("learn: translate: saved " + file + "\n");
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(200);
  }

  @Test
  void aModelWithoutAttentionHasNothingToPlotAndItIsSaid() {
    Path file = folder.resolve("none.png");
    Ended ended = translate(plain, "--plot", file.toString(), "abc");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err())
        .contains("was trained without attention, so there is nothing to plot")
        .contains("./learn train --attention");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--plot;x.png;ab;ba   | 2 | --plot draws one TEXT; got 2",
        "--plot;x.jpg;ab      | 2 | --plot needs a file that ends in .png; got x.jpg",
        "--plot;x.png         | 2 | TEXT is missing",
        "--beam;0;ab          | 2 | --beam must be at least 1; got 0",
      })
  void aMistakeIsOneClearLineAndTheRightStatus(String arguments, int status, String message) {
    Ended ended = translate(attending, arguments.split(";"));
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
  }

  /** More than one batch of them, of different lengths, and one that there is nothing to say of. */
  @Test
  void manyTextsAreTranslatedAsEachOfThemAlone() {
    String[] arguments = new String[2 + 71];
    arguments[0] = "--beam";
    arguments[1] = "3";
    for (int i = 0; i < 71; i++) {
      arguments[2 + i] = i == 40 ? " " : "abcdefg".substring(0, 1 + i % 7);
    }
    Ended all = translate(attending, arguments);
    assertThat(all.status()).isEqualTo(1);
    List<String> lines = all.out().lines().toList();
    assertThat(lines).hasSize(70);
    for (int i : new int[] {0, 3, 39, 41, 63, 64, 70}) {
      Ended alone = translate(attending, "--beam", "3", arguments[2 + i]);
      assertThat(alone.out()).isEqualTo(lines.get(i > 40 ? i - 1 : i) + System.lineSeparator());
    }
  }

  @Test
  void anEmptySentenceIsOneLineAndNoPicture() {
    Path file = folder.resolve("empty.png");
    Ended ended = translate(attending, "--plot", file.toString(), " ");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("is an empty sentence; there is nothing to translate");
    assertThat(file).doesNotExist();
  }

  @Test
  void aSentenceLongerThanTheTrainingStepsIsCutAsInTrainingAndThatIsSaid() {
    for (Path model : List.of(plain, attending)) {
      Ended ended = translate(model, "abcdefghij");
      assertThat(ended.status()).isZero();
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err()).contains("has 10 tokens; only the first 8 are read, as in training");
      String[] cut = translate(model, "abcdefgh").out().split("\t");
      assertThat(ended.out()).isEqualTo("abcdefghij\t" + cut[1] + "\t" + cut[2]);
    }
    Path file = folder.resolve("long.png");
    assertThat(translate(attending, "--plot", file.toString(), "abcdefghij").status()).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void aWordNeverSeenIsReadAsUnknownAndThePlotStillDrawn() {
    Path file = folder.resolve("unknown.png");
    Ended ended = translate(attending, "--plot", file.toString(), "aΩ");
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).contains("never seen in training, read as <unk>: ω");
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void anUnknownKindOfAttentionIsNamed() {
    Ended ended = train(folder.resolve("kind"), "--attention", "self");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .contains("--attention must be one of additive, scaled-dot; got \"self\"");
  }

  @Test
  void theExperimentLeavesCurvesAndTheirPicture() throws IOException {
    Path out = folder.resolve("bottleneck");
    Ended ended =
        learn(
            List.of(
                "bottleneck",
                "--pairs",
                "300",
                "--longest",
                "4",
                "--epochs",
                "1",
                "--hidden",
                "64",
                "--out",
                out.toString()));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertThat(Files.readString(out.resolve("bottleneck.csv")))
        .startsWith("model;length;exactMatch\nfixed context, H = 64;3;")
        .contains("\nadditive attention, H = 64;4;");
    assertThat(out.resolve("bottleneck.png")).isNotEmptyFile();
    assertThat(ended.out())
        .contains("epoch 1  held-out")
        .contains("exact match, %                  3\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--hidden,5,bottleneck: --hidden must be 32; 64 or 128; got 5",
    "--epochs,0,bottleneck: --epochs must be at least 1; got 0",
    "--longest,2,bottleneck: --longest must be at least 3; got 2",
    "--pairs,9,bottleneck: --pairs must be at least 100; got 9",
    "--threads,0,bottleneck: --threads must be at least 1; got 0",
  })
  void theExperimentChecksItsNumbers(String option, String value, String message) {
    Ended ended = learn(List.of("bottleneck", option, value));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(message.replace("32;", "32,")).doesNotContain("\tat ");
    assertThat(ended.err().lines()).hasSize(1);
  }
}
