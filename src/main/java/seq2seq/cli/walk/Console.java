package seq2seq.cli.walk;

import java.io.PrintStream;
import java.util.List;
import seq2seq.notebook.text.Ink;
import seq2seq.notebook.text.MarkdownText;

/** What a walk reads from and writes to. */
interface Console extends AutoCloseable {
  /** Thrown by {@link #readLine} when the user pressed Ctrl-C instead of Enter. */
  final class Interrupted extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The next line; null at the end of the input. */
  String readLine(String prompt) throws Interrupted;

  /** Shows lines one after the other; long ones a screen at a time where there is a screen. */
  void page(List<String> lines);

  /** Shows a sentence at once. */
  default void say(String sentence) {
    page(MarkdownText.wrapped(sentence, width()));
  }

  /** Where a running cell prints. */
  PrintStream live();

  /** Columns to lay text out for. */
  int width();

  /** Weight and colour, or none. */
  Ink ink();

  /** Runs {@code action} instead of ending the program when Ctrl-C is pressed outside a prompt. */
  void onInterrupt(Runnable action);

  /** Offers {@code help} for what is typed, where there is line editing. */
  default void assist(Assistance help) {}

  @Override
  void close();
}
