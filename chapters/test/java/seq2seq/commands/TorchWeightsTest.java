package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seq2seq.ch06_loss.MaskedLoss;
import seq2seq.ch07_training.Seq2Seq;
import seq2seq.ch08_inference.Greedy;
import seq2seq.data.PaddedBatch;
import seq2seq.data.Safetensors;
import seq2seq.data.Tokenizer;
import seq2seq.engine.NoGrad;
import seq2seq.engine.Numbers;
import seq2seq.engine.Tensor;
import seq2seq.nn.Mode;
import seq2seq.nn.Parameter;
import seq2seq.support.Bits;

/**
 * Models that crossed to PyTorch and back, against what PyTorch made of them: stored values, which
 * docs/pytorch/roundtrip.py wrote from the files that this test writes when it runs with
 * -Dseq2seq.pytorch=DIR.
 */
class TorchWeightsTest {
  private static final double TOLERANCE = 1e-5;

  /** Everything that is hard to cut: elisions, quotes, numbers, scripts without spaces, marks. */
  private static final List<String> TEXTS =
      List.of(
          "Est-ce que l'homme a 3.5 euros ?",
          "Don't say « jamais » (or \"never\")...",
          "C’est aujourd'hui, qu'il   vient!",
          "¿Dónde está? $5, 10 % & 2-3 * 4",
          "我们在2024年学习。カタカナー、ひらがな",
          "ภาษาไทย and İstanbul, Straße, ΣΑΣ",
          "a‿b ␣ c␣ -x e\u0301te\u0301 \u00a0nbsp\u200bhidden",
          "and/or a_b \\ n° 5; it's 'quoted' #tag @me",
          "jusqu'à ce qu'elle s'en aille : 1,000.25 €");

  @TempDir static Path folder;
  private static JsonObject stored;

  @BeforeAll
  static void readWhatPyTorchMade() throws IOException {
    String asked = System.getProperty("seq2seq.pytorch");
    if (asked != null) {
      writeFor(Path.of(asked));
    }
    String text = new String(resource("pytorch.json"), StandardCharsets.UTF_8);
    stored = JsonParser.parseString(text).getAsJsonObject();
  }

