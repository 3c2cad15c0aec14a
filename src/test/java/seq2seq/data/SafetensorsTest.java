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
    assertThat(read.entry("encoder.W").shape()).containsExactly(2, 3);
    assertThat(read.entry("encoder.W").values()).isEqualTo(SAMPLE.entry("encoder.W").values());
    assertThat(read.entry("b").values()[0]).isNaN();
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
          .isInstanceOf(DataException.class)
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
        .hasMessageContaining("does not describe tensors");
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
}
