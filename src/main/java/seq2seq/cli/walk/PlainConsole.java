package seq2seq.cli.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import seq2seq.notebook.text.Ink;

/** Plain lines, for input from a pipe or a file, and for a run without questions. */
final class PlainConsole implements Console {
  private final BufferedReader in;
  private final PrintStream out;
  private final Ink ink;
  private final int width;
  private final boolean echo;

  /** With {@code echo}, what was read is shown behind the prompt, as it would be on a terminal. */
  PlainConsole(InputStream in, PrintStream out, Ink ink, int width, boolean echo) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.ink = ink;
    this.width = width;
    this.echo = echo;
  }

  @Override
  public String readLine(String prompt) {
    out.print(prompt);
    out.flush();
    try {
      String line = in.readLine();
      if (echo || line == null) {
        out.println(line == null ? "" : line);
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void page(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  @Override
  public PrintStream live() {
    return out;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public Ink ink() {
    return ink;
  }

  @Override
  public void onInterrupt(Runnable action) {
    // Without a terminal, Ctrl-C ends the program, and the shutdown hook keeps the progress.
  }

  @Override
  public void close() {
    out.flush();
  }
}
