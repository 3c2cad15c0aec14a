package seq2seq.grading.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraderFingerprintTest {
  @TempDir Path folder;

  @Test
  void theCoursesOwnClassesCountAndLibrariesDoNot() throws IOException {
    Path jar = Files.writeString(folder.resolve("seq2seq-graded.jar"), "one");
    Path library = Files.writeString(folder.resolve("gson.jar"), "one");
    String classPath = jar + File.pathSeparator + library + File.pathSeparator;
    String before = GraderFingerprint.sha256(classPath);
    Files.writeString(library, "two");
    assertThat(GraderFingerprint.sha256(classPath)).isEqualTo(before);
    Files.writeString(jar, "two");
    assertThat(GraderFingerprint.sha256(classPath)).isNotEqualTo(before);
  }

  @Test
  void aClassInAFolderCounts() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/a"));
    Files.writeString(classes.resolve("A.class"), "one");
    String before = GraderFingerprint.sha256("" + folder.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "two");
    assertThat(GraderFingerprint.sha256("" + folder.resolve("classes"))).isNotEqualTo(before);
  }
}
