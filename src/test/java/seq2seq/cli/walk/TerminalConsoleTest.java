package seq2seq.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import seq2seq.notebook.Completion;
import seq2seq.notebook.text.Ink;

@Timeout(30)
class TerminalConsoleTest {
  @TempDir Path folder;
  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private TerminalConsole console;

  @BeforeEach
  void open() throws IOException {
    ExternalTerminal terminal =
        new ExternalTerminal(
            "test", "ansi", new PipedInputStream(keys), screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 10));
    console = new TerminalConsole(terminal, new Ink(false), folder.resolve("history"));
  }

  @AfterEach
  void close() {
    console.close();
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Ctrl-C is a signal, so it counts only once the prompt waits for it. */
  private void typeAtPrompt(String text) {
    Thread typist =
        new Thread(
            () -> {
              try {
                while (!screen.toString(StandardCharsets.UTF_8).contains("> ")) {
                  Thread.sleep(20);
                }
                Thread.sleep(100);
                type(text);
                Thread.sleep(30_000); // a pipe whose writer has ended counts as broken
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    typist.setDaemon(true);
    typist.start();
  }

  @Test
  void javaIsReadAsItIsTyped() throws Exception {
    type("String s = \"a\\n!x\" + 'c';\r");
    assertThat(console.readLine("> ")).isEqualTo("String s = \"a\\n!x\" + 'c';");
  }

  @Test
  void theArrowUpBringsBackTheLineBefore() throws Exception {
    type("int a = 1;\r");
    console.readLine("> ");
    type("\u001b[A\r");
    assertThat(console.readLine("> ")).isEqualTo("int a = 1;");
  }

  @Test
  void controlCAtThePromptInterruptsAndControlDEndsTheInput() throws Exception {
    typeAtPrompt("\u0003");
    assertThatThrownBy(() -> console.readLine("> ")).isInstanceOf(Console.Interrupted.class);
    type("\u0004");
    assertThat(console.readLine("> ")).isNull();
  }

  private void assist(List<String> words, String... signatures) {
    console.assist(
        new Assistance() {
          @Override
          public Completion complete(String line, int cursor) {
            return new Completion(line.lastIndexOf('.') + 1, words);
          }

          @Override
          public List<String> signatures(String line, int cursor) {
            return List.of(signatures);
          }
        });
  }

  @Test
  void tabCompletesANameAndAddsNoBlank() throws Exception {
    assist(List.of("seeded("));
    type("var g = Generator.se\t7)\r");
    assertThat(console.readLine("> ")).isEqualTo("var g = Generator.seeded(7)");
  }

  @Test
  void tabWithinACallShowsWhatGoesIn() throws Exception {
    assist(List.of(), "Generator Generator.seeded(long seed)");
    type("Generator.seeded(\t7)\r");
    assertThat(console.readLine("> ")).isEqualTo("Generator.seeded(7)");
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("seeded(long seed)");
  }

  @Test
  void tabAtTheStartOfALineIsATab() throws Exception {
    type("\tint a;\r");
    assertThat(console.readLine("> ").strip()).isEqualTo("int a;");
  }

  @Test
  void aLongPageStopsAtEachScreen() throws Exception {
    type("\rq\r");
    console.page(IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toList());
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .containsSubsequence("line 8", "22 lines more", "line 16", "14 lines more")
        .doesNotContain("line 17");
  }

  @Test
  void theWidthIsTheTerminals() {
    assertThat(console.width()).isEqualTo(80);
  }
}
