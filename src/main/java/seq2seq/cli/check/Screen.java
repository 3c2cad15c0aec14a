package seq2seq.cli.check;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import seq2seq.language.Width;
import seq2seq.notebook.text.MarkdownText;

/** Where a watch shows what it found: a terminal that is cleared and has keys, or a pipe. */
interface Screen extends AutoCloseable {
  /** Begins a new page. */
  void clear();

  /** Shows lines; those that are too wide go on in the next line, at a blank. */
  void show(List<String> lines);

  /** Whether single keys are read. */
  boolean hasKeys();

  /** Waits for a key. */
  char key() throws InterruptedException;

  /** False once nobody reads any more. */
  boolean isRead();

  @Override
  void close();

  /** Plain lines, one after the other. */
  record Pipe(PrintStream out) implements Screen {
    @Override
    public void clear() {
      out.println();
    }

    @Override
    public void show(List<String> lines) {
      lines.forEach(out::println);
    }

    @Override
    public boolean hasKeys() {
      return false;
    }

    @Override
    public char key() {
      throw new IllegalStateException("a pipe has no keys");
    }

    @Override
    public boolean isRead() {
      return !out.checkError();
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** A terminal that hands over each key as it is pressed. */
  final class Keyed implements Screen {
    private final Terminal terminal;
    private final Attributes before;
    private final PrintStream out;

    /** {@code terminal} is put back as it was when this is closed. */
    Keyed(Terminal terminal) {
      this.terminal = terminal;
      this.before = terminal.enterRawMode();
      this.out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    }

    /** The terminal of this process; Ctrl-C ends the program as ever. */
    static Keyed system() {
      try {
        TerminalBuilder builder = TerminalBuilder.builder().system(true).nativeSignals(false);
        builder.encoding(StandardCharsets.UTF_8);
        return new Keyed(
            Runtime.version().feature() < 24 ? builder.build() : builder.provider("exec").build());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void clear() {
      terminal.puts(Capability.clear_screen);
      terminal.flush();
    }

    @Override
    public void show(List<String> lines) {
      int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
      lines.stream()
          .flatMap(String::lines)
          .flatMap(line -> fitted(line, width).stream())
          .forEach(out::println);
    }

    private static List<String> fitted(String line, int width) {
      return Width.of(line) <= width ? List.of(line) : MarkdownText.wrapped(line, width);
    }

    @Override
    public boolean hasKeys() {
      return true;
    }

    @Override
    public char key() throws InterruptedException {
      try {
        int key = terminal.reader().read();
        return key < 0 ? 'q' : (char) key;
      } catch (IOException e) {
        throw new InterruptedException(e.toString());
      }
    }

    @Override
    public boolean isRead() {
      return !out.checkError();
    }

    @Override
    public void close() {
      try {
        terminal.setAttributes(before);
        terminal.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
