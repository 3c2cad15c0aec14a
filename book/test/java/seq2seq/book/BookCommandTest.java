package seq2seq.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.cli.Main;

class BookCommandTest {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setProperty("seq2seq.home", folder.resolve("course").toString());
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
    System.clearProperty("seq2seq.home");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itBuildsTheSiteAndSaysWhereItIs() throws IOException {
    Fixture.course(folder.resolve("course"), Fixture.CHAPTER);
    Path site = folder.resolve("site");
    assertThat(Main.run("book", "--out", site.toString())).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .matches("\\d+ pages, \\d+\\.\\d MB: open \\Q" + site.resolve("index.html") + "\\E\\R");
    assertThat(site.resolve("index.html")).exists();
  }

  @Test
  void figuresThatCouldNotBeCompiledAreLeftOutAndTheReasonIsSaidInOneLine() throws IOException {
    Path course = Fixture.course(folder.resolve("course"), Fixture.CHAPTER);
    Fixture.write(course, "book/live/pom.xml", "<project/>");
    Fixture.write(
        course, "book/live/target/live/failed.txt", "Method a.B.c was not found\nat d.E.f\n");
    Path site = folder.resolve("site");
    assertThat(Main.run("book", "--out", site.toString())).isZero();
    assertThat(said())
        .isEqualTo(
            "learn: book: without live figures: Method a.B.c was not found"
                + " (more in book/live/target/live/failed.txt)"
                + System.lineSeparator());
    assertThat(site.resolve("ch05_mask.html"))
        .content()
        .contains("<figure><img src=\"images/curve.png\"")
        .doesNotContain("class=\"live\"");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(Main.run("book", "--out", file.resolve("site").toString())).isEqualTo(1);
    assertThat(said())
        .isEqualTo(
            "learn: book: cannot write to --out "
                + file.resolve("site")
                + ": "
                + file
                + " is a file"
                + System.lineSeparator());
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingIsBuilt() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      Path site = folder.resolve("site");
      assertThat(Main.run("book", "--out", site.toString(), "--serve", port)).isEqualTo(1);
      assertThat(said())
          .isEqualTo(
              "learn: book: port "
                  + port
                  + " is taken by another program; name one with --serve PORT"
                  + System.lineSeparator());
      assertThat(site).doesNotExist();
    }
  }

  @Test
  void aNumberThatIsNoPortIsWrongUsage() {
    assertThat(Main.run("book", "--serve", "70000")).isEqualTo(2);
    assertThat(said()).startsWith("learn: book: --serve takes a port from 1 to 65535; got 70000");
  }
}
