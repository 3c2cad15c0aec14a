package seq2seq.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.files.FileException;

class SafetensorsTest {
  @TempDir Path folder;

  private static final Safetensors SAMPLE =
      new Safetensors(
          List.of(
              new Safetensors.Entry(
                  "encoder.W",
                  new int[] {2, 3},
                  new float[] {1, -2, 3.5f, Float.MIN_VALUE, -0f, 1e30f}),
              new Safetensors.Entry("b", new int[] {1}, new float[] {Float.NaN})),
          Map.of("format", "a test, \"quoted\" é"));

  @Test
  void whatWasWrittenIsReadBackBitForBit() {
    Path file = folder.resolve("a.safetensors");
    SAMPLE.write(file);
    Safetensors read = Safetensors.read(file);
    assertThat(read.metadata()).isEqualTo(SAMPLE.metadata());
    assertThat(read.entries())
        .extracting(Safetensors.Entry::name)
        .containsExactly("encoder.W", "b");
    Safetensors.Entry weights = read.entries().get(0);
    assertThat(weights.shape()).containsExactly(2, 3);
    assertThat(weights.values()).isEqualTo(SAMPLE.entries().get(0).values());
    assertThat(read.entries().get(1).values()[0]).isNaN();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void theLayoutIsThatOfTheFormat() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new Safetensors(List.of(new Safetensors.Entry("x", new int[] {1}, new float[] {1f})), Map.of())
        .write(file);
    byte[] bytes = Files.readAllBytes(file);
    int header = bytes[0];
    assertThat(Arrays.copyOfRange(bytes, 1, 8)).containsOnly(0);
    assertThat(header % 8).isZero();
    assertThat(new String(bytes, 8, header, StandardCharsets.UTF_8))
        .contains("\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}");
    assertThat(Arrays.copyOfRange(bytes, 8 + header, bytes.length))
        .containsExactly(0, 0, 0x80, 0x3f);
  }

  @Test
  void aFileCutShortAnywhereIsNamedAndNotRead() throws IOException {
    Path file = folder.resolve("a.safetensors");
    SAMPLE.write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.read(file))
          .as("first %d bytes", length)
          .isInstanceOf(FileException.class)
          .hasMessageContaining("a.safetensors");
    }
  }

  @Test
  void aForeignFileIsNamedAndNotRead() throws IOException {
    Path file = folder.resolve("picture.png");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0});
    assertThatThrownBy(() -> Safetensors.read(file))
        .hasMessageContaining("is not a safetensors file");
    byte[] noTensors = "________{\"x\":5}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(new byte[] {7, 0, 0, 0, 0, 0, 0, 0}, 0, noTensors, 0, 8);
    Files.write(file, noTensors);
    assertThatThrownBy(() -> Safetensors.read(file))
        .hasMessageContaining("its header is no strict JSON: expected begin object");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Safetensors.read(missing))
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void aFailedWriteLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("a.safetensors");
    SAMPLE.write(file);
    byte[] old = Files.readAllBytes(file);
    Safetensors faulty =
        new Safetensors(
            List.of(SAMPLE.entries().get(0), new Safetensors.Entry("b", new int[] {1}, null)),
            Map.of());
    assertThatThrownBy(() -> faulty.write(file)).isInstanceOf(NullPointerException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(old);
  }

  /** A file of this header, then so many zero bytes. */
  private Path file(String header, int data) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[8 + text.length + data];
    java.nio.ByteBuffer.wrap(all)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text);
    return Files.write(folder.resolve("rules.safetensors"), all);
  }

  private static String tensor(String name, String shape, String offsets) {
    return "\""
        + name
        + "\":{\"dtype\":\"F32\",\"shape\":["
        + shape
        + "],\"data_offsets\":["
        + offsets
        + "]}";
  }

  @Test
  void aFileThatBreaksARuleOfTheFormatIsRefusedInOneLine() throws IOException {
    String a = tensor("a", "2", "0,8");
    refused(
        "{" + a + "," + tensor("b", "1", "4,8") + "}", 8, "tensor \"b\" has bytes that another");
    refused("{" + a + "," + tensor("b", "2", "0,8") + "}", 8, "(overlap)");
    refused("{" + a + "," + tensor("b", "1", "12,16") + "}", 16, "(a hole)");
    refused("{" + tensor("a", "1", "4,8") + "}", 8, "(a hole)");
    refused("{" + a + "}", 12, "4 bytes after the last tensor belong to none");
    refused("{" + a + "}", 4, "is cut short: tensor a ends at byte 8");
    refused("{" + a + "," + a + "}", 8, "the name \"a\" is there twice");
    refused("{" + tensor("a", "2", "8,0") + "}", 8, "run backwards");
    refused("{" + tensor("a", "3", "0,8") + "}", 8, "a shape of 3 numbers but 8 bytes");
    refused("{" + tensor("a", "-2", "0,8") + "}", 8, "a whole number from 0, found \"-2\"");
    refused("{" + tensor("a", "2.0", "0,8") + "}", 8, "a whole number from 0");
    refused("{" + tensor("a", "2", "0") + "}", 8, "1 data_offsets instead of 2");
    refused("{" + tensor("a", "2", "0,8,9") + "}", 8, "3 data_offsets instead of 2");
    refused("{" + tensor("a", "2147483647,2147483647,4", "0,8") + "}", 8, "too many numbers");
    refused("{" + tensor("a", "99999999999", "0,8") + "}", 8, "an axis of size 99999999999");
    refused("{" + a.replace("F32", "BF16") + "}", 8, "type BF16; only F32 is read here");
    refused("{" + a.replace("\"F32\"", "null") + "}", 8, "expected begin array");
    refused("{" + a.replace("\"shape\"", "\"x\"") + "}", 8, "no shape");
    refused("{" + a + "} x", 8, "no strict JSON");
    refused("{" + a + "} // x", 8, "no strict JSON");
    refused("{'a':" + a.substring(4) + "}", 8, "no strict JSON");
    refused(" {" + a + "}", 8, "does not begin with {");
    refused("{\"__metadata__\":{\"x\":1}}", 0, "expected string");
    refused("{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"}}", 0, "twice");
    assertThat(
            Safetensors.read(file("{" + tensor("b", "1", "8,12") + "," + a + "}  ", 12)).entries())
        .as("any order in the header, spaces after it")
        .extracting(Safetensors.Entry::name)
        .containsExactly("a", "b");
  }

  private void refused(String header, int data, String why) throws IOException {
    Path file = file(header, data);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aZipArchiveIsCalledOne() throws IOException {
    Path file = Files.write(folder.resolve("model.pt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0});
    assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("is a zip archive");
  }

  @Test
  void aSealTellsThatABitHasChanged() {
    Path file = folder.resolve("a.safetensors");
    SAMPLE.sealed().write(file);
    Safetensors read = Safetensors.read(file);
    read.requireSeal(file);
    read.entries().get(0).values()[2] += 1;
    assertThatThrownBy(() -> read.requireSeal(file))
        .hasMessageStartingWith(file + ": is damaged: its content is not what was saved");
    assertThatThrownBy(() -> SAMPLE.requireSeal(file)).hasMessageContaining("has no sha256");
  }
}
