package seq2seq.grading.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.files.Sha256;

class ArchiveTest {
  @TempDir Path course;
  @TempDir Path out;

  @BeforeEach
  void write() throws IOException {
    HandIns.put(course, HandIns.MASK.starterFile(), "mask é\r\n");
    HandIns.put(course, HandIns.LOSS.starterFile(), "throw new Todo(\"6.2\");");
    HandIns.put(course, "diary.txt", "private");
  }

  private Submission course() throws IOException {
    return Submission.read(course, HandIns.ALL);
  }

  private Submission packed(byte[] archive) throws IOException {
    return Submission.read(Files.write(out.resolve("a.zip"), archive), HandIns.ALL);
  }

  @Test
  void whatIsPackedIsReadBack() throws IOException {
    Submission read = packed(Archive.of(course(), "0.1.0", "Ada \"L\" <é>"));
    assertThat(read.files()).isEqualTo(course().files());
    assertThat(read.notes()).isEmpty();
    Manifest manifest = read.manifest().orElseThrow();
    assertThat(manifest.course()).isEqualTo("0.1.0");
    assertThat(manifest.name()).isEqualTo("Ada \"L\" <é>");
    assertThat(manifest.files()).hasSize(2);
    assertThat(manifest.files().get(0))
        .isEqualTo(
            new Manifest.Packed(
                "5.1", HandIns.MASK.starterFile(), 9, course().files().get(0).sha256()));
  }

  @Test
  void nothingButTheExercisesIsPacked() throws IOException {
    String bytes =
        new String(Archive.of(course(), "0.1.0", ""), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("MyLengthMask.java").doesNotContain("diary", "private");
  }

  @Test
  void theSameFilesMakeTheSameBytesAtAnyTimeAndPlace() throws IOException {
    byte[] first = Archive.of(course(), "0.1.0", "Ada");
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      Files.setLastModifiedTime(
          course.resolve(HandIns.MASK.starterFile()),
          java.nio.file.attribute.FileTime.fromMillis(123_456_789));
      assertThat(Sha256.of(Archive.of(course(), "0.1.0", "Ada"))).isEqualTo(Sha256.of(first));
    } finally {
      TimeZone.setDefault(zone);
    }
    assertThat(Sha256.of(first))
        .as("pinned: the form of the archive has changed")
        .isEqualTo("0f4b6c6dd5d664fd40e5b34565f282c3e1e196f4ffe75a898c3325a10ebd050b");
  }

  @Test
  void aFileThatTheManifestListsOtherwiseIsTold() throws IOException {
    String manifest = Manifest.of(course().files(), "0.1.0", "").toJson();
    Path zip =
        HandIns.zip(
            out.resolve("b.zip"), "manifest.json", manifest, HandIns.MASK.starterFile(), "edited");
    assertThat(Submission.read(zip, HandIns.ALL).notes())
        .containsExactly("MyLengthMask.java is not the text that the manifest lists");
  }

  @Test
  void aManifestThatMakesNoSenseCountsAsNone() throws IOException {
    for (String text :
        new String[] {
          "",
          "[]",
          "{",
          "null",
          "{\"format\": 2, \"files\": []}",
          "{\"format\": 1}",
          "{\"format\": 1, \"files\": {}}",
          "[".repeat(100_000)
        }) {
      Path zip =
          HandIns.zip(
              out.resolve("b.zip"), "manifest.json", text, HandIns.MASK.starterFile(), "mask");
      assertThat(Submission.read(zip, HandIns.ALL).manifest()).isEmpty();
    }
  }

  @Test
  void aStarterThatStillThrowsItsTodoIsWaiting() throws IOException {
    assertThat(course().files())
        .extracting(SubmittedFile::isUntouched)
        .containsExactly(false, true);
  }
}
