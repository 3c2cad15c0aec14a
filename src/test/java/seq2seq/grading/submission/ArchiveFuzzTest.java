package seq2seq.grading.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.engine.Generator;

/** Damaged archives: each is refused in one line, or what it yields is what was packed. */
class ArchiveFuzzTest {
  private static final int MUTANTS = 20_000;
  private static final List<String> PACKED = List.of("mask".repeat(50), "loss".repeat(9));

  @TempDir Path folder;

  private static byte[] archive(boolean isStored) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("handed in");
      zip.setLevel(isStored ? 0 : 9);
      for (int i = 0; i < PACKED.size(); i++) {
        ZipEntry entry = new ZipEntry(HandIns.ALL.get(i).starterFile());
        entry.setComment("a comment");
        entry.setTime(1_000_000_000_000L + i);
        zip.putNextEntry(entry);
        zip.write(PACKED.get(i).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aDamagedArchiveIsRefusedOrYieldsWhatWasPacked() throws IOException {
    Generator random = Generator.seeded(20);
    int[] counts = new int[3];
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(archive(i % 2 == 0), random);
      counts[outcome(Files.write(folder.resolve("a.zip"), mutant))]++;
    }
    System.out.printf(
        "archives: %d mutants, %d refused, %d with a file refused, %d equal, 0 other%n",
        MUTANTS, counts[0], counts[1], counts[2]);
    assertThat(counts[0]).isPositive();
    assertThat(counts[1]).isPositive();
    assertThat(counts[2]).isPositive();
  }

  /** 0 refused, 1 in part, 2 equal; anything else fails. */
  private static int outcome(Path file) throws IOException {
    try {
      Submission submission = Submission.read(file, HandIns.ALL);
      boolean isWhole = true;
      for (int i = 0; i < PACKED.size(); i++) {
        SubmittedFile submitted = submission.files().get(i);
        isWhole &= submitted.isAccepted();
        assertThat(submitted.problem()).doesNotContain("\n");
        if (submitted.isAccepted()) {
          assertThat(submitted.text()).isEqualTo(PACKED.get(i));
        }
      }
      return isWhole ? 2 : 1;
    } catch (SubmissionException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
      return 0;
    }
  }

  /** A few bytes changed, or a part taken out, doubled or exchanged; near the directory too. */
  private static byte[] mutant(byte[] bytes, Generator random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> {
        for (int i = 0; i < 4; i++) {
          bytes[(at + i) % bytes.length] = (byte) (random.nextInt(2) == 0 ? 0xff : 0);
        }
      }
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        int to = random.nextInt(bytes.length - length + 1);
        System.arraycopy(bytes.clone(), at, bytes, to, length);
      }
    }
    return bytes;
  }
}
