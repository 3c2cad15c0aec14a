package seq2seq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTest {
  private static final List<String> HARD =
      List.of(
          "plain",
          "two words",
          "it's",
          "say \"hi\"!",
          "$HOME `id` \\ !!",
          "*?[a]",
          "-5 degrees.",
          "@home",
          "~",
          "",
          "a;b|c&d",
          "l'été",
          "both ' and \" and $x",
          "#no",
          "a\tb");

  @Test
  void aPosixShellGivesBackEveryArgument() throws Exception {
    Path sh = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(sh), "no POSIX shell here");
    String command = Shell.command(false, HARD.toArray(String[]::new));
    String print = command.replaceFirst("^\\./learn", "printf '%s\\\\0'");
    Process process = new ProcessBuilder(sh.toString(), "-c", print).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).isEqualTo(String.join("\0", HARD) + "\0");
  }

  @Test
  void itReadsAsAPersonWouldWriteIt() {
    assertThat(Shell.command(false, "translate", "--model", "runs/my run", "I'm here."))
        .isEqualTo("./learn translate --model \"runs/my run\" \"I'm here.\"");
    assertThat(Shell.command(true, "translate", "--model", "C:\\my runs", "say \"hi\""))
        .isEqualTo("learn translate --model \"C:\\my runs\" \"say \\\"hi\\\"\"");
  }
}
