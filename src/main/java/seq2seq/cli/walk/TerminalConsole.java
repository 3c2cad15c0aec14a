package seq2seq.cli.walk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import seq2seq.language.Texts;
import seq2seq.notebook.Completion;
import seq2seq.notebook.text.Ink;

/** A terminal with line editing and history. */
final class TerminalConsole implements Console {
  /** From this JDK on, JLine's native library makes the JVM print a warning. */
  private static final int WARNS_SINCE = 24;

  private static final String TAB = "complete-or-show-signatures";

  private final Terminal terminal;
  private final LineReader reader;
  private final Ink ink;
  private final PrintStream out;
  private Assistance help = new Assistance() {}; // until a session has said what it knows

  /** The terminal of this process; lines typed are remembered in {@code history}. */
  TerminalConsole(Ink ink, Path history) {
    this(system(), ink, history);
  }

  TerminalConsole(Terminal terminal, Ink ink, Path history) {
    this.terminal = terminal;
    this.ink = ink;
    this.out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    if (terminal.getWidth() <= 0) {
      terminal.setSize(new Size(80, 24)); // a terminal that does not tell, as under some recorders
    }
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(null);
    parser.setQuoteChars(null);
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .completer((reader, line, candidates) -> complete(line, candidates))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.BELL_STYLE, "none")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, true)
            .option(LineReader.Option.INSERT_TAB, true)
            .build();
    reader.getWidgets().put(TAB, this::tab);
    reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(TAB), "\t");
  }

  @Override
  public void assist(Assistance help) {
    this.help = help;
  }

  /** Within the parentheses of a call Tab shows its signatures; anywhere else it completes. */
  private boolean tab() {
    String line = reader.getBuffer().upToCursor();
    List<String> signatures =
        line.matches(".*[(,]\\s*") ? help.signatures(line, line.length()) : List.of();
    if (signatures.isEmpty()) {
      reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
    } else {
      reader.printAbove(String.join("\n", signatures));
    }
    return true;
  }

  /** JLine replaces the whole word before the cursor, {@code Tensor.o}; we know how it ends. */
  private void complete(ParsedLine line, List<Candidate> candidates) {
    Completion completion = help.complete(line.line(), line.cursor());
    int start = line.cursor() - line.wordCursor();
    if (completion.from() >= start && completion.from() <= line.cursor()) {
      String kept = line.line().substring(start, completion.from());
      for (String word : completion.words()) {
        candidates.add(new Candidate(kept + word, word, null, null, null, null, false));
      }
    }
  }

  /** JLine tries all that it has, one after the other, if it is not told what to take. */
  private static Terminal system() {
    String best = Runtime.version().feature() < WARNS_SINCE ? "jni" : "exec";
    try {
      return builder().provider(best).dumb(false).build();
    } catch (IOException | IllegalStateException notHere) {
      return anySystem();
    }
  }

  private static Terminal anySystem() {
    try {
      return builder().dumb(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TerminalBuilder builder() {
    return TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8);
  }

  @Override
  public String readLine(String prompt) throws Interrupted {
    try {
      return reader.readLine(prompt);
    } catch (UserInterruptException e) {
      throw new Interrupted();
    } catch (EndOfFileException e) {
      return null;
    }
  }

  /** A screen at a time: after each but the last, Enter shows more and q leaves out the rest. */
  @Override
  public void page(List<String> lines) {
    int height = terminal.getHeight() <= 4 ? Integer.MAX_VALUE : terminal.getHeight() - 2;
    for (int at = 0; at < lines.size(); at += height) {
      lines.subList(at, (int) Math.min(lines.size(), (long) at + height)).forEach(out::println);
      int more = lines.size() - at - height;
      if (more > 0 && !wantsMore(more)) {
        return;
      }
    }
  }

  private boolean wantsMore(int lines) {
    try {
      reader.setVariable(LineReader.DISABLE_HISTORY, true);
      String answer = readLine(ink.bold(Texts.of(TerminalConsole.class).get("more", lines) + " "));
      return answer != null && !answer.strip().equalsIgnoreCase("q");
    } catch (Interrupted e) {
      return false;
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
    }
  }

  @Override
  public PrintStream live() {
    return out;
  }

  @Override
  public int width() {
    return Math.min(terminal.getWidth(), 100);
  }

  @Override
  public Ink ink() {
    return ink;
  }

  @Override
  public void onInterrupt(Runnable action) {
    terminal.handle(Terminal.Signal.INT, signal -> action.run());
  }

  @Override
  public void close() {
    try {
      out.flush();
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
