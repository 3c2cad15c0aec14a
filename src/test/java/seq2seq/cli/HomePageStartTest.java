package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.files.Sha256;

/** The home page, in a JVM of its own and with a course of one chapter and two exercises. */
class HomePageStartTest {
  @TempDir Path home;

  @Test
  void theHomePageReadsWhatIsKeptAndStartsNoJUnit() throws Exception {
    Path resources = home.resolve("resources");
    put(resources.resolve("seq2seq/chapters.tsv"), "5\tch05_mask\tThe mask\tWhich are words?\n");
    put(
        resources.resolve("seq2seq/exercises.tsv"),
        "5.1\t3\tR\tlength mask\tLengthMask\n5.2\t3\tE\tother mask\tAttentionMask\n");
    String starters = "exercises/starters/main/java/seq2seq/starters/ch05/";
    put(home.resolve(starters + "MyLengthMask.java"), "checked\n");
    put(home.resolve(starters + "MyAttentionMask.java"), "edited\n");
    put(home.resolve(".learn/walk/ch05_mask.progress"), "abc\n7\n23\n");
    put(
        home.resolve(".learn/scores.json"),
        "{\"format\": 1, \"scores\": {"
            + "\"5.1\": {\"earned\": 3, \"state\": \"done\", \"sha256\": \""
            + Sha256.of("checked\n".getBytes(StandardCharsets.UTF_8))
            + "\"}, \"5.2\": {\"earned\": 1, \"state\": \"to do\", \"sha256\": \"other\"}}}");
    List<String> lines = start(resources);
    assertThat(lines)
        .contains(
            "   5  The mask               at cell 7 of 23    4 of 6 *",
            "  ./learn check 5.2     other mask, you have edited it since it was checked");
    assertThat(lines).anyMatch(line -> line.contains("seq2seq.cli.ContentsPage source:"));
    assertThat(lines).noneMatch(line -> line.contains("org.junit"));
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> start(Path resources) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-Dseq2seq.home=" + home,
                "-Dseq2seq.terminal=",
                "-Dseq2seq.locale=C",
                "-cp",
                resources
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines().toList();
  }
}
