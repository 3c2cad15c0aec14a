package seq2seq.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static seq2seq.commands.Ended.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.data.Safetensors;

/** {@code export-weights} and {@code import-weights}, in this JVM. */
class WeightsCommandsTest {
  private static final String EXAMPLE = "abcd";

  @TempDir static Path folder;
  private static Path run;
  private static Path weights;
  private static int files;

  @BeforeAll
  static void trainAndExport() {
    run = folder.resolve("run");
    String[] train = {
      "train",
      "--task",
      "reverse",
      "--epochs",
      "1",
      "--hidden",
      "16",
      "--decoder-hidden",
      "12",
      "--embed",
      "8",
      "--batch",
      "256",
      "--steps",
      "9",
      "--quiet",
      "--out",
      run.toString()
    };
    assertThat(learn(train).status()).isZero();
    Path out = folder.resolve("torch");
    Ended ended = learn("export-weights", "--model", run.toString(), out.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    weights = out.resolve(ExportWeightsCommand.WEIGHTS);
    assertThat(out.resolve(ExportWeightsCommand.SCRIPT)).exists();
  }

  private static String translation(Path model) {
    return learn("translate", "--model", model.toString(), EXAMPLE, "jihgfedc").out();
  }

  @Test
  void aModelThatCrossedAndCameBackIsTheSameFile() throws IOException {
    Path back = folder.resolve("back");
    Ended ended = learn("import-weights", weights.toString(), "--out", back.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.status()).isZero();
    assertThat(Files.readAllBytes(new RunFolder(back).model()))
        .isEqualTo(Files.readAllBytes(new RunFolder(run).model()));
    assertThat(translation(back)).isEqualTo(translation(run)).contains(EXAMPLE);
  }

  @Test
  void aFolderThatHoldsAModelIsNotWrittenOver() {
    Ended ended = learn("import-weights", weights.toString(), "--out", run.toString());
    assertOneLine(ended, "there is a model in", "already");
  }

  @Test
  void onlyPyTorchsFormatIsKnown() {
    Path out = folder.resolve("other");
    Ended ended =
        learn("export-weights", "--model", run.toString(), "--format", "onnx", out.toString());
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("--format must be pytorch; got \"onnx\"");
    assertThat(out).doesNotExist();
  }

  @Test
  void whereThereIsNoModelThereIsNothingToExport() {
    Path none = folder.resolve("none");
    assertOneLine(
        learn("export-weights", "--model", none.toString(), folder.resolve("x").toString()),
        "there is no trained model in " + none);
  }

  @Test
  void aMissingTensorIsNamed() {
    refused(List.of("there is no tensor decoder.output.bias"), without("decoder.output.bias"));
    refused(
        List.of("there is no tensor encoder.rnn.bias_hh_l0"), without("encoder.rnn.bias_hh_l0"));
  }

  private static List<Safetensors.Entry> without(String name) {
    return entries().stream().filter(e -> !e.name().equals(name)).toList();
  }

  private static List<Safetensors.Entry> entries() {
    return Safetensors.read(weights).entries();
  }

  @Test
  void anExtraTensorIsNamed() {
    List<Safetensors.Entry> more = new ArrayList<>(entries());
    more.add(
        new Safetensors.Entry("encoder.rnn.weight_ih_l0_reverse", new int[] {1}, new float[1]));
    refused(List.of("the model has no tensor encoder.rnn.weight_ih_l0_reverse"), more);
  }

  @Test
  void aMisshapenTensorIsNamedWithBothShapes() {
    List<Safetensors.Entry> turned =
        entries().stream()
            .map(
                e ->
                    e.name().equals("decoder.output.weight")
                        ? new Safetensors.Entry(
                            e.name(), new int[] {e.shape()[1], e.shape()[0]}, e.values())
                        : e)
            .toList();
    refused(List.of("tensor decoder.output.weight has shape (12×14)", "ask for (14×12)"), turned);
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() {
    List<Safetensors.Entry> broken = entries();
    broken.get(0).values()[3] = Float.NaN;
    refused(List.of("encoder.embedding.weight: number 3 is not finite"), broken);
  }

  @Test
  void tensorsOfAnotherCellAreRefused() {
    Safetensors file = Safetensors.read(weights);
    Map<String, String> text = new LinkedHashMap<>(file.metadata());
    text.compute("settings", (key, json) -> json.replace("\"GRU\"", "\"LSTM\""));
    refused(
        List.of("tensor encoder.rnn.weight_hh_l0 has shape (48×16)", "ask for (64×16)"),
        new Safetensors(file.entries(), text));
  }

  @Test
  void aVocabularyOfAnotherSizeIsRefused() {
    Safetensors file = Safetensors.read(weights);
    Map<String, String> text = new LinkedHashMap<>(file.metadata());
    text.compute("vocabulary.target", (key, tokens) -> tokens + "z\n");
    refused(
        List.of("tensor decoder.embedding.weight has shape (14×8)", "ask for (15×8)"),
        new Safetensors(file.entries(), text));
  }

  @Test
  void aFileOfAnotherProgramIsRefused() {
    Safetensors file = Safetensors.read(weights);
    refused(
        List.of("is not what translate.py saves", "found none"),
        new Safetensors(file.entries(), Map.of()));
    Path ours = new RunFolder(run).model();
    assertOneLine(
        learn("import-weights", ours.toString(), "--out", folder.resolve("no").toString()),
        "is not what translate.py saves",
        "found \"seq2seq model 2\"");
  }

  @Test
  void aHalfPrecisionTensorIsNamed() {
    String header = "{\"w\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
    refused(List.of("tensor \"w\" has type F16; only F32 is read here"), bytes.array());
  }

  @Test
  void aPickleIsCalledAPickle() {
    byte[] old = {(byte) 0x80, 2, (byte) 0x8a, 0x0a, 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, 1, 2};
    refused(List.of("is a Python pickle, such as an old torch.save writes"), old);
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0};
    refused(List.of("is a zip archive, such as torch.save writes"), zip);
  }

  @Test
  void anOptionWithoutItsValueIsNotSaidToBeMissing() {
    assertThat(learn("import-weights", "x", "--out").err()).contains("--out needs a value");
    assertThat(learn("import-weights", "x").err()).contains("--out is missing");
  }

  private static void refused(List<String> parts, List<Safetensors.Entry> entries) {
    refused(parts, new Safetensors(entries, Safetensors.read(weights).metadata()));
  }

  private static void refused(List<String> parts, Safetensors content) {
    Path file = folder.resolve("bad" + files++);
    content.write(file);
    assertRefused(parts, file);
  }

  private static void refused(List<String> parts, byte[] content) {
    try {
      assertRefused(parts, Files.write(folder.resolve("bad" + files++), content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertRefused(List<String> parts, Path file) {
    Path out = folder.resolve("refused");
    Ended ended = learn("import-weights", file.toString(), "--out", out.toString());
    assertOneLine(ended, parts.toArray(String[]::new));
    assertThat(ended.err()).contains(file.toString());
    assertThat(out).doesNotExist();
  }

  private static void assertOneLine(Ended ended, String... parts) {
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains(parts);
  }
}