  /** What the script needs. */
  private static void writeFor(Path root) throws IOException {
    for (TorchModels model : TorchModels.all()) {
      Path out = Files.createDirectories(root.resolve(model.name()));
      TorchFile.of(model.saved()).write(out.resolve(ExportWeightsCommand.WEIGHTS));
      Files.writeString(out.resolve(ExportWeightsCommand.SCRIPT), ExportWeightsCommand.script());
      String pairs =
          model.pairs().pairs().stream()
              .map(pair -> pair.source() + "\t" + pair.target() + "\n")
              .collect(Collectors.joining());
      Files.writeString(out.resolve("pairs.tsv"), pairs);
    }
    Files.writeString(root.resolve("texts.txt"), String.join("\n", TEXTS) + "\n");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TorchWeightsTest.class.getResourceAsStream("pytorch/" + name)) {
      return in.readAllBytes();
    }
  }

  private static Safetensors tensors(String name) throws IOException {
    return Safetensors.read(Files.write(folder.resolve(name), resource(name)));
  }

  private static JsonObject stored(TorchModels model) {
    return strings(stored.getAsJsonArray("cases"))
        .filter(c -> c.getAsJsonObject().get("name").getAsString().equals(model.name()))
        .findFirst()
        .orElseThrow()
        .getAsJsonObject();
  }

  private static java.util.stream.Stream<JsonElement> strings(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static List<TorchModels> models() {
    return TorchModels.all();
  }

  @Test
  void theDrawnModelsReachEveryCellContextAttentionAndDepth() {
    List<TorchModels> all = models();
    assertThat(all.stream().map(m -> m.saved().settings().cell()).distinct()).hasSize(3);
    assertThat(all.stream().map(m -> m.saved().settings().context()).distinct()).hasSize(3);
    assertThat(all.stream().map(m -> m.saved().settings().attention()).distinct()).hasSize(3);
    assertThat(all.stream().map(m -> m.saved().settings().layers()).distinct()).hasSize(3);
    assertThat(all.stream().map(m -> m.saved().settings()))
        .filteredOn(s -> s.decoderSize() != s.hidden())
        .hasSizeGreaterThan(5);
  }

  @Test
  void someAreOfTheKindThatIsTrainedMost() {
    assertThat(models())
        .extracting(m -> m.saved().settings().cell() + " " + m.saved().settings().attention())
        .contains("gru additive", "gru scaled-dot", "gru null", "lstm additive");
  }

  @ParameterizedTest
  @MethodSource("models")
  void anExportedModelSaysInPyTorchWhatItSaysHere(TorchModels model) throws IOException {
    check(model, model.saved().model(), "logits", "loss", "written");
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelTrainedOnInPyTorchSaysHereWhatItSaysThere(TorchModels model) throws IOException {
    Seq2Seq trained = model.fresh();
    Safetensors file = tensors(model.name() + ".trained.safetensors");
    new TorchWeights(folder, file.entries()).copyInto(trained.parameters());
    check(model, trained, "trained", "trainedLoss", "trainedWritten");
  }

  private static void check(
      TorchModels model, Seq2Seq ours, String logits, String loss, String written)
      throws IOException {
    JsonObject expected = stored(model);
    PaddedBatch batch = model.batch();
    Tensor here = NoGrad.get(() -> ours.forward(batch, Mode.inference()));
    Safetensors.Entry there =
        tensors(model.name() + ".logits.safetensors").entries().stream()
            .filter(entry -> entry.name().equals(logits))
            .findFirst()
            .orElseThrow();
    assertThat(here.shape().toArray()).isEqualTo(there.shape());
    double error = largestError(here.toArray(), there.values());
    assertThat(error).as("%s: %s", model, logits).isLessThanOrEqualTo(TOLERANCE);
    double ourLoss = MaskedLoss.of(here, batch.target(), batch.targetLengths()).item();
    double theirLoss = expected.get(loss).getAsDouble();
    double lossError = Math.abs(ourLoss - theirLoss) / theirLoss;
    assertThat(lossError).as("%s: %s", model, loss).isLessThanOrEqualTo(TOLERANCE);
    assertThat(texts(model, ours, batch))
        .as("%s: %s", model, written)
        .isEqualTo(
            strings(expected.getAsJsonArray(written)).map(JsonElement::getAsString).toList());
    if (System.getProperty("seq2seq.pytorch") != null) {
      System.out.println(
          model
              + "\t"
              + logits
              + "\t"
              + Numbers.scientific(error, 1)
              + "\t"
              + Numbers.scientific(lossError, 1));
    }
  }

  /** Relative to the largest of them. */
  private static double largestError(float[] ours, float[] theirs) {
    double largest = 0;
    double error = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, Math.abs(theirs[i]));
      double difference = Math.abs((double) ours[i] - theirs[i]);
      error = difference <= error ? error : difference;
    }
    return error / largest;
  }

  private static List<String> texts(TorchModels model, Seq2Seq ours, PaddedBatch batch) {
    SavedModel saved = model.saved();
    int steps = saved.settings().steps();
    return Greedy.decode(ours, batch.source(), batch.sourceLengths(), steps).stream()
        .map(t -> saved.tokenizer().detokenize(saved.target().tokens(t.words())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void exportingAndImportingIsTheIdentityToTheBit(TorchModels model) {
    Path file = folder.resolve("there.safetensors");
    TorchFile.of(model.saved()).write(file);
    Seq2Seq back = model.fresh();
    new TorchWeights(file, Safetensors.read(file).entries()).copyInto(back.parameters());
    List<Parameter> ours = model.saved().model().parameters();
    for (int i = 0; i < ours.size(); i++) {
      Bits.assertEqual(ours.get(i).name(), back.parameters().get(i).value(), ours.get(i).value());
    }
  }

  @Test
  void theScriptCutsAndJoinsTextsAsTheCourseDoes() {
    JsonObject tokens = stored.getAsJsonObject("tokens");
    assertThat(tokens.keySet()).containsExactlyElementsOf(TEXTS);
    for (String text : TEXTS) {
      JsonArray there = tokens.getAsJsonArray(text);
      List<String> words = Tokenizer.words().tokenize(text);
      assertThat(words)
          .isEqualTo(strings(there.get(0).getAsJsonArray()).map(JsonElement::getAsString).toList());
      assertThat(Tokenizer.words().detokenize(words)).isEqualTo(there.get(1).getAsString());
    }
  }
}
